import { readBoard, readConfiguration, readFieldIds, readSprints } from './jira-client';

/** What both views of a board need before its issues. */
export async function readBoardFrame(boardId: number) {
  const board = await readBoard(boardId);
  const [configuration, sprints, fields] = await Promise.all([
    readConfiguration(boardId),
    readSprints(board),
    readFieldIds(),
  ]);
  return {
    board,
    configuration,
    sprints: sprints ?? [],
    hasSprints: sprints !== null,
    estimateField: configuration.estimation?.field?.fieldId ?? null,
    flaggedField: fields.flagged,
  };
}

export type BoardFrame = Awaited<ReturnType<typeof readBoardFrame>>;

/** Fields that a list needs beside the usual ones. */
export const extraFields = ({ estimateField, flaggedField }: BoardFrame) =>
  [estimateField, flaggedField].filter((field) => field !== null);

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** When a sprint starts and ends, in words; null without dates. */
export function sprintDates(sprint: {
  readonly startDate?: string;
  readonly endDate?: string;
}): string | null {
  if (!sprint.startDate || !sprint.endDate) return null;
  return `${day.format(new Date(sprint.startDate))} – ${day.format(new Date(sprint.endDate))}`;
}
