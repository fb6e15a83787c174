import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from '../../ui/announcer';
import { useWords } from '../../ui/words';

import type { AgendaDocument } from './agenda-document';
import { copyToClipboard, type Copied } from '../../ui/copy-to-clipboard';
import { markdownOf } from './markdown';
import { richTextOf } from './rich-text';

/** What can be copied by hand where the browser refuses, selected and ready. */
function ByHand({ text }: { readonly text: string }) {
  const { say } = useWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <div className="agenda__by-hand">
      <label htmlFor={id}>{say('agenda.copy.by-hand')}</label>
      <textarea ref={area} id={id} className="agenda__text" readOnly rows={6} value={text} />
    </div>
  );
}

/** Hands the agenda on: formatted for a page or a mail, or as Markdown. */
export function CopyButtons({ documentNow }: { readonly documentNow: () => AgendaDocument }) {
  const { say } = useWords();
  const [result, setResult] = useState<'none' | 'copied' | { readonly refused: string }>('none');
  const copy = (copied: Copied) => {
    setResult('none');
    void copyToClipboard(copied).then((isCopied) => {
      setResult(isCopied ? 'copied' : { refused: copied.text });
    });
  };
  const spoken =
    result === 'copied' ? say('agenda.copy.done') : result === 'none' ? '' : say('agenda.copy.by-hand');
  return (
    <>
      <div className="agenda__copy">
        <Button
          onClick={() => {
            copy(richTextOf(documentNow()));
          }}
        >
          {say('agenda.copy.rich-text')}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            copy({ text: markdownOf(documentNow()) });
          }}
        >
          {say('agenda.copy.markdown')}
        </Button>
        {result === 'copied' && (
          <span className="agenda__copied" aria-hidden="true">
            {say('agenda.copy.done')}
          </span>
        )}
      </div>
      <Announcer text={spoken} />
      {typeof result === 'object' && <ByHand text={result.refused} />}
    </>
  );
}
