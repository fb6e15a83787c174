import type { LoadHealth, ProbeIssues, ReadActiveSprints } from '#src/ports/kept-health';
import type { BesideOpening } from '#src/usecases/trend/beside-opening';

export interface ProbeBacklogPorts {
  /** Absent where nothing is kept of an opening. */
  readonly beside?: Pick<BesideOpening, 'readAgain'>;
  readonly loadHealth: LoadHealth;
  readonly probeIssues: ProbeIssues;
  readonly readActiveSprints: ReadActiveSprints;
  readonly now: () => Date;
}

export interface Probed {
  readonly isChanged: boolean;
  readonly checkedAt: Date;
}

const isSameList = (some: readonly number[], others: readonly number[]) =>
  some.length === others.length && some.every((id, index) => id === others[index]);

/**
 * Whether the viewer's last answer is out of date, for a fraction of what reading it anew costs: an issue changed, came in,
 * left or was started, or a sprint was started or closed. Where it is not, its figures count for today's trend. It may say yes too often; what it cannot see is
 * listed in docs/decisions/0010-the-last-answer.md.
 * @throws ReadFailure when the viewer may not see the board, or Jira does not answer as it should.
 */
export async function probeBacklog(ports: ProbeBacklogPorts, boardId: number): Promise<Probed> {
  const checkedAt = ports.now();
  const kept = await ports.loadHealth(boardId);
  if (kept === null) return { isChanged: true, checkedAt };
  const { asOf, activeSprintIds, ownChanges, assessment } = kept;
  const issueIds = assessment.issues.map(({ id }) => id);
  const from = { issueIds, activeSprintIds, ownChanges, since: new Date(asOf), now: checkedAt };
  const [isChanged, sprints] = await Promise.all([
    ports.probeIssues(boardId, from),
    ports.readActiveSprints(boardId),
  ]);
  if (isChanged || !isSameList(sprints, activeSprintIds)) return { isChanged: true, checkedAt };
  await ports.beside?.readAgain(boardId, kept, checkedAt);
  return { isChanged: false, checkedAt };
}
