import type { Refusal } from '#src/domain/risk/apply-change';
import type { FieldProblem } from '#src/domain/risk/validate';

import type { Outcome } from '../state/send-change';
import { troubleTitle } from '../trouble';

import type { RiskWords } from './risk-words';

/** What is wrong with the value of a field, for beside it. */
export function problemWords(words: RiskWords, problem: FieldProblem): string {
  const { say } = words;
  switch (problem.kind) {
    case 'empty':
      return say('risk.problem.empty');
    case 'too-long':
      return say('risk.problem.too-long', { limit: problem.limit, over: problem.length - problem.limit });
    case 'too-big':
      return say('risk.problem.too-big');
    case 'too-many':
      return say('risk.problem.too-many', { limit: problem.limit });
    case 'unknown-category':
      return say('risk.problem.unknown-category');
    case 'off-scale':
      return say('risk.problem.off-scale');
    case 'not-a-date':
      return say('risk.problem.not-a-date');
  }
}

/** Why a change was refused as a whole. */
export function refusalWords({ say }: RiskWords, refusal: Refusal): string {
  switch (refusal.kind) {
    case 'register-full':
      return say('risk.refusal.register-full', { limit: refusal.limit });
    case 'deleted':
      return say('risk.refusal.deleted');
    case 'not-deleted':
      return say('risk.refusal.not-deleted');
    case 'deleted-too-long-ago':
      return say('risk.refusal.deleted-too-long-ago', { limit: refusal.limit });
    case 'not-live':
      return say('risk.refusal.not-live');
    case 'already-highest':
      return say('risk.refusal.already-highest');
    case 'already-lowest':
      return say('risk.refusal.already-lowest');
  }
}

/** Why a wish was not carried out, in one sentence; null where it was. */
export function notDoneWords(words: RiskWords, outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'done':
    case 'same':
      return null;
    case 'clash':
      return words.say('risk.problem.clash');
    case 'deleted':
      return words.say('risk.refusal.deleted');
    case 'invalid':
      return words.list(outcome.problems.map((problem) => problemWords(words, problem)));
    case 'refused':
      return refusalWords(words, outcome.refusal);
    case 'failed':
      return troubleTitle(words, outcome.failure);
  }
}
