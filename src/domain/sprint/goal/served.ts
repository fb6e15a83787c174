import { roundAmount } from '#src/domain/capacity/amount';

/** What serves a sprint's goal: the issues below an epic, or those with a label. */
export type Serves =
  { readonly kind: 'epic'; readonly epicId: string } | { readonly kind: 'label'; readonly label: string };

/** Whether an issue serves the goal; null until somebody chose what does. */
export function servesGoal(
  { parentId, labels }: { readonly parentId: string | null; readonly labels: readonly string[] },
  serves: Serves | null,
): boolean | null {
  if (serves === null) return null;
  return serves.kind === 'epic' ? parentId === serves.epicId : labels.includes(serves.label);
}

/**
 * The share of a plan that serves its goal, by amount, or by issues where nothing is estimated: 0 to 1. null until somebody chose what
 * serves it, and while nothing is planned.
 */
export function servedShare(
  planned: readonly { readonly amount: number; readonly servesGoal: boolean | null }[],
): number | null {
  if (planned.length === 0 || planned.some((issue) => issue.servesGoal === null)) return null;
  const isWeighed = planned.some(({ amount }) => amount > 0);
  const sum = (issues: typeof planned) =>
    issues.reduce((total, { amount }) => total + (isWeighed ? amount : 1), 0);
  return roundAmount(sum(planned.filter((issue) => issue.servesGoal)) / sum(planned));
}
