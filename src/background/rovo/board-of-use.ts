import type { JudgedBoard } from '#src/app/rovo';
import { linksOn, refused, type ActionAnswer, type ActionUse } from '#src/background/rovo/action';

type Links = Awaited<ReturnType<typeof linksOn>>;

/** What every answer about a board says of it. */
export interface BoardSaid extends JudgedBoard {
  readonly links: Links;
  readonly board: {
    readonly id: number;
    readonly text: { readonly name: string };
    /** null where no issue says which project the board belongs to. */
    readonly link: string | null;
  };
}

const CHOICES = 10;

function linkTo(links: Links, { backlog }: JudgedBoard): string | null {
  const [issue] = backlog.assessment.issues;
  const project = issue?.key.replace(/-\d+$/, '');
  return project === undefined
    ? null
    : links.to(`/jira/software/c/projects/${encodeURIComponent(project)}/boards/${backlog.board.id}`);
}

/** Judges the board that is meant; or answers why there is none to judge, with the choices where there are several. */
export async function judgeBoardOfUse(
  { app, viewer, beside, inputs }: ActionUse<{ readonly board: string | null }>,
  answer: (said: BoardSaid) => ActionAnswer | Promise<ActionAnswer>,
): Promise<ActionAnswer> {
  const found = await app.findBoard(viewer, { asked: inputs.board, projectKey: beside.projectKey });
  if (found.kind === 'unsaid') return refused('no-board-named');
  if (found.kind === 'none') return refused('no-such-board-in-sight');
  if (found.kind === 'several') {
    return {
      answer: 'choose-board',
      boards: found.boards.slice(0, CHOICES).map(({ id, name }) => ({ id, text: { name } })),
      more: Math.max(0, found.boards.length - CHOICES),
    };
  }
  const [judged, links] = await Promise.all([app.judge(viewer, found.boardId), linksOn(app)]);
  const { board } = judged.backlog;
  return await answer({
    ...judged,
    links,
    board: { id: board.id, text: { name: board.name }, link: linkTo(links, judged) },
  });
}
