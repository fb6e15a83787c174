import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { BoardToRead, ListedIssue, ReadDescriptions } from '#src/ports/backlog';
import type { OpenSprint } from '#src/ports/sprints';
import { idsOf } from '#src/usecases/begin-reading';
import { findUnderWay, type FindUnderWayPorts } from '#src/usecases/find-under-way';
import type { OptionalParts } from '#src/usecases/optional-parts';
import { unreadBlockers } from '#src/usecases/place-blockers';
import { MOST_PARENTS, parentsToRead } from '#src/usecases/read-parents';

export interface SurroundingsPorts extends FindUnderWayPorts {
  readonly readDescriptions: ReadDescriptions;
}

/** What is known of issues that are not among those read: blockers and parents. */
export interface Surroundings {
  /** Ids of the blockers that were looked up. */
  readonly lookedUp: ReadonlySet<string>;
  /** Those of them that come first anyway; null when it could not be looked up. */
  readonly underWay: ReadonlySet<string> | null;
  /** Descriptions of the parents that were asked for, by id; undefined when Jira does not show one. */
  readonly parents: ReadonlyMap<string, AdfNode | null | undefined>;
}

export const NOTHING_KNOWN: Surroundings = { lookedUp: new Set(), underWay: new Set(), parents: new Map() };

/** Where to look, and for what. */
interface View {
  readonly board: BoardToRead;
  /** null on a board without sprints. */
  readonly sprints: readonly OpenSprint[] | null;
  readonly issues: readonly ListedIssue[];
  /** The same issues as far as they can be judged without their surroundings. */
  readonly assessed: readonly AssessedIssue[];
}

/** Looks up side by side, in as few calls as it takes, what is not known yet of the issues' blockers and parents. */
export async function lookAround(
  ports: SurroundingsPorts,
  parts: OptionalParts,
  { board, sprints, issues, assessed }: View,
  known: Surroundings,
): Promise<Surroundings> {
  // What could not be looked up a moment ago is not tried again.
  const blockers =
    known.underWay === null ? [] : unreadBlockers(issues).filter(({ id }) => !known.lookedUp.has(id));
  const parents = parentsToRead(assessed)
    .filter((id) => !known.parents.has(id))
    .slice(0, MOST_PARENTS - known.parents.size);
  const [underWay, descriptions] = await Promise.all([
    parts.or('blockers', findUnderWay(ports, board, blockers, sprints && idsOf(sprints, 'active')), null),
    parts.or('parents', ports.readDescriptions(parents), new Map<string, never>()),
  ]);
  return {
    lookedUp: new Set([...known.lookedUp, ...blockers.map(({ id }) => id)]),
    underWay: known.underWay === null || underWay === null ? null : new Set([...known.underWay, ...underWay]),
    parents: new Map([...known.parents, ...parents.map((id) => [id, descriptions.get(id)] as const)]),
  };
}
