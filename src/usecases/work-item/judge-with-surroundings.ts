import type { BacklogIssue } from '#src/domain/backlog/issue';
import { judgeAlone, type JudgedAlone } from '#src/domain/backlog/work-item/judge-alone';
import type { FindInSprints, FindOnBoard, ListedIssue, ReadDescriptions } from '#src/ports/backlog';
import type { KeptHealth, ReadActiveSprints } from '#src/ports/kept-health';
import type { WorkItemRead } from '#src/ports/work-item/work-item';
import { findUnderWay } from '#src/usecases/find-under-way';
import type { OptionalParts } from '#src/usecases/optional-parts';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';
import type { WorkItemSetup } from '#src/usecases/work-item/read-setup';

export interface SurroundingsPorts {
  readonly findOnBoard: FindOnBoard;
  readonly findInSprints: FindInSprints;
  readonly readActiveSprints: ReadActiveSprints;
  readonly readDescriptions: ReadDescriptions;
  readonly now: () => Date;
}

/** An issue that is read, and by what it is judged. */
export interface Case {
  readonly setup: WorkItemSetup;
  readonly read: WorkItemRead;
  /** The viewer's last answer where it still holds. */
  readonly kept: KeptHealth | null;
}

/** What is around an issue, before and after it was looked up. */
interface Around {
  readonly underWay: ReadonlySet<string> | null;
  readonly parentDescription: NonNullable<BacklogIssue['parent']>['description'];
}

/** Judges first by the issue itself, and reads of its parent and blockers only what a check then misses. */
export async function judgeWithSurroundings(
  ports: SurroundingsPorts,
  parts: OptionalParts,
  { setup, read, kept }: Case,
): Promise<JudgedAlone> {
  const { board, settings, priorities } = setup;
  const { issue, isInActiveSprint } = read;
  const order = (kept?.assessment.issues ?? []).filter(({ id }) => id !== issue.id);
  const judged = ({ underWay, parentDescription }: Around) =>
    judgeAlone({
      issue: placed(issue, kept, { underWay, parentDescription }),
      last: kept?.assessment ?? null,
      isUnderWay: isInActiveSprint,
      unit: board.estimation === null ? 'items' : 'points',
      priorities,
      settings: settings.settings.checks,
      now: ports.now(),
    });

  const first = judged({ underWay: null, parentDescription: undefined });
  const misses = (reason: string) => first.issue.undecided.some((each) => each.reason === reason);
  const unread = unreadBlockers([{ id: issue.id, blockers: issue.blockers }]).filter(
    ({ id }) => !order.some((one) => one.id === id),
  );
  const mustFind = unread.length > 0 && settings.settings.checks['open-blocker'].enabled;
  const { parent } = issue;
  const mustRead = parent !== null && misses('parent-not-read');
  if (!mustFind && !mustRead) return first;

  const activeSprints = async () => {
    if (board.type === 'kanban' || kept?.hasSprints === false) return null;
    return kept?.activeSprintIds ?? (await ports.readActiveSprints(board.id));
  };
  const [underWay, descriptions] = await Promise.all([
    mustFind
      ? parts.or(
          'blockers',
          activeSprints().then((ids) => findUnderWay(ports, board, unread, ids)),
          null,
        )
      : new Set<string>(),
    mustRead ? parts.or('parents', ports.readDescriptions([parent.id]), null) : null,
  ]);
  return judged({ underWay, parentDescription: parent ? descriptions?.get(parent.id) : undefined });
}

/** The issue with its blockers placed among those of the last answer, where it stands there itself. */
function placed(issue: ListedIssue, kept: KeptHealth | null, around: Around): BacklogIssue {
  const listed = kept?.assessment.issues ?? [];
  const isListed = listed.some(({ id }) => id === issue.id);
  const order = isListed
    ? listed.map(({ id }) => ({ id, blockers: id === issue.id ? issue.blockers : [] }))
    : [...listed.map(({ id }) => ({ id, blockers: [] })), { id: issue.id, blockers: issue.blockers }];
  const { parent } = issue;
  return {
    ...issue,
    blockers: placeBlockers(order, around.underWay).flatMap(({ blockers }) => blockers),
    parent: parent && { ...parent, description: around.parentDescription },
  };
}
