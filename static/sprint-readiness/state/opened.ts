import type { OpenedSprint } from '#src/contract/sprint/calls';

/** What is known of a sprint and of its team. */
export type Opened = OpenedSprint;
export type Sprint = NonNullable<Opened['sprint']>;
export type View = NonNullable<Opened['view']>;
export type Plan = Extract<View, { readonly state: 'future' }>;
export type FollowUp = Extract<View, { readonly state: 'active' }>;
export type Outcome = Extract<View, { readonly state: 'closed' }>;
export type PlannedIssue = Plan['issues'][number];
export type StartedIssue = FollowUp['issues'][number];
export type Usual = NonNullable<Plan['growth']>;
export type Stock = Plan['planned'];
export type Notes = NonNullable<Opened['notes']>;
export type { SprintPast } from '#src/contract/sprint/calls';

/** The summary of an issue; empty where it is not known. */
export function summaryOf({ words }: Opened, { id }: { readonly id: string }): string {
  return words.issues[id]?.summary ?? '';
}

/** What an issue counts for: its estimate or, where issues are counted, one. null without an estimate. */
export function amountOf({ unit }: Opened, estimate: number | null): number | null {
  return unit === 'items' ? 1 : estimate;
}
