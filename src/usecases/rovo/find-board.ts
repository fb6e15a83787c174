import { chooseBoard } from '#src/domain/backlog/choose-board';
import type { BoardSummary, ListBoards, ReadBoard } from '#src/ports/boards';
import type { SearchBoards } from '#src/ports/find-boards';
import { ReadFailure } from '#src/ports/read-failure';
import { listProjectBoards } from '#src/usecases/list-project-boards';

export interface FindBoardPorts {
  readonly readBoard: ReadBoard;
  readonly searchBoards: SearchBoards;
  readonly listBoards: ListBoards;
}

/** What somebody said of the board that they mean, and where they were when they said it. */
export interface BoardWanted {
  /** (Part of) its name, or its number; null where none was named. */
  readonly asked: string | null;
  /** The project that they looked at; null elsewhere. */
  readonly projectKey: string | null;
}

/** `unsaid`: no board was named, and the place names none either. */
export type BoardFound =
  | { readonly kind: 'one'; readonly boardId: number }
  | { readonly kind: 'several'; readonly boards: readonly BoardSummary[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unsaid' };

/** What is not there and what is not theirs is the same for whoever asks. */
async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
      return null;
    throw error;
  }
}

/**
 * The board that somebody means, among those that they may see: by number, by name, or, where none was named, the board of the
 * project that they look at. Where several are meant, none is guessed.
 * @throws ReadFailure when Jira does not answer as it should.
 */
export async function findBoard(
  ports: FindBoardPorts,
  { asked, projectKey }: BoardWanted,
): Promise<BoardFound> {
  const wanted = asked?.trim() ?? '';
  if (wanted === '') {
    if (projectKey === null) return { kind: 'unsaid' };
    const boards = (await orNull(listProjectBoards(ports, projectKey))) ?? [];
    const [board] = boards;
    if (board === undefined) return { kind: 'unsaid' };
    return boards.length === 1 ? { kind: 'one', boardId: board.id } : { kind: 'several', boards };
  }
  if (/^\d{1,15}$/.test(wanted)) {
    const board = await orNull(ports.readBoard(Number(wanted)));
    if (board !== null) return { kind: 'one', boardId: board.id };
  }
  const chosen = chooseBoard(wanted, await ports.searchBoards(wanted));
  if (chosen.kind !== 'one') return chosen;
  return { kind: 'one', boardId: chosen.board.id };
}
