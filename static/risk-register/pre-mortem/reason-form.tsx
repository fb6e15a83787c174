import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { PRE_MORTEM_LIMITS } from '#src/domain/risk/pre-mortem';

import { useRiskWords } from '../words/risk-words';

/** What was typed and not sent, for as long as the page is open: going back to the register does not lose it. */
let unsent = '';

/** Where a reason is written. Enter sends it; the field is empty and has the focus again once it is there. */
export function ReasonForm({
  problemId,
  onAdd,
}: {
  /** The id of what says why the last one was not taken; undefined while nothing does. */
  readonly problemId: string | undefined;
  /** @param id One for as long as the same reason is tried: sent twice, it is there once. @returns whether it is there now. */
  readonly onAdd: (id: string, text: string) => Promise<boolean>;
}) {
  const { say } = useRiskWords();
  const [text, setText] = useState(unsent);
  const [isBusy, setIsBusy] = useState(false);
  const reasonId = useRef(crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const write = (next: string) => {
    unsent = next;
    setText(next);
  };

  const add = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const isThere = await onAdd(reasonId.current, text);
    setIsBusy(false);
    if (!isThere) return;
    reasonId.current = crypto.randomUUID();
    write('');
    field.current?.focus();
  };

  return (
    <form
      className="mortem__form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className="mortem__prompt" htmlFor={id}>
        {say('risk.mortem.prompt')}
      </label>
      <textarea
        ref={field}
        id={id}
        className="field__input mortem__text"
        rows={2}
        maxLength={PRE_MORTEM_LIMITS.text}
        value={text}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onChange={(event) => {
          write(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void add();
        }}
      />
      <Button type="submit" appearance="primary" isLoading={isBusy}>
        {say('risk.mortem.add')}
      </Button>
    </form>
  );
}
