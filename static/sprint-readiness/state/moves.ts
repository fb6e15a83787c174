import type { Opened, Plan, PlannedIssue } from './opened';
import type { replan } from './replan';

/** Where an issue went that the viewer moved in this screen. */
export interface Move {
  readonly issue: PlannedIssue;
  /** The issue right below it when it was taken out; null at the bottom. */
  readonly beforeKey: string | null;
  readonly isOut: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Jira's index may lag a change by so long: until then a reading may show what was. */
const INDEX_LAGS = 30_000;

/** The issues that stay below each that is taken out, so that it can be put back in its place; null at the bottom. */
export function placesOf(issues: readonly PlannedIssue[], keys: readonly string[]): readonly Move[] {
  const out = new Set(keys);
  return issues.flatMap((issue, place) => {
    if (!out.has(issue.key)) return [];
    const below = issues.slice(place + 1).find(({ key }) => !out.has(key));
    return [{ issue, beforeKey: below?.key ?? null, isOut: true, at: 0 }];
  });
}

/** Groups issues that go back before the same one, in rank order: each group is one change to Jira. */
export function runsOf(
  moves: readonly Move[],
): readonly { readonly beforeKey: string | null; readonly keys: readonly string[] }[] {
  const runs = new Map<string | null, string[]>();
  for (const { issue, beforeKey } of moves) {
    const run = runs.get(beforeKey);
    if (run === undefined) runs.set(beforeKey, [issue.key]);
    else run.push(issue.key);
  }
  return [...runs].map(([beforeKey, keys]) => ({ beforeKey, keys }));
}

function withMove(
  issues: readonly PlannedIssue[],
  { issue, beforeKey, isOut }: Move,
): readonly PlannedIssue[] {
  const others = issues.filter(({ key }) => key !== issue.key);
  if (isOut) return others;
  if (others.length < issues.length) return issues;
  const place = others.findIndex(({ key }) => key === beforeKey);
  return place === -1 ? [...others, issue] : others.toSpliced(place, 0, issue);
}

/** A plan as the viewer's own moves leave it, where a reading may not have them yet. */
export function withMoves(
  opened: Opened,
  plan: Plan,
  moves: readonly Move[],
  { now, judge }: { readonly now: number; readonly judge: typeof replan },
): Plan {
  const recent = moves.filter(({ at }) => now - at < INDEX_LAGS);
  const issues = recent.reduce(withMove, plan.issues);
  const isSame =
    issues.length === plan.issues.length && issues.every((one, place) => one === plan.issues[place]);
  return isSame ? plan : judge(opened, plan, { issues, goal: opened.sprint?.goal ?? '' });
}
