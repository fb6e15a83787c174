import type { Bridge } from '../../ui/bridge';
import { fieldsOf, textOf } from '../../ui/json';

/** A board of Jira as it is chosen. */
export interface FoundBoard {
  readonly id: number;
  readonly name: string;
  /** Key of the project that it is located in; null for a board of a person. */
  readonly projectKey: string | null;
}

export interface FoundBoards {
  readonly boards: readonly FoundBoard[];
  /** Whether Jira has more of them than it listed. */
  readonly hasMore: boolean;
}

const LISTED = 50;

/** A private board comes without a name: nobody could tell it from others. */
function boardOf(value: unknown): readonly FoundBoard[] {
  const board = fieldsOf(value);
  const { id } = board;
  const name = textOf(board['name']);
  const projectKey = textOf(fieldsOf(board['location'])['projectKey']);
  return typeof id === 'number' && name !== null ? [{ id, name, projectKey }] : [];
}

/**
 * Boards that the viewer may see, by name, asked of Jira by the browser.
 * @param name A part of their name; all of them for an empty text.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get
 */
export async function findBoards({ jira }: Pick<Bridge, 'jira'>, name: string): Promise<FoundBoards> {
  const query = new URLSearchParams({ orderBy: 'name', maxResults: String(LISTED) });
  if (name.trim() !== '') query.set('name', name.trim());
  const answer = fieldsOf(await jira(`/rest/agile/1.0/board?${query.toString()}`));
  const values: readonly unknown[] = Array.isArray(answer['values']) ? (answer['values'] as unknown[]) : [];
  return { boards: values.flatMap(boardOf), hasMore: answer['isLast'] === false };
}

/** One board; null where there is none that the viewer may see. */
export async function readBoard({ jira }: Pick<Bridge, 'jira'>, boardId: number): Promise<FoundBoard | null> {
  try {
    return boardOf(await jira(`/rest/agile/1.0/board/${boardId}`))[0] ?? null;
  } catch (error) {
    if (error instanceof Error && 'status' in error && (error.status === 404 || error.status === 403))
      return null;
    throw error;
  }
}

/**
 * The one board of the one project whose issues mitigate the register's risks; null where there are several of either, or none.
 * @param issueKeys Keys of mitigating issues that the viewer may see.
 */
export function evidentBoard(
  issueKeys: readonly string[],
  { boards, hasMore }: FoundBoards,
): FoundBoard | null {
  const projects = new Set(issueKeys.map((key) => key.replace(/-\d+$/, '')));
  const [project] = projects;
  if (project === undefined || projects.size > 1 || hasMore) return null;
  const located = boards.filter(({ projectKey }) => projectKey === project);
  return located.length === 1 ? (located[0] ?? null) : null;
}
