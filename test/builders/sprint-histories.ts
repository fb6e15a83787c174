import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import { createRandom } from '#sandbox/demo/random';
import { createProject, FIELD, GROUP, installDefaults, STATUS } from '#sandbox/jira/defaults';
import type { Board, Project } from '#sandbox/jira/model';
import { createViewer } from '#sandbox/jira/permissions';
import { type SprintReport, sprintReport } from '#sandbox/jira/reports/sprint-report';
import { createRest, type Rest } from '#sandbox/jira/rest/create-rest';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore } from '#sandbox/state/store';

import { playSprints, type Stage } from './sprint-history-acts';

const START = Date.UTC(2026, 0, 5, 9);

/** Everybody who acts, and `lead` and `member` who read: the lead sees all, the member no issue that is for leads only. */
const PEOPLE = [
  ['lead', 'Asia/Kolkata'],
  ['member', 'America/Los_Angeles'],
  ['other', 'Pacific/Chatham'],
] as const;

/** A site with a random past on it, and the site's own Sprint Report to compare with. */
export interface SprintHistory {
  readonly seed: number;
  readonly site: JiraSite;
  /** The site's REST: `restAsUser(rest, accountId)` makes it the app's `requestJira`. */
  readonly rest: Rest;
  /** The board that is looked at; company-managed or team-managed by the seed. */
  readonly boardId: number;
  /** A second board of the site, with sprints of its own that issues of the first come into. */
  readonly otherBoardId: number;
  /** Closed sprints that were made on the board, oldest end first; at least one. */
  readonly closedSprintIds: readonly number[];
  /** Closed sprints of the other board, in which issues of this board's filter may have been. */
  readonly foreignClosedSprintIds: readonly number[];
  /** Who may read it: `lead` sees everything, `member` less. */
  readonly accountIds: readonly ['lead', 'member'];
  /** The site's Sprint Report, as an account sees it. */
  readonly report: (sprintId: number, accountId: string) => SprintReport;
  /** What was done, line by line, to read when a comparison fails. */
  readonly story: readonly string[];
}

function addPeople(site: JiraSite): void {
  for (const [accountId, timeZone] of PEOPLE) {
    const email = `${accountId}@example.com`;
    site.put('users', { accountId, displayName: accountId, email, active: true, timeZone, locale: 'en_GB' });
  }
  site.put('groups', { groupId: GROUP.users, name: GROUP.users, accountIds: PEOPLE.map(([id]) => id) });
}

const addProject = (site: JiraSite, key: string, style: Project['style']) =>
  createProject(site, {
    key,
    name: key,
    style,
    leadAccountId: 'lead',
    members: { admins: ['lead'], members: ['member', 'other'], viewers: [] },
  });

const { toDo, inProgress, inReview, done } = STATUS;

/** Boards with one status in the last column, with two of which one is not of the category done, and with one that is not mapped. */
const CLASSIC_COLUMNS: readonly (readonly (readonly string[])[])[] = [
  [[toDo], [inProgress, inReview], [done]],
  [[toDo], [inProgress], [inReview, done], []],
  [[toDo], [inProgress], [done]],
];

function columnsOf(project: Project, variant: number): Board['columns'] {
  const rows =
    project.style === 'next-gen' ? project.statusIds.map((id) => [id]) : (CLASSIC_COLUMNS[variant] ?? []);
  return rows.map((statusIds, place) => ({ name: `Column ${place + 1}`, statusIds: [...statusIds] }));
}

function addBoard(site: JiraSite, project: Project, filterJql: string, change: Partial<Board>): Board {
  return site.createBoard({
    name: `${project.key} board`,
    type: project.style === 'next-gen' ? 'simple' : 'scrum',
    projectId: project.id,
    filterId: `2${project.id}`,
    filterJql,
    columns: columnsOf(project, 0),
    estimation: {
      type: 'field',
      fieldId: project.style === 'next-gen' ? FIELD.storyPointEstimate : FIELD.storyPoints,
    },
    rankFieldId: FIELD.rank,
    hasSprints: true,
    ...change,
  });
}

const closedOf = (site: JiraSite, boardId: number) =>
  [...site.all('sprints')]
    .filter(({ originBoardId, state }) => originBoardId === boardId && state === 'closed')
    .sort((a, b) => (a.completeDate ?? 0) - (b.completeDate ?? 0) || a.id - b.id)
    .map(({ id }) => id);

/**
 * Plays a random past on a small site: sprints that run one after another and side by side, issues that are created, split, moved
 * between sprints, boards and projects, estimated anew, finished, reopened and deleted, much of it at the very instant at which a
 * sprint starts or ends. The same seed gives the same past.
 */
export function randomSprintHistory(seed: number): SprintHistory {
  const random = createRandom(seed);
  const time = { now: START };
  const clock = createClock(() => time.now);
  const site = createJiraSite(openStore(':memory:'), clock);
  const { board, other } = site.batch(() => {
    installDefaults(site);
    addPeople(site);
    const project = addProject(site, 'ONE', random() < 0.4 ? 'next-gen' : 'classic');
    const second = addProject(site, 'TWO', random() < 0.3 ? 'next-gen' : 'classic');
    const isWide = random() < 0.3;
    return {
      board: addBoard(site, project, `project ${isWide ? 'in (ONE, TWO)' : '= ONE'} ORDER BY Rank ASC`, {
        columns: columnsOf(project, Math.floor(random() * CLASSIC_COLUMNS.length)),
        ...(random() < 0.15 ? { estimation: { type: 'issueCount' } } : {}),
      }),
      other: addBoard(site, second, 'project in (ONE, TWO) ORDER BY Rank ASC', {}),
    };
  });
  const story: string[] = [];
  const stage: Stage = { site, random, time, board, other, people: PEOPLE.map(([id]) => id), story };
  playSprints(stage);
  const rest = createRest({ site, clock, faults: createFaults(), siteUrl: 'http://localhost:8080' });
  return {
    seed,
    site,
    rest,
    boardId: board.id,
    otherBoardId: other.id,
    closedSprintIds: closedOf(site, board.id),
    foreignClosedSprintIds: closedOf(site, other.id),
    accountIds: ['lead', 'member'],
    report(sprintId, accountId) {
      const sprint = site.get('sprints', sprintId);
      if (!sprint) throw new Error(`There is no sprint ${sprintId}.`);
      const viewer = createViewer(site, accountId);
      return sprintReport(board, sprint, { site, viewer, now: time.now, zone: 'Etc/UTC' });
    },
    story,
  };
}
