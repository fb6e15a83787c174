import { pick } from '#sandbox/demo/random';
import { SECURITY_LEVEL } from '#sandbox/jira/defaults';
import type { Board, Issue, Project, Sprint } from '#sandbox/jira/model';
import type { Act, JiraSite } from '#sandbox/jira/site.types';

/** What the random acts work on. */
export interface Stage {
  readonly site: JiraSite;
  readonly random: () => number;
  /** Site time; acts move it forward. */
  readonly time: { now: number };
  readonly board: Board;
  readonly other: Board;
  readonly people: readonly string[];
  /** Takes a line for each thing done. */
  readonly story: string[];
}

const HOUR = 3_600_000;
const FORTNIGHT = 14 * 24 * HOUR;
const MOST_ACTIVE = 3;
const ESTIMATES = [null, null, 0, 0.5, 1, 2, 3, 5, 8, 13] as const;

const chance = ({ random }: Stage, odds: number) => random() < odds;

function one<Value>({ random }: Stage, values: readonly Value[]): Value | undefined {
  return values[Math.floor(random() * values.length)];
}

const act = (stage: Stage): Act => ({ by: one(stage, stage.people) ?? 'lead', at: stage.time.now });

function say({ story, time }: Stage, line: string): void {
  story.push(`${new Date(time.now).toISOString()} ${line}`);
}

const levelOf = ({ site }: Stage, { issueTypeId }: Issue) =>
  site.get('issueTypes', issueTypeId)?.hierarchyLevel;
const isPlain = (stage: Stage) => (issue: Issue) => levelOf(stage, issue) === 0;
const anyIssue = (stage: Stage) => one(stage, [...stage.site.all('issues')].filter(isPlain(stage)));
const sprints = ({ site }: Stage, state: Sprint['state']) =>
  [...site.all('sprints')].filter((sprint) => sprint.state === state);
const openSprints = (stage: Stage) => [...sprints(stage, 'active'), ...sprints(stage, 'future')];
const projectOf = ({ site }: Stage, issue: Issue) => site.get('projects', issue.projectId);

/** Both estimation fields take a value, so that a move between projects does not lose it by chance alone. */
function estimate(stage: Stage): Record<string, number | null> {
  const fields = [stage.board, stage.other].flatMap(({ estimation }) =>
    estimation.type === 'field' ? [estimation.fieldId] : [],
  );
  const value = one(stage, ESTIMATES) ?? null;
  return Object.fromEntries(fields.map((fieldId) => [fieldId, value]));
}

function typeAt(stage: Stage, project: Project, level: number): string | undefined {
  const fitting = project.issueTypeIds.filter(
    (id) => stage.site.get('issueTypes', id)?.hierarchyLevel === level,
  );
  return one(stage, fitting);
}

function createIssue(stage: Stage): void {
  const { site, board, other } = stage;
  const project = site.get('projects', chance(stage, 0.8) ? board.projectId : other.projectId);
  const issueTypeId = project && typeAt(stage, project, 0);
  if (!issueTypeId) return;
  const sprint = chance(stage, 0.7) ? one(stage, openSprints(stage)) : undefined;
  const statusId = chance(stage, 0.85) ? project.statusIds[0] : one(stage, project.statusIds);
  const made = site.createIssue(
    {
      projectId: project.id,
      issueTypeId,
      summary: 'A story',
      sprintId: sprint?.id ?? null,
      ...(statusId === undefined ? {} : { statusId }),
      ...(project.securityLevelIds.length > 0 && chance(stage, 0.1)
        ? { securityLevelId: SECURITY_LEVEL.leads }
        : {}),
      customFields: Object.fromEntries(Object.entries(estimate(stage)).filter(([, value]) => value !== null)),
    },
    act(stage),
  );
  say(stage, `${made.key} created in ${sprint?.name ?? 'the backlog'}, status ${made.statusId}`);
}

