import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

import { differences } from '#src/domain/risk/differences';
import type { RiskField, RiskFields } from '#src/domain/risk/risk';
import { isNothingNew } from '#src/domain/risk/same';
import { normalise, validate, type FieldProblem, type Patch } from '#src/domain/risk/validate';

import { useDesk } from '../desk';
import { useLatest } from '../parts/use-latest';
import type { Outcome } from '../state/send-change';
import { notDoneWords, problemWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

/** What differs from where the form began, as it is sent. */
function touchedOf(base: RiskFields, fields: RiskFields): Patch {
  return Object.fromEntries(
    differences(base, normalise(fields), isNothingNew).map(({ field, after }) => [field, after]),
  );
}

interface FormStart {
  /** The fields as they are stored, or as a new risk begins. */
  readonly base: RiskFields;
  /** Where the form begins: a draft that was left, or the same as `base`. */
  readonly start: RiskFields;
  /** Sends it. An outcome that says why not is shown in the form. */
  readonly onSave: (fields: RiskFields, patch: Patch) => Promise<Outcome | null>;
  /** Told of every change; null when the form says what is stored. */
  readonly onTouch: (fields: RiskFields | null) => void;
  /** Told which field the focus goes to, so that it is there. */
  readonly onProblem: (field: RiskField) => void;
}

/** What is typed in the form of a risk, what is wrong with it, and how it is sent. */
export function useRiskForm({ base, start, onSave, onTouch, onProblem }: FormStart) {
  const words = useRiskWords();
  const { say } = words;
  const { register } = useDesk();
  const [fields, setFields] = useState(start);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const told = useLatest(onTouch);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    told.current(Object.keys(touchedOf(base, fields)).length === 0 ? null : fields);
  }, [base, fields, told]);

  const problemOf = (field: RiskField) => {
    const found = problems.filter((problem) => problem.field === field);
    return found.length === 0 ? null : words.list(found.map((problem) => problemWords(words, problem)));
  };
  const problemId = (field: RiskField) => `${id}-${field}-problem`;

  const show = (found: readonly FieldProblem[]) => {
    setProblems(found);
    const first = found[0]?.field;
    if (first === undefined) return;
    onProblem(first);
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>(`[name="${first}"], [data-field="${first}"] input`)?.focus();
    });
  };
  const save = async () => {
    if (isBusy) return;
    setFailure(null);
    const patch = touchedOf(base, fields);
    const found = validate(fields.title.trim() === '' ? { ...patch, title: '' } : patch, register);
    show(found);
    if (found.length > 0) {
      setFailure(say('risk.form.invalid', { count: found.length }));
      return;
    }
    setIsBusy(true);
    const outcome = await onSave(fields, patch);
    setIsBusy(false);
    if (outcome === null) return;
    if (outcome.kind === 'invalid') show(outcome.problems);
    const reason = notDoneWords(words, outcome);
    setFailure(reason === null ? null : say('risk.form.not-saved', { reason }));
  };

  return {
    form,
    fields,
    setFields,
    failure,
    isBusy,
    save,
    /** The id of the problem of a field, for what it describes; undefined while there is none. */
    describedBy: (field: RiskField) => (problemOf(field) === null ? undefined : problemId(field)),
    problemBeside: (field: RiskField): ReactNode => {
      const text = problemOf(field);
      return text === null ? null : (
        <p id={problemId(field)} className="field__problem">
          {text}
        </p>
      );
    },
  };
}
