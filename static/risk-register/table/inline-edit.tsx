import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';

import type { Risk } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';

import type { MessageId } from '../../ui/locale';

import type { useChange } from '../change-log';
import { notDoneWords } from '../words/problem-words';
import type { RiskWords } from '../words/risk-words';

const InlineForm = lazy(async () => ({ default: (await import('./inline-form')).InlineForm }));

/** What can be changed in its cell. `exposure` is probability and impact together. */
export type InlineField = 'title' | 'categoryId' | 'state' | 'exposure' | 'ownerId';

const NAMES = {
  title: 'risk.field.title',
  categoryId: 'risk.field.category',
  state: 'risk.field.state',
  exposure: 'risk.field.level',
  ownerId: 'risk.field.owner',
} satisfies Record<InlineField, MessageId>;

function textOf(words: RiskWords, risk: Risk, field: InlineField): string {
  switch (field) {
    case 'title':
      return risk.title;
    case 'categoryId':
      return words.category(risk.categoryId);
    case 'state':
      return words.state(risk.state.kind);
    case 'exposure':
      return words.say('risk.exposure', {
        probability: words.step(risk.probability),
        impact: words.step(risk.impact),
      });
    case 'ownerId':
      return words.person(risk.ownerId);
  }
}

/** A value that becomes a field when it is pressed. What does not get saved stays in the field. */
export function InlineEdit({
  risk,
  field,
  shown,
  words,
  canChange,
  change,
}: {
  readonly risk: Risk;
  readonly field: InlineField;
  /** How the value is shown; by default as text. */
  readonly shown?: ReactNode;
  readonly words: RiskWords;
  readonly canChange: boolean;
  readonly change: ReturnType<typeof useChange>['change'];
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  const value = textOf(words, risk, field);
  const inside = shown ?? (
    <bdi className={field === 'ownerId' && risk.ownerId === null ? 'muted' : undefined}>{value}</bdi>
  );
  if (!canChange) {
    return (
      <span className={`inline inline--${field}`}>
        {inside}
        {field === 'exposure' && <span className="for-readers">{value}</span>}
      </span>
    );
  }
  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className={`inline inline--button inline--${field}`}
        title={field === 'exposure' ? value : undefined}
        onClick={() => {
          setProblem(null);
          setIsOpen(true);
        }}
      >
        {inside}
        <span className="for-readers">
          {' '}
          {field === 'exposure' && `${value}. `}
          {words.say('risk.inline.change', { field: words.say(NAMES[field]), risk: words.key(risk.id) })}
        </span>
      </button>
    );
  }
  const save = async (patch: Patch) => {
    setIsBusy(true);
    setProblem(null);
    const outcome = await change(risk, { kind: 'edit', patch }, { isQuiet: true });
    setIsBusy(false);
    const reason = outcome.kind === 'clash' ? null : notDoneWords(words, outcome);
    // A call that failed says nothing about what was typed.
    const isLost = outcome.kind === 'failed' && reason !== null;
    setProblem(isLost ? words.say('risk.form.not-saved', { reason }) : reason);
    if (reason === null) setIsOpen(false);
  };
  return (
    <Suspense fallback={<span className="inline">{inside}</span>}>
      <InlineForm
        risk={risk}
        field={field}
        label={words.say('risk.inline.label', { field: words.say(NAMES[field]), risk: words.key(risk.id) })}
        isBusy={isBusy}
        problem={problem}
        onSave={(patch) => void save(patch)}
        onCancel={() => {
          setIsOpen(false);
        }}
      />
    </Suspense>
  );
}