function addSubtask(stage: Stage): void {
  const parent = anyIssue(stage);
  const project = parent && projectOf(stage, parent);
  const issueTypeId = project && typeAt(stage, project, -1);
  if (!parent || !issueTypeId) return;
  stage.site.createIssue(
    {
      projectId: parent.projectId,
      issueTypeId,
      summary: 'A step',
      parentId: parent.id,
      customFields: Object.fromEntries(Object.entries(estimate(stage)).filter(([, value]) => value !== null)),
    },
    act(stage),
  );
  say(stage, `${parent.key} gets a sub-task`);
}

function move(stage: Stage): void {
  const issue = anyIssue(stage);
  if (!issue) return;
  const target = chance(stage, 0.75) ? one(stage, openSprints(stage)) : undefined;
  stage.site.moveToSprint(issue.id, target?.id ?? null, act(stage));
  say(stage, `${issue.key} moved to ${target?.name ?? 'the backlog'}`);
}

function transition(stage: Stage): void {
  const issue = one(stage, [...stage.site.all('issues')]);
  const project = issue && projectOf(stage, issue);
  if (!issue || !project) return;
  const statusId = chance(stage, 0.5) ? project.statusIds.at(-1) : one(stage, project.statusIds);
  stage.site.transitionIssue(issue.id, statusId ?? issue.statusId, act(stage));
  say(stage, `${issue.key} to status ${statusId}`);
}

function estimateAnew(stage: Stage): void {
  const issue = one(stage, [...stage.site.all('issues')]);
  if (!issue) return;
  const customFields = estimate(stage);
  stage.site.editIssue(issue.id, { customFields }, act(stage));
  say(stage, `${issue.key} estimated ${Object.values(customFields).join()}`);
}

function split(stage: Stage): void {
  const issue = anyIssue(stage);
  if (!issue) return;
  const part = stage.site.splitIssue(issue.id, { summary: 'A part' }, act(stage));
  stage.site.editIssue(part.id, { customFields: estimate(stage) }, act(stage));
  say(stage, `${issue.key} split into ${part.key}`);
}

function otherEdit(stage: Stage): void {
  const issue = one(stage, [...stage.site.all('issues')]);
  if (!issue) return;
  stage.site.editIssue(
    issue.id,
    { summary: `Said anew ${stage.time.now}`, isFlagged: !issue.isFlagged },
    act(stage),
  );
  const above = anyIssue(stage);
  if (above && above.id !== issue.id) stage.site.rankIssues([issue.id], { before: above.id }, act(stage));
}

function remove(stage: Stage): void {
  const issue = anyIssue(stage);
  if (!issue) return;
  stage.site.deleteIssue(issue.id, act(stage));
  say(stage, `${issue.key} deleted`);
}

function changeProject(stage: Stage): void {
  const issue = anyIssue(stage);
  if (!issue) return;
  const { board, other, site } = stage;
  const target = issue.projectId === board.projectId ? other.projectId : board.projectId;
  const moved = site.moveIssueToProject(issue.id, target, act(stage));
  say(stage, `${issue.key} moved to another project: ${moved.key}`);
}

function planSprint(stage: Stage): void {
  const { site, board, other } = stage;
  const { id: boardId } = chance(stage, 0.75) ? board : other;
  // Names may be shared: ids alone tell sprints apart.
  const name = chance(stage, 0.9) ? `Sprint ${[...site.all('sprints')].length + 1}` : 'Sprint, again';
  site.createSprint({ boardId, name }, act(stage));
  say(stage, `${name} planned on board ${boardId}`);
}

/** A few changes at this very instant. */
function atOnce(stage: Stage): void {
  for (let left = Math.floor(stage.random() * 4); left > 0; left -= 1) change(stage);
}

function start(stage: Stage): void {
  const sprint = one(stage, sprints(stage, 'future'));
  if (!sprint || sprints(stage, 'active').length >= MOST_ACTIVE) return;
  atOnce(stage);
  const { now } = stage.time;
  // Whoever starts a sprint may date its start back.
  const startDate = chance(stage, 0.1) ? now - Math.floor(stage.random() * 48) * HOUR : now;
  stage.site.startSprint(sprint.id, { ...act(stage), startDate, endDate: now + FORTNIGHT });
  say(stage, `${sprint.name} starts as of ${new Date(startDate).toISOString()}`);
  atOnce(stage);
}

