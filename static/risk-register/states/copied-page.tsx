import { useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../../ui/bridge-context';

import type { Opened } from '../state/opened';
import type { Acts } from '../state/acts';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

/**
 * A page whose macro has the id of another page's: it was made as a copy of that page, or both were made from one template. Confluence
 * does not say which, so the words hold for both. Most people copy a page to go on with what is on it, so a copy of the risks comes
 * first; where there are none, or none to see, it is an empty register. Nothing happens by itself: the register of the other page is
 * never edited from here.
 */
export function CopiedPage({ opened, acts }: { readonly opened: Opened; readonly acts: Acts }) {
  const words = useRiskWords();
  const { say } = words;
  const isEditing = usePlatform().context.macro?.isEditing === true;
  const [busy, setBusy] = useState<'copy' | 'show' | 'start-empty' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { original, canEdit, isLicensed } = opened;
  const title = original?.title ?? null;
  const count = original?.count ?? 0;
  const isHidden = title === null;
  const hasRisks = !isHidden && count > 0;

  const choose = (how: 'copy' | 'show' | 'start-empty') => {
    setBusy(how);
    setProblem(null);
    void acts.adopt(how).then((failure) => {
      setBusy(null);
      if (failure !== null) setProblem(troubleTitle(words, failure));
    });
  };
  const canChoose = canEdit && isLicensed && !isEditing && opened.place === 'copied';
  return (
    <div className="beginning">
      <h2 className="beginning__title">{say('risk.copied.title')}</h2>
      <p className="beginning__text">
        {isHidden ? say('risk.copied.hidden') : say('risk.copied.body', { count, title })}
      </p>
      {canChoose ? (
        <div className="beginning__choices">
          {hasRisks && (
            <Button
              appearance="primary"
              isLoading={busy === 'copy'}
              onClick={() => {
                choose('copy');
              }}
            >
              {say('risk.copied.copy')}
            </Button>
          )}
          <Button
            appearance={hasRisks ? 'default' : 'primary'}
            isLoading={busy === 'start-empty'}
            onClick={() => {
              choose('start-empty');
            }}
          >
            {say('risk.copied.start-empty')}
          </Button>
          {!isHidden && (
            <Button
              appearance="subtle"
              isLoading={busy === 'show'}
              onClick={() => {
                choose('show');
              }}
            >
              {say('risk.copied.show')}
            </Button>
          )}
        </div>
      ) : (
        <p className="beginning__text">
          {say(isEditing ? 'risk.copied.publish' : 'risk.copied.editor-decides')}
        </p>
      )}
      {problem !== null && (
        <p className="field__problem" role="alert">
          {say('risk.copied.not-done', { reason: problem })}
        </p>
      )}
    </div>
  );
}
