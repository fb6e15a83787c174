import { benchDescription, benchSummary } from '#sandbox/demo/bench-text';
import { createRandom, pick } from '#sandbox/demo/random';
import { DAY } from '#sandbox/demo/timeline';
import {
  createProject,
  FIELD,
  installDefaults,
  ISSUE_TYPE,
  LINK_TYPE,
  PRIORITY,
  STATUS,
} from '#sandbox/jira/defaults';
import type { JiraSite } from '#sandbox/jira/site.types';

const LEAD = '5c10a2844c20165700bec001';
const CLOSED_SPRINTS = 10;
const ISSUES_A_SPRINT = 9;
const SPRINT_LENGTH = 14 * DAY;

const ESTIMATES = [
  [1, 14],
  [2, 22],
  [3, 28],
  [5, 22],
  [8, 10],
  [13, 4],
] as const;
const TYPES = [
  [ISSUE_TYPE.story, 60],
  [ISSUE_TYPE.task, 20],
  [ISSUE_TYPE.bug, 20],
] as const;
const PRIORITIES = [
  [PRIORITY.medium, 70],
  [PRIORITY.high, 15],
  [PRIORITY.low, 10],
  [PRIORITY.highest, 5],
] as const;
const EPICS = 8;
const WITHOUT_EPIC = 0.3;
const UNESTIMATED = 0.12;
const BLOCKED = 0.05;

interface Bench {
  readonly site: JiraSite;
  readonly random: () => number;
  readonly projectId: string;
  readonly boardId: number;
  readonly epicIds: readonly string[];
  /** Apart from `random`, so that the issues are the same with and without epics. */
  readonly randomEpic: () => number;
}

/** Epics are worked on through their issues, so the board's filter leaves them out, as most do. */
function createEpics(site: JiraSite, random: () => number, projectId: string, at: number): string[] {
  return Array.from({ length: EPICS }, (_, place) => {
    const fields = {
      projectId,
      issueTypeId: ISSUE_TYPE.epic,
      summary: `${benchSummary(random, 0)}, epic ${place + 1}`,
      description: benchDescription(random),
    };
    return site.createIssue(fields, { by: LEAD, at }).id;
  });
}

function installBoard(site: JiraSite): { projectId: string; boardId: number } {
  installDefaults(site);
  site.put('users', {
    accountId: LEAD,
    displayName: 'Bench Lead',
    email: 'bench.lead@example.com',
    active: true,
    timeZone: 'Etc/UTC',
    locale: 'en_GB',
  });
  const project = createProject(site, {
    key: 'BENCH',
    name: 'Bench',
    style: 'classic',
    leadAccountId: LEAD,
    members: { admins: [LEAD], members: [], viewers: [] },
  });
  const board = site.createBoard({
    name: 'Bench board',
    type: 'scrum',
    projectId: project.id,
    filterId: '19000',
    filterJql: 'project = BENCH AND issuetype != Epic ORDER BY Rank ASC',
    columns: [
      { name: 'To Do', statusIds: [STATUS.toDo] },
      { name: 'In Progress', statusIds: [STATUS.inProgress, STATUS.inReview] },
      { name: 'Done', statusIds: [STATUS.done] },
    ],
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  return { projectId: project.id, boardId: board.id };
}

function epicOf({ epicIds, randomEpic }: Bench): string | null {
  return randomEpic() < WITHOUT_EPIC ? null : (epicIds[Math.floor(randomEpic() * EPICS)] ?? null);
}

function createOne(bench: Bench, place: number, at: number, sprintId: number | null): string {
  const { site, random } = bench;
  const points = random() < UNESTIMATED ? null : pick(random, ESTIMATES);
  const issue = site.createIssue(
    {
      projectId: bench.projectId,
      issueTypeId: pick(random, TYPES),
      summary: benchSummary(random, place),
      description: benchDescription(random),
      priorityId: pick(random, PRIORITIES),
      sprintId,
      parentId: epicOf(bench),
      customFields: points === null ? {} : { [FIELD.storyPoints]: points },
    },
    { by: LEAD, at },
  );
  return issue.id;
}

/** Sprints that have been started, with their issues; the last one is still active with half its work done. */
function playSprints(bench: Bench, activeStart: number, closed: number): void {
  const { site, boardId, random } = bench;
  for (let number = 0; number <= closed; number += 1) {
    const start = activeStart - (closed - number) * SPRINT_LENGTH;
    const isActive = number === closed;
    const sprint = site.createSprint(
      { boardId, name: `Bench ${number + 1}`, goal: 'A goal' },
      { by: LEAD, at: start - DAY },
    );
    const size = ISSUES_A_SPRINT + Math.floor(random() * 5) - 2;
    const ids = Array.from({ length: size }, (_, place) =>
      createOne(bench, place, start - 20 * DAY + place * 60_000, sprint.id),
    );
    site.startSprint(sprint.id, { by: LEAD, at: start, endDate: start + SPRINT_LENGTH - DAY });
    const done = isActive ? ids.slice(0, Math.floor(size / 2)) : ids;
    done.forEach((id, place) => {
      const at = start + ((place + 1) / (size + 1)) * (isActive ? 6 : 12) * DAY;
      site.transitionIssue(id, STATUS.done, { by: LEAD, at: Math.round(at) });
    });
    if (!isActive)
      site.completeSprint(sprint.id, { by: LEAD, at: start + SPRINT_LENGTH - DAY, moveOpenTo: null });
  }
}

/** Unstarted issues, the first of them in two future sprints, created in rank order. */
function fillBacklog(bench: Bench, count: number, now: number, closed: number): void {
  const { site, boardId, random } = bench;
  const future = [2, 3]
    .map((next) => `Bench ${closed + next}`)
    .map((name) => site.createSprint({ boardId, name }, { by: LEAD, at: now - 6 * DAY }).id);
  const ids = Array.from({ length: count }, (_, place) => {
    const age = 5 * DAY + Math.floor(random() * 200) * DAY;
    return createOne(bench, place, now - age, future[Math.floor(place / ISSUES_A_SPRINT)] ?? null);
  });
  ids.forEach((blocked, place) => {
    if (random() >= BLOCKED) return;
    const blocker = ids[Math.min(count - 1, Math.max(0, place + Math.floor(random() * 60) - 20))];
    if (blocker === undefined || blocker === blocked) return;
    site.linkIssues(LINK_TYPE.blocks, blocker, blocked, { by: LEAD, at: now - 4 * DAY });
  });
}

/**
 * Builds a project with a Scrum board of any size: ten closed sprints (or as many as asked for), an active one, two future ones,
 * eight epics, and exactly `issues` unstarted issues in rank order (future sprints included). The same seed and clock give the
 * same board.
 * @throws RangeError when there is a project BENCH already.
 */
export function seedBenchBoard(
  site: JiraSite,
  {
    issues,
    seed,
    closedSprints = CLOSED_SPRINTS,
  }: { readonly issues: number; readonly seed: number; readonly closedSprints?: number },
): { boardId: number; projectId: string; leadAccountId: string } {
  return site.batch(() => {
    const now = site.clock.now();
    const random = createRandom(seed);
    const board = installBoard(site);
    const randomEpic = createRandom(seed + 1);
    const begun = now - 7 * DAY - closedSprints * SPRINT_LENGTH;
    const epicIds = createEpics(site, randomEpic, board.projectId, begun);
    const bench: Bench = { site, random, randomEpic, ...board, epicIds };
    playSprints(bench, now - 7 * DAY, closedSprints);
    fillBacklog(bench, issues, now, closedSprints);
    return { ...board, leadAccountId: LEAD };
  });
}