function complete(stage: Stage, sprint = one(stage, sprints(stage, 'active'))): void {
  if (!sprint) return;
  atOnce(stage);
  const targets = openSprints(stage).filter(({ id }) => id !== sprint.id);
  const target = chance(stage, 0.5) ? one(stage, targets) : undefined;
  stage.site.completeSprint(sprint.id, { ...act(stage), moveOpenTo: target?.id ?? null });
  say(stage, `${sprint.name} is completed, what is open goes to ${target?.name ?? 'the backlog'}`);
  atOnce(stage);
}

function reopen(stage: Stage): void {
  const sprint = one(stage, sprints(stage, 'closed'));
  if (!sprint || sprints(stage, 'active').length >= MOST_ACTIVE) return;
  stage.site.reopenSprint(sprint.id, act(stage));
  say(stage, `${sprint.name} is reopened`);
}

function editSprint(stage: Stage): void {
  const sprint = one(stage, [...stage.site.all('sprints')]);
  if (sprint)
    stage.site.editSprint(sprint.id, { name: `${sprint.name.slice(0, 28)}'`, goal: 'Another' }, act(stage));
}

function dropSprint(stage: Stage): void {
  const sprint = one(stage, sprints(stage, 'future'));
  if (!sprint) return;
  stage.site.deleteSprint(sprint.id, act(stage));
  say(stage, `${sprint.name} deleted`);
}

const CHANGES: readonly (readonly [(stage: Stage) => void, number])[] = [
  [createIssue, 6],
  [addSubtask, 1],
  [move, 8],
  [transition, 10],
  [estimateAnew, 5],
  [split, 1],
  [otherEdit, 1],
  [changeProject, 0.7],
  [remove, 0.4],
];

const SPRINT_LIFE: readonly (readonly [(stage: Stage) => void, number])[] = [
  [planSprint, 3],
  [start, 5],
  [complete, 4],
  [reopen, 1.5],
  [editSprint, 0.5],
  [dropSprint, 0.3],
];

function change(stage: Stage): void {
  pick(stage.random, CHANGES)(stage);
}

/** Time passes: often none at all, else from a millisecond to days. */
function pass(stage: Stage): void {
  const unit = pick(stage.random, [
    [0, 3],
    [1, 2],
    [HOUR, 6],
    [24 * HOUR, 4],
  ] as const);
  stage.time.now += unit === 0 ? 0 : Math.max(1, Math.floor(stage.random() * 3 * unit));
}

/** Plays some twenty to ninety acts, and ends with at least one closed sprint on the board. */
export function playSprints(stage: Stage): void {
  const { site, board } = stage;
  site.createSprint({ boardId: board.id, name: 'Sprint 1' }, act(stage));
  for (let left = 3 + Math.floor(stage.random() * 6); left > 0; left -= 1) createIssue(stage);
  pass(stage);
  if (chance(stage, 0.7)) start(stage);
  for (let left = 15 + Math.floor(stage.random() * 60); left > 0; left -= 1) {
    pass(stage);
    if (chance(stage, 0.2)) pick(stage.random, SPRINT_LIFE)(stage);
    else change(stage);
  }
  for (const sprint of sprints(stage, 'active')) {
    pass(stage);
    if (chance(stage, 0.7)) complete(stage, sprint);
  }
  const ofBoard = [...site.all('sprints')].filter(({ originBoardId }) => originBoardId === board.id);
  if (ofBoard.some(({ state }) => state === 'closed')) return;
  const last = ofBoard.find(({ state }) => state === 'active') ?? planned(stage);
  pass(stage);
  complete(stage, last);
}

/** A sprint of the board that has just been started, with some of its life behind it. */
function planned(stage: Stage): Sprint {
  const { site, board, time } = stage;
  const known = [...site.all('sprints')].find(
    ({ originBoardId, state }) => originBoardId === board.id && state === 'future',
  );
  const sprint = known ?? site.createSprint({ boardId: board.id, name: 'Last sprint' }, act(stage));
  site.startSprint(sprint.id, { ...act(stage), endDate: time.now + FORTNIGHT });
  for (let left = 5; left > 0; left -= 1) {
    pass(stage);
    change(stage);
  }
  return site.get('sprints', sprint.id) ?? sprint;
}
