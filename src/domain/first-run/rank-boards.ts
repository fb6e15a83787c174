/** A board as Jira lists it. */
export interface ListedBoard {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  /** null for a board that is located with a person. */
  readonly projectId: string | null;
  readonly projectKey: string | null;
}

/** Scrum boards have sprints to be ahead of; team-managed ones may have. */
const PLACES: Readonly<Record<ListedBoard['type'], number>> = { scrum: 0, simple: 1, kanban: 2 };

/**
 * Boards in the order in which they are worth being looked at first: Scrum before Kanban, then by how much lately happened in the
 * project where the board is located, then by name.
 * @param recent The projects of the issues that were last changed, an entry for each issue.
 */
export function rankBoards<Board extends ListedBoard>(
  boards: readonly Board[],
  recent: readonly string[],
): readonly Board[] {
  const issues = new Map<string, number>();
  for (const projectId of recent) issues.set(projectId, (issues.get(projectId) ?? 0) + 1);
  const activity = ({ projectId }: Board) => (projectId === null ? 0 : (issues.get(projectId) ?? 0));
  return [...boards].sort(
    (a, b) =>
      PLACES[a.type] - PLACES[b.type] ||
      activity(b) - activity(a) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}
