import type { WorkItemApp } from '#src/app/work-item';
import type { GetWorkItemRequest, WorkItem } from '#src/contract/work-item/calls';
import type { BoardSummary } from '#src/ports/boards';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toBacklogHealth } from '#src/resolvers/backlog-health';

const named = ({ id, name }: Pick<BoardSummary, 'id' | 'name'>) => ({ id, name });

const NOTHING: Omit<WorkItem, 'state'> = {
  board: null,
  boards: null,
  health: null,
  comparedWith: null,
  isUnderWay: false,
  canMend: false,
  notLooked: [],
};

/** Jira answers only for boards and issues that the viewer may see; the ids come from the screen. */
export const getWorkItem: CallHandler<GetWorkItemRequest, WorkItem, WorkItemApp> = async (
  app,
  viewer,
  request,
) => {
  const item = await app.openWorkItem(viewer, request);
  if (item.state === 'no-board') return { ...NOTHING, state: 'no-board' };
  const boards = item.boards?.map(named) ?? null;
  if (item.state !== 'judged') return { ...NOTHING, state: item.state, board: named(item.board), boards };
  const { opened, comparedWith, isUnderWay, canMend, notLooked } = item;
  return {
    state: 'judged',
    board: named(opened.backlog.board),
    boards,
    health: toBacklogHealth(opened, viewer.isLicensed),
    comparedWith,
    isUnderWay,
    canMend,
    notLooked,
  };
};
