import { type Operation, SCOPES } from '#sandbox/jira/rest/scopes';

type Held = ReadonlySet<string> | null;

function metSet(operation: Operation, held: ReadonlySet<string>): readonly string[] | undefined {
  const sets: readonly (readonly string[])[] = SCOPES[operation];
  return sets.find((set) => set.every((scope) => held.has(scope)));
}

/** Whether one of the operation's scope sets is held whole; null is not bound by scopes. */
export function isCovered(operation: Operation, held: Held): boolean {
  return held === null || metSet(operation, held) !== undefined;
}

/** The scope set that was met, or the first one when none was. */
export function namedScopes(operation: Operation, held: Held): readonly string[] {
  return (held === null ? undefined : metSet(operation, held)) ?? SCOPES[operation][0];
}
