import type { Category } from '#src/domain/risk/register';
import type { RegisterProblem } from '#src/domain/risk/register-change';

import type { RiskWords } from '../words/risk-words';

/** Why a setting cannot be kept. */
export function registerProblemWords(
  words: RiskWords,
  problem: RegisterProblem,
  categories: readonly Category[],
): string {
  const { say } = words;
  const nameOf = (id: string) => categories.find((each) => each.id === id)?.name ?? words.category(id);
  switch (problem.kind) {
    case 'cadence-out-of-range':
      return say('risk.settings.problem.cadence', { level: problem.level, limit: problem.limit });
    case 'too-many-categories':
      return say('risk.settings.problem.too-many', { limit: problem.limit });
    case 'category-name-empty':
      return say('risk.settings.problem.name-empty');
    case 'category-name-too-long':
      return say('risk.settings.problem.name-too-long', { limit: problem.limit });
    case 'category-twice':
      return say('risk.settings.problem.twice', { name: nameOf(problem.categoryId) });
    case 'category-in-use':
      return say('risk.settings.problem.in-use', { name: nameOf(problem.categoryId) });
    case 'built-in-category-missing':
      return say('risk.settings.problem.built-in', { name: nameOf(problem.categoryId) });
  }
}
