import { roundAmount } from '#src/domain/capacity/amount';

/** Somebody who holds more of a plan than the sprint can do without. */
export interface OneHolder {
  readonly accountId: string;
  /** Of the planned amount, 0 to 1. */
  readonly share: number;
}

/** Above this the sprint stands and falls with one person. */
const MOST_SHARE = 0.4;
/** In a plan of one or two issues somebody holds half of it at least. */
const FEWEST_ISSUES = 3;
/** Two people hold half each as a rule. */
const FEWEST_PEOPLE = 3;

/**
 * Who holds more than 40 % of the planned amount, or of the issues where nothing is estimated; null when nobody does, and in
 * plans and teams too small for it to mean anything.
 * @param people Who work in the sprint; null when unknown.
 */
export function oneHolder(
  planned: readonly { readonly amount: number; readonly assigneeId: string | null }[],
  people: number | null,
): OneHolder | null {
  if (planned.length < FEWEST_ISSUES || (people !== null && people < FEWEST_PEOPLE)) return null;
  const isWeighed = planned.some(({ amount }) => amount > 0);
  const weightOf = (amount: number) => (isWeighed ? amount : 1);
  const all = planned.reduce((sum, { amount }) => sum + weightOf(amount), 0);
  const held = new Map<string, number>();
  for (const { amount, assigneeId } of planned) {
    if (assigneeId !== null) held.set(assigneeId, (held.get(assigneeId) ?? 0) + weightOf(amount));
  }
  let most: OneHolder | null = null;
  for (const [accountId, amount] of held) {
    const share = roundAmount(amount / all);
    if (share > MOST_SHARE && share > (most?.share ?? 0)) most = { accountId, share };
  }
  return most;
}
