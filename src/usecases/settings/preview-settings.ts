import type { AssessedIssue } from '#src/domain/backlog/assessment';
import { boardSettingsOf } from '#src/domain/settings/board-settings';
import type { Layer } from '#src/domain/settings/layer';
import type { LayerPlace } from '#src/ports/setting-layers';
import { assessBoardBacklog, type AssessBoardBacklogPorts } from '#src/usecases/assess-board-backlog';
import { refuseOthers } from '#src/usecases/settings/administer';
import { layersWith, type LayerOfPlacePorts } from '#src/usecases/settings/layer-of-place';
import { holding } from '#src/usecases/settings/layers-of-board';
import { remembering } from '#src/usecases/settings/remembering';

export type PreviewPorts = LayerOfPlacePorts & AssessBoardBacklogPorts;

/** What settings would make of a board's issues as they are now. */
export interface Preview {
  readonly board: { readonly id: number; readonly name: string };
  /** Issues judged in both ways. */
  readonly issues: number;
  readonly newlyFlagged: number;
  readonly noLongerFlagged: number;
  readonly readyBefore: number;
  readonly readyAfter: number;
  readonly isPartial: boolean;
  /** Whether the board takes nothing from the place. */
  readonly isElsewhere: boolean;
}

type Judged = readonly Pick<AssessedIssue, 'id' | 'findings' | 'isReady'>[];

function compare(before: Judged, after: Judged) {
  const now = new Map(before.map((issue) => [issue.id, issue]));
  const both = after.flatMap((issue) => {
    const was = now.get(issue.id);
    return was === undefined ? [] : [{ was, issue }];
  });
  const count = (isMeant: (pair: (typeof both)[number]) => boolean) => both.filter(isMeant).length;
  return {
    issues: both.length,
    newlyFlagged: count(({ was, issue }) => was.findings.length === 0 && issue.findings.length > 0),
    noLongerFlagged: count(({ was, issue }) => was.findings.length > 0 && issue.findings.length === 0),
    readyBefore: count(({ was }) => was.isReady),
    readyAfter: count(({ issue }) => issue.isReady),
  };
}

/**
 * Judges a board's backlog as it is and as it would be with this layer in its place, by one reading of Jira as the viewer. Nothing is
 * kept of either.
 * @throws ReadFailure `no-access` for those who do not administer the place; as `assessBoardBacklog` where Jira does not answer.
 */
export async function previewSettings(
  ports: PreviewPorts,
  { place, layer, boardId }: { readonly place: LayerPlace; readonly layer: Layer; readonly boardId: number },
): Promise<Preview> {
  await refuseOthers(ports, place);
  const layers = await layersWith(ports, boardId, place, layer);
  const reading = remembering(ports);
  if (layers === null) {
    const { id, name } = await reading.readBoard(boardId);
    const nothing = { issues: 0, newlyFlagged: 0, noLongerFlagged: 0, readyBefore: 0, readyAfter: 0 };
    return { board: { id, name }, ...nothing, isPartial: false, isElsewhere: true };
  }
  const judge = async (of: typeof layers.now) =>
    await assessBoardBacklog(reading, boardId, boardSettingsOf(holding(of).values).checks);
  const before = await judge(layers.now);
  const after = await judge(layers.then);
  const { id, name } = after.board;
  return {
    board: { id, name },
    ...compare(before.assessment.issues, after.assessment.issues),
    isPartial: before.missing.length > 0 || after.missing.length > 0,
    isElsewhere: false,
  };
}
