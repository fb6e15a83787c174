import type { SprintReport } from '#sandbox/jira/reports/sprint-report';

import { getJson, sendJson } from './http';
import type { BoardSummary, Sprint } from './jira-client';

export type { SprintReport };

const API = '/sandbox/api';
const AGILE = '/rest/agile/1.0';

/** The Sprint Report of a board, as the user may see it. @throws HttpError */
export const readSprintReport = async (boardId: number, sprintId: number) =>
  (await getJson(`${API}/sprint-report?boardId=${boardId}&sprintId=${sprintId}`)) as SprintReport;

/** Every sprint of a board that was started, the newest first. @throws HttpError */
export async function readStartedSprints({ id }: Pick<BoardSummary, 'id'>): Promise<readonly Sprint[]> {
  const found: Sprint[] = [];
  for (let isLast = false; !isLast;) {
    const page = (await getJson(
      `${AGILE}/board/${id}/sprint?state=active,closed&startAt=${found.length}`,
    )) as { values: Sprint[]; isLast: boolean };
    found.push(...page.values);
    isLast = page.isLast || page.values.length === 0;
  }
  return found.reverse();
}

export interface SprintWords {
  readonly name: string;
  readonly goal: string;
}

export async function createSprint(boardId: number, name: string): Promise<void> {
  await sendJson('POST', `${AGILE}/sprint`, { originBoardId: boardId, name });
}

export async function editSprint(sprintId: number, words: SprintWords): Promise<void> {
  await sendJson('POST', `${AGILE}/sprint/${sprintId}`, words);
}

export async function deleteSprint(sprintId: number): Promise<void> {
  await sendJson('DELETE', `${AGILE}/sprint/${sprintId}`);
}

export async function startSprint(
  sprintId: number,
  sprint: SprintWords & { readonly startDate: string; readonly endDate: string },
): Promise<void> {
  await sendJson('POST', `${API}/sprints/start`, { sprintId, ...sprint });
}

/** @param moveOpenTo a sprint's id, `new` or `backlog`. */
export async function completeSprint(sprintId: number, moveOpenTo: string): Promise<void> {
  await sendJson('POST', `${API}/sprints/complete`, { sprintId, moveOpenTo });
}

export async function reopenSprint(sprintId: number): Promise<void> {
  await sendJson('POST', `${API}/sprints/reopen`, { sprintId });
}

/** Splits a part off an issue; answers the keys of what was made. */
export async function splitIssue(
  issueId: string,
  parts: readonly { readonly summary: string; readonly estimate: number | null }[],
  estimate: number | null,
): Promise<readonly string[]> {
  return (await sendJson('POST', `${API}/issues/split`, { issueId, parts, estimate })) as readonly string[];
}
