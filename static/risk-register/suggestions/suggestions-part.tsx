import { useId, useMemo, useRef, useState } from 'react';

import type { SuggestRisksAnswer } from '#src/contract/risk/suggest-risks';

import type { MessageId } from '../../ui/locale';

import { useDesk } from '../desk';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { BoardChooser } from './board-chooser';
import { SuggestionList } from './suggestion-list';
import { useSuggestions } from './use-suggestions';
import './suggestions.css';

const WHY = {
  'no-board': 'risk.suggest.why.no-board',
  'no-jira': 'risk.suggest.why.no-jira',
  'no-access': 'risk.suggest.why.no-access',
  'too-little-history': 'risk.suggest.why.too-little-history',
} satisfies Record<Extract<SuggestRisksAnswer, { result: 'none' }>['reason'], MessageId>;

/**
 * What the page's board suggests, which board that is, or why there is nothing. In a register that has risks it takes one line until
 * it is opened; in an empty one it is open.
 */
export function SuggestionsPart() {
  const words = useRiskWords();
  const { say } = words;
  const { opened, risks } = useDesk();
  const { asked, again } = useSuggestions();
  const [isOpen, setIsOpen] = useState(risks.length === 0);
  const [isChoosing, setIsChoosing] = useState(false);
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const settled = useMemo(() => new Set(opened.settledKeys), [opened.settledKeys]);

  const answer = asked.kind === 'answered' ? asked.answer : null;
  const suggested = answer?.result === 'suggested' ? answer : null;
  const suggestions = useMemo(
    () => suggested?.suggestions.filter(({ key }) => !settled.has(key)) ?? [],
    [suggested, settled],
  );
  const mayRetry = asked.kind === 'failed' || (answer?.result === 'none' && answer.reason === 'no-jira');
  // That it is asked is not read aloud: it happens with every opening.
  const hasAnswer = asked.kind === 'failed' || asked.kind === 'answered';
  const focusPart = () => section.current?.focus();

  const choose = (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        setIsChoosing(true);
      }}
    >
      {say(asked.kind === 'idle' ? 'risk.suggest.choose' : 'risk.suggest.change')}
    </button>
  );
  const retry = mayRetry && (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        focusPart();
        again();
      }}
    >
      {say('failure.retry')}
    </button>
  );

  return (
    <section ref={section} className="suggestions" aria-labelledby={id} tabIndex={-1}>
      {suggested !== null && suggestions.length > 0 ? (
        <>
          <h3 className="suggestions__title">
            <button
              id={id}
              type="button"
              className="suggestions__toggle"
              aria-expanded={isOpen}
              aria-controls={`${id}-list`}
              onClick={() => {
                setIsOpen(!isOpen);
              }}
            >
              <svg
                width="10"
                height="10"
                viewBox="0 0 10 10"
                className="suggestions__mark"
                aria-hidden="true"
              >
                <path d="m3 1 4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
              </svg>
              {headline()}
            </button>
          </h3>
          <div id={`${id}-list`} className="suggestions__open" hidden={!isOpen}>
            {isOpen && <SuggestionList suggestions={suggestions} facts={suggested} onLast={focusPart} />}
            {!isChoosing && (
              <p className="suggestions__foot">
                {say('risk.suggest.from', { board: suggested.boardName, at: words.moment(suggested.asOf) })}{' '}
                {choose}
              </p>
            )}
          </div>
        </>
      ) : (
        <div className="suggestions__line">
          <h3 id={id} className="suggestions__headline">
            {headline()}
          </h3>{' '}
          {retry} {asked.kind !== 'asking' && !isChoosing && choose}
        </div>
      )}
      {isChoosing && (
        <BoardChooser
          onDone={() => {
            setIsChoosing(false);
            focusPart();
          }}
        />
      )}
      <p className="for-readers" role="status">
        {hasAnswer && headline()}
      </p>
    </section>
  );

  function headline(): string {
    switch (asked.kind) {
      case 'idle':
        return say('risk.suggest.offer');
      case 'asking':
        return say('risk.suggest.asking');
      case 'failed':
        return say('risk.suggest.failed', { reason: troubleTitle(words, asked.failure) });
      case 'answered':
        if (asked.answer.result === 'none') return say(WHY[asked.answer.reason]);
        return say('risk.suggest.count', { count: suggestions.length });
    }
  }
}
