import { useState } from 'react';

import type { Register, RegisterFields } from '#src/domain/risk/register';
import { isSameJson } from '#src/domain/risk/same';

import { useLog } from '../change-log';
import { useDesk } from '../desk';
import { useNav } from '../nav';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { registerProblemWords } from './register-problem-words';

const FIELDS = [
  'scale',
  'categories',
  'cadence',
  'checks',
  'boardId',
] as const satisfies readonly (keyof RegisterFields)[];

/** What differs from the register, setting by setting. */
function patchOf(register: Register, wanted: RegisterFields): Partial<RegisterFields> {
  const changed = FIELDS.filter((field) => !isSameJson(register[field], wanted[field]));
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

export interface SettingsDraft {
  /** The register that the draft started from, or the one that a clash brought. */
  readonly base: Register;
  readonly wanted: RegisterFields;
  readonly set: (part: Partial<RegisterFields>) => void;
  /** Why the last attempt to save did not hold, in words. */
  readonly problems: readonly string[];
  readonly isBusy: boolean;
  /** Saves what differs, and leaves the room when it is kept. */
  readonly save: () => Promise<void>;
}

/** The settings as they are being changed. */
export function useSettings(): SettingsDraft {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts } = useDesk();
  const { back } = useNav();
  const { note, announce } = useLog();
  const [base, setBase] = useState(register);
  const [wanted, setWanted] = useState<RegisterFields>({
    scale: register.scale,
    categories: register.categories,
    cadence: register.cadence,
    checks: register.checks,
    boardId: register.boardId,
  });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);

  const save = async () => {
    const named = {
      ...wanted,
      categories: wanted.categories.map((each) =>
        each.name === null ? each : { ...each, name: each.name.trim() },
      ),
    };
    const patch = patchOf(base, named);
    if (Object.keys(patch).length === 0) {
      back();
      return;
    }
    setIsBusy(true);
    setProblems([]);
    const outcome = await acts.changeRegister(base.version, patch);
    setIsBusy(false);
    switch (outcome.kind) {
      case 'done':
      case 'same': {
        const text = say('risk.settings.saved');
        note({ text, tone: 'done', turn: null });
        announce(text);
        back();
        return;
      }
      case 'clash': {
        // What somebody else set meanwhile is taken over where it is another setting; what both set waits for a second look.
        const theirs = patchOf(base, outcome.register);
        const both = FIELDS.filter((field) => field in theirs && field in patch);
        setWanted((last) => ({ ...last, ...theirs, ...patch }));
        setBase(outcome.register);
        setProblems([
          both.length === 0
            ? say('risk.settings.clash-other')
            : say('risk.settings.clash', {
                fields: words.list(both.map((field) => say('risk.settings.field', { field }))),
              }),
        ]);
        return;
      }
      case 'invalid':
        setProblems(
          outcome.problems.map((problem) => registerProblemWords(words, problem, wanted.categories)),
        );
        return;
      case 'failed':
        setProblems([say('risk.form.not-saved', { reason: troubleTitle(words, outcome.failure) })]);
    }
  };

  return {
    base,
    wanted,
    set: (part) => {
      setWanted((last) => ({ ...last, ...part }));
    },
    problems,
    isBusy,
    save,
  };
}
