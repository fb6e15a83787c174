import type { ReadBoard } from '#src/ports/boards';
import type { FindBoardsNamed, RecallBoard, RememberBoard } from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';

export interface ResolveBoardPorts {
  readonly readBoard: ReadBoard;
  readonly findBoardsNamed: FindBoardsNamed;
  readonly recallBoard: RecallBoard;
  readonly rememberBoard: RememberBoard;
}

async function isThere({ readBoard }: ResolveBoardPorts, boardId: number): Promise<boolean> {
  try {
    await readBoard(boardId);
    return true;
  } catch (error) {
    if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access')) {
      return false;
    }
    throw error;
  }
}

/**
 * The board that somebody means by a number or a name. A number is the board's own; a name means the one board that has it, in
 * any case, or, where several differ by case alone, the one that has it letter for letter. A name that no board has any more means the
 * board that had it when the name was last used: boards are renamed, and saved filters stay.
 *
 * null says all at once that there is no such board, that the app may not see it, and that several have the name: whoever
 * searches is told no more, since they may not see what the app sees.
 * @throws ReadFailure when Jira does not answer as it should.
 */
export async function resolveBoard(ports: ResolveBoardPorts, text: string): Promise<number | null> {
  const wanted = text.trim();
  if (wanted === '') return null;
  if (/^\d{1,15}$/.test(wanted) && (await isThere(ports, Number(wanted)))) return Number(wanted);
  const named = await ports.findBoardsNamed(wanted);
  const exact = named.length > 1 ? named.filter(({ name }) => name === wanted) : named;
  const [board] = exact;
  if (board !== undefined && exact.length === 1) {
    await ports.rememberBoard(wanted, board.id);
    return board.id;
  }
  if (named.length > 0) return null;
  const before = await ports.recallBoard(wanted);
  return before !== null && (await isThere(ports, before)) ? before : null;
}
