import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { AdfNode } from '#src/domain/backlog/issue';
import { reassessIssue } from '#src/domain/backlog/reassess-issue';
import type { BoardToRead, ListedIssue, ReadDescriptions } from '#src/ports/backlog';
import type { SiteField, SitePriority } from '#src/ports/site';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import { wordsOf } from '#src/usecases/board-words';
import { findUnderWay, type FindUnderWayPorts } from '#src/usecases/find-under-way';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';

/** What one issue is judged by besides itself. */
export interface Frame {
  readonly board: BoardToRead;
  readonly fields: readonly SiteField[];
  readonly priorities: readonly SitePriority[];
  readonly settings: CheckSettings;
  readonly now: Date;
}

/** What is known of the issues around one. */
export interface Surroundings {
  /** Ids of blockers that come first anyway; null when that could not be looked up. */
  readonly underWay: ReadonlySet<string> | null;
  /** undefined when the parent's description was not read or is not shown. */
  readonly parentDescription: AdfNode | null | undefined;
}

/** For an issue whose surroundings could not be read: checks that ask about them say `unknown`. */
export const NOTHING_AROUND: Surroundings = { underWay: null, parentDescription: undefined };

/** The issues of an answer in rank order, as far as blockers are placed by them: this one with its blockers. */
function inOrder(last: BoardBacklog, issue: ListedIssue) {
  return last.assessment.issues.map(({ id }) => ({
    id,
    blockers: id === issue.id ? issue.blockers : [],
  }));
}

/** Reads what is around an issue, as far as its checks ask for it. @throws ReadFailure when Jira does not answer. */
export async function readSurroundings(
  ports: FindUnderWayPorts & { readonly readDescriptions: ReadDescriptions },
  last: BoardBacklog,
  issue: ListedIssue,
  { board, settings }: Frame,
): Promise<Surroundings> {
  const { parent } = issue;
  const [underWay, descriptions] = await Promise.all([
    findUnderWay(
      ports,
      board,
      unreadBlockers(inOrder(last, issue)),
      last.hasSprints ? last.activeSprintIds : null,
    ),
    parent && settings['missing-why'].enabled ? ports.readDescriptions([parent.id]) : null,
  ]);
  return { underWay, parentDescription: parent ? descriptions?.get(parent.id) : undefined };
}

/**
 * An answer with one of its issues judged anew. Its words are those of that issue alone. It counts as no kept answer: what it
 * says of that issue is new.
 */
export function judgeAgain(
  last: BoardBacklog,
  issue: ListedIssue,
  { underWay, parentDescription }: Surroundings,
  { board, fields, priorities, settings, now }: Frame,
): BoardBacklog {
  const whole = {
    ...issue,
    blockers: placeBlockers(inOrder(last, issue), underWay).flatMap(({ blockers }) => blockers),
    parent: issue.parent && { ...issue.parent, description: parentDescription },
  };
  return {
    ...last,
    isKept: false,
    assessment: reassessIssue(last.assessment, { issue: whole, priorities, settings, now }),
    words: wordsOf({ issues: [issue], board, sprints: [], fields, priorities }),
  };
}
