import type { DerivedSprint } from '#sandbox/import/derive-sprints';
import type { People } from '#sandbox/import/people';
import type { ImportedIssue } from '#sandbox/import/read-issues';
import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import { FIELD, ISSUE_TYPE, PRIORITY, STATUS } from '#sandbox/jira/ids';
import type { Adf, StatusCategory } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';
import type { Catalogue } from '#sandbox/import/catalogue';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the issues of a file are played onto. */
export interface Scene {
  readonly site: JiraSite;
  readonly projectId: string;
  readonly boardId: number;
  readonly leadAccountId: string;
  readonly catalogue: Catalogue;
  readonly people: People;
  readonly now: number;
}

/** An issue of the file with what was found out about it. */
export interface Placed {
  readonly issue: ImportedIssue;
  /** The key it gets in the project. */
  readonly key: string;
  readonly statusId: string;
  readonly category: StatusCategory;
  /** When it was written, epoch milliseconds: as the file says, or before its first sprint, or now. */
  readonly created: number;
}

/** Wiki markup as ADF with the site's people in its mentions; `onPlain` hears of text that could not be read. */
export function toAdf({ people }: Scene, text: string, onPlain: () => void): Adf | null {
  const { adf, isPlain } = wikiToAdf(text, (id) => people.find(id));
  if (isPlain) onPlain();
  return adf;
}

/** Creates an issue at the bottom of the ranking; done and started ones begin in To Do and are moved later. */
export function createPlaced(scene: Scene, placed: Placed, onPlain: () => void): string {
  const { site, catalogue, people } = scene;
  const { issue } = placed;
  const author = issue.creator ?? issue.reporter;
  const created = site.createIssue(
    {
      projectId: scene.projectId,
      key: placed.key,
      issueTypeId: catalogue.typeIds.get(issue.type ?? '') ?? ISSUE_TYPE.story,
      statusId: placed.category === 'new' ? placed.statusId : STATUS.toDo,
      summary: issue.summary,
      description: toAdf(scene, issue.description, onPlain),
      priorityId: catalogue.priorityIds.get(issue.priority ?? '') ?? PRIORITY.medium,
      reporter: issue.reporter ? people.accountOf(issue.reporter) : null,
      assignee: issue.assignee ? people.accountOf(issue.assignee) : null,
      labels: [...issue.labels],
      dueDate: issue.dueDate,
      customFields: issue.estimate === null ? {} : { [FIELD.storyPoints]: issue.estimate },
    },
    { by: author ? people.accountOf(author) : scene.leadAccountId, at: placed.created },
  );
  return created.id;
}

/** Whoever most likely moved it. */
function workerOf({ people, leadAccountId }: Scene, { assignee }: ImportedIssue): string {
  return assignee ? people.accountOf(assignee) : leadAccountId;
}

function transition(scene: Scene, placed: Placed, id: string, at: number): void {
  if (scene.site.issue(id)?.statusId === placed.statusId) return;
  const moment = Math.min(scene.now, Math.max(at, placed.created));
  scene.site.transitionIssue(id, placed.statusId, { by: workerOf(scene, placed.issue), at: moment });
}

/** Moves an issue that is done or under way to its status, when the file says it happened. */
export function settleStatus(scene: Scene, placed: Placed, id: string): void {
  const { resolved, updated } = placed.issue;
  if (placed.category === 'done') transition(scene, placed, id, resolved ?? updated ?? placed.created);
  else if (placed.category === 'indeterminate') transition(scene, placed, id, updated ?? placed.created);
}

/** Plays one sprint: its issues go in, and what was done in it is done before it closes. */
export function playSprint(
  scene: Scene,
  sprint: DerivedSprint,
  members: readonly { readonly placed: Placed; readonly id: string }[],
): void {
  const { site, now, leadAccountId: by } = scene;
  const isFuture = sprint.state === 'future';
  const createdAt = Math.min(now, sprint.start - DAY);
  const { id: sprintId } = site.createSprint(
    { boardId: scene.boardId, name: sprint.name },
    { by, at: createdAt },
  );
  for (const { placed, id } of members) {
    const at = isFuture ? now : Math.max(placed.created, sprint.start - HOUR);
    site.moveToSprint(id, sprintId, { by, at: Math.min(now, at) });
  }
  if (isFuture) return;
  site.startSprint(sprintId, { by, at: sprint.start, endDate: sprint.end });
  for (const { placed, id } of members) {
    const isItsLast = placed.issue.sprints.at(-1) === sprint.name;
    if (!isItsLast || placed.category !== 'done') continue;
    const at = placed.issue.resolved ?? (sprint.start + Math.min(now, sprint.end)) / 2;
    if (at <= sprint.end) transition(scene, placed, id, Math.round(at));
  }
  if (sprint.state === 'closed') site.completeSprint(sprintId, { by, at: sprint.end, moveOpenTo: null });
}
