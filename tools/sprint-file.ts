import { z } from 'zod';

const AMOUNT = z.number().nonnegative();
const FILE = z.array(
  z.object({
    source: z.string().min(1),
    board: z.union([z.string(), z.number()]),
    sprints: z.array(z.object({ committed: AMOUNT, delivered: AMOUNT })),
  }),
);

/** One board of a file: its closed sprints that had points, oldest first. */
export interface SprintBoard {
  readonly source: string;
  readonly board: string | number;
  readonly sprints: readonly { readonly committed: number; readonly delivered: number }[];
}

/**
 * Reads boards from JSON: `[{source, board, sprints: [{committed, delivered}]}]`, sprints in order, amounts in points; more fields
 * are left unread. Sprints with neither commitment nor delivery say nothing of capacity and are left out.
 * @throws Error when it is not JSON or of another shape, naming the place, or when it holds no board.
 */
export function readSprintBoards(text: string): readonly SprintBoard[] {
  const read = FILE.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    const wanted = '[{"source", "board", "sprints": [{"committed", "delivered"}]}]';
    throw new Error(
      `${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not readable'}. The file must be ${wanted}.`,
    );
  }
  if (read.data.length === 0) throw new Error('The file holds no board.');
  return read.data.map((board) => ({
    ...board,
    sprints: board.sprints.filter(({ committed, delivered }) => committed > 0 || delivered > 0),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The file is not JSON: ${reason}`, { cause: error });
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'At the top of the file';
  return `At ${path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '')}`;
}
