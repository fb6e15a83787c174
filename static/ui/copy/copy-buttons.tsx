import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from '../announcer';
import { useWords } from '../words';

import type { CopyDocument } from './copy-document';
import { copyToClipboard, type Copied } from '../copy-to-clipboard';
import { markdownOf } from './markdown';
import { richTextOf } from './rich-text';
import './copy.css';

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
    <div className="copy__by-hand">
      <label htmlFor={id}>{say('copy.by-hand')}</label>
      <textarea ref={area} id={id} className="copy__text" readOnly rows={6} value={text} />
    </div>
  );
}

/** Hands something on: formatted for a page or a mail, or as Markdown. */
export function CopyButtons({
  label,
  documentNow,
}: {
  /** Of the button that copies it formatted. */
  readonly label: string;
  readonly documentNow: () => CopyDocument;
}) {
  const { say } = useWords();
  const [result, setResult] = useState<'none' | 'copied' | { readonly refused: string }>('none');
  const copy = (copied: Copied) => {
    setResult('none');
    void copyToClipboard(copied).then((isCopied) => {
      setResult(isCopied ? 'copied' : { refused: copied.text });
    });
  };
  const spoken = result === 'copied' ? say('copy.done') : result === 'none' ? '' : say('copy.by-hand');
  return (
    <>
      <div className="copy">
        <Button
          onClick={() => {
            copy(richTextOf(documentNow()));
          }}
        >
          {label}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            copy({ text: markdownOf(documentNow()) });
          }}
        >
          {say('copy.markdown')}
        </Button>
        {result === 'copied' && (
          <span className="copy__done" aria-hidden="true">
            {say('copy.done')}
          </span>
        )}
      </div>
      <Announcer text={spoken} />
      {typeof result === 'object' && <ByHand text={result.refused} />}
    </>
  );
}
