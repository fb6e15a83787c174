/** The views of a board. `settings` is a dialog over the backlog, with an address of its own. */
export const VIEWS = ['backlog', 'sprint', 'trends', 'flags', 'settings'] as const;

export type View = (typeof VIEWS)[number];

/** What the screen shows. */
export interface Place {
  /** null: the board that Jira names, or the only one of the project. */
  readonly boardId: number | null;
  readonly view: View;
}

/** Where the screen begins when its address says nothing. */
export const START: Place = { boardId: null, view: 'backlog' };

const PATH = /^(?:\/boards\/([1-9]\d{0,14}))?(?:\/([a-z]+))?\/?$/;

const isView = (name: string): name is View => (VIEWS as readonly string[]).includes(name);

/** Reads an address, such as `/boards/12/sprint`; the start where it leads nowhere, as an old bookmark may. */
export function placeOf(path: string): Place {
  const [, board, view = 'backlog'] = PATH.exec(path) ?? [];
  if (!isView(view)) return START;
  return { boardId: board === undefined ? null : Number(board), view };
}

/** The address of a place: `placeOf` reads it back. */
export function pathOf({ boardId, view }: Place): string {
  const board = boardId === null ? '' : `/boards/${boardId}`;
  return `${board}${view === 'backlog' ? '' : `/${view}`}` || '/';
}
