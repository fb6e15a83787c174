import type { Bridge } from '../ui/bridge';
import { fieldsOf, textOf } from '../ui/json';
import type { ChosenBoard } from '../widgets/config';
import type { Choice } from '../widgets/chooser';

/** A board that can be chosen. */
export interface BoardChoice extends Choice {
  readonly board: ChosenBoard;
}

function choiceOf(value: unknown): readonly BoardChoice[] {
  const { id, name, location } = fieldsOf(value);
  const called = textOf(name);
  // A private board comes without name.
  if (typeof id !== 'number' || called === null) return [];
  const { projectKey, projectName } = fieldsOf(location);
  return [
    {
      id: String(id),
      name: called,
      hint: textOf(projectName) ?? '',
      board: { id, projectKey: textOf(projectKey) },
    },
  ];
}

/**
 * Boards with this text in their names, asked of Jira by the browser as the person who edits.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get
 */
export async function searchBoards({ jira }: Bridge, text: string): Promise<readonly BoardChoice[]> {
  const query = new URLSearchParams({ maxResults: '20', ...(text.trim() !== '' && { name: text.trim() }) });
  const { values } = fieldsOf(await jira(`/rest/agile/1.0/board?${query.toString()}`));
  return (Array.isArray(values) ? values : []).flatMap(choiceOf);
}

/** Boards that were chosen before. One that is not there, or not for this person, keeps its place without a name. */
export async function readChosen(
  { jira }: Bridge,
  boards: readonly ChosenBoard[],
  hiddenName: string,
): Promise<readonly BoardChoice[]> {
  return await Promise.all(
    boards.map(async (board) => {
      const answer = await jira(`/rest/agile/1.0/board/${board.id}`).catch(() => null);
      const [choice] = choiceOf(answer);
      return choice ?? { id: String(board.id), name: hiddenName, hint: '', board };
    }),
  );
}
