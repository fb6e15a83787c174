import type { ListedIssue, ReadIssue } from '#src/ports/backlog';
import type { IssueEdits } from '#src/ports/issue-edits';
import { ReadFailure } from '#src/ports/read-failure';
import { basisOf } from '#src/usecases/answer-basis';
import { assessBoardBacklog } from '#src/usecases/assess-board-backlog';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import { boardToRead } from '#src/usecases/board-to-read';
import { judgeAgain, NOTHING_AROUND, readSurroundings } from '#src/usecases/judge-again';
import { makeChange, type Mend } from '#src/usecases/make-change';
import { fromKept, toKept, type OpenBacklogPorts, type OpenedBacklog } from '#src/usecases/open-backlog';
import { withOwnChange } from '#src/usecases/own-changes';

export interface MendIssuePorts extends OpenBacklogPorts {
  readonly readIssue: ReadIssue;
  readonly edits: IssueEdits;
}

export interface MendRequest {
  readonly boardId: number;
  readonly issueId: string;
  readonly mend: Mend;
}

/** The board's backlog after a change, with the words of the changed issue alone. */
export interface Mended {
  readonly opened: OpenedBacklog;
  /** What takes the change back; null when it was so already. */
  readonly undo: Mend | null;
}

/** What a change of a value alone makes of an issue, where it cannot be read again. */
function asChanged(issue: ListedIssue, mend: Mend): ListedIssue {
  switch (mend.kind) {
    case 'estimate':
      return { ...issue, estimate: mend.to };
    case 'priority':
      return { ...issue, priorityId: mend.to, priorityName: null };
    case 'insert-criteria':
    case 'remove-criteria':
    case 'link-blocker':
    case 'unlink-blocker':
      return issue;
  }
}

/**
 * Makes one change of one issue of a board's backlog, as the viewer, and judges that issue again: by Jira's database, since its
 * lists lag behind writes. The others stay as in the viewer's last answer; where there is none that will do, the board is
 * read first, and in full.
 *
 * The issue's id comes from the screen: it has to be among the issues that the viewer gets to see of the board, and Jira
 * decides whether they may change it. Once the change is made, nothing that fails afterwards makes it a failure: the answer
 * then goes by what was written.
 * @throws WriteFailure when Jira refuses, or the issue is not as the viewer saw it; ReadFailure when the viewer may not see the
 * board or the issue, or Jira does not answer.
 */
export async function mendIssue(
  ports: MendIssuePorts,
  { boardId, issueId, mend }: MendRequest,
): Promise<Mended> {
  const reading = ports.readBoard(boardId);
  const [board, fields, settings, kept] = await Promise.all([
    reading,
    ports.readFields(),
    ports.loadSettings(boardId),
    ports.loadHealth(boardId),
  ]);
  const { checks } = settings.settings;
  const isIn = ({ assessment }: BoardBacklog) => assessment.issues.some(({ id }) => id === issueId);

  const lastAnswer = async (): Promise<BoardBacklog> => {
    const last = kept?.basis === basisOf(board, checks) ? fromKept(board, kept) : null;
    if (last !== null && isIn(last)) return last;
    const fresh = await assessBoardBacklog(
      {
        ...ports,
        readBoard: async () => await reading,
        readFields: async () => await Promise.resolve(fields),
      },
      boardId,
      checks,
    );
    if (isIn(fresh)) return fresh;
    throw new ReadFailure('not-found', 'mend: the issue is not in the backlog of this board.');
  };

  const toRead = boardToRead(board, fields, checks);
  const [last, before, priorities] = await Promise.all([
    lastAnswer(),
    ports.readIssue(toRead, issueId),
    ports.readPriorities(),
  ]);
  const frame = { board: toRead, fields, priorities, settings: checks, now: ports.now() };
  const made = await makeChange(ports.edits, { board, issue: before }, mend);

  const judged = async () => {
    const after = made === null ? before : await ports.readIssue(toRead, issueId);
    const around = await readSurroundings(ports, last, after, frame);
    const backlog = judgeAgain(last, after, around, frame);
    const answer = toKept(backlog, settings);
    if (answer !== null) {
      const known = last.isKept ? (kept?.ownChanges ?? []) : [];
      const ownChanges = made === null ? known : withOwnChange(known, last, { before, after });
      await ports.saveHealth(boardId, { ...answer, ownChanges });
    }
    return { opened: { backlog, settings }, undo: made?.(after) ?? null };
  };
  return await judged().catch((error: unknown) => {
    if (!(error instanceof ReadFailure)) throw error;
    const backlog = judgeAgain(last, asChanged(before, mend), NOTHING_AROUND, frame);
    return { opened: { backlog, settings }, undo: made?.(before) ?? null };
  });
}
