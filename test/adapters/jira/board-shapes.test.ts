import { describe, expect, it } from 'vitest';

import { demandOf } from '#src/domain/capacity/forecast';
import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import { assessBoardBacklog } from '#src/usecases/assess-board-backlog';
import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import { createProject, FIELD, installDefaults, ISSUE_TYPE, LINK_TYPE, STATUS } from '#sandbox/jira/defaults';
import type { Board, Project } from '#sandbox/jira/model';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { createJiraSite } from '#sandbox/jira/site';
import { openStore } from '#sandbox/state/store';
import { restAsUser } from '#tools/rest-as-user';

import { restPorts } from '../contract/rest-ports';

const ANN = '5b10a2844c20165700ede21a';
const DAY = 86_400_000;
const NOW = Date.parse('2026-10-12T08:00:00.000Z');

/** What the app holds by its manifest. */
const SCOPES = [
  'read:jira-work',
  'read:board-scope:jira-software',
  'read:board-scope.admin:jira-software',
  'read:sprint:jira-software',
  'read:issue-details:jira',
  'read:project:jira',
];

/** A local Jira in which Ann sees everything but the project SECRET, and the app that reads it as her. */
function createWorld() {
  const clock = createClock(() => NOW);
  const site = createJiraSite(openStore(':memory:'), clock);
  installDefaults(site);
  site.put('users', {
    accountId: ANN,
    displayName: 'Ann',
    email: 'ann@example.com',
    active: true,
    timeZone: 'America/New_York',
    locale: 'en_US',
  });
  const project = (key: string, style: Project['style'] = 'classic') =>
    createProject(site, {
      key,
      name: key,
      style,
      leadAccountId: ANN,
      members: { admins: [], members: key === 'SECRET' ? [] : [ANN], viewers: [] },
    });
  const board = ({ id, statusIds }: Project, change: Partial<Board> = {}) =>
    site.createBoard({
      name: 'Board',
      type: 'scrum',
      projectId: id,
      filterId: `1${id}`,
      filterJql: `project = ${id} ORDER BY Rank ASC`,
      columns: [
        { name: 'To Do', statusIds: [statusIds[0] ?? ''] },
        { name: 'In Progress', statusIds: statusIds.slice(1, -1) },
        { name: 'Done', statusIds: [statusIds.at(-1) ?? ''] },
      ],
      estimation: { type: 'field', fieldId: FIELD.storyPoints },
      rankFieldId: FIELD.rank,
      hasSprints: true,
      ...change,
    }).id;
  const issue = ({ id, issueTypeIds }: Project, summary: string, more: object = {}) =>
    site.createIssue({ projectId: id, issueTypeId: issueTypeIds[1] ?? '', summary, ...more }, { by: ANN }).id;
  const rest = createRest({ site, clock, faults: createFaults(), siteUrl: 'http://localhost:8080' });
  const open = async (boardId: number) => {
    const { load, save } = createMemoryOutcomes();
    const outcomes = {
      loadSprintOutcomes: load,
      saveSprintOutcomes: save,
      loadSprintRecords: createMemoryRecords().load,
    };
    const ports = { ...restPorts(restAsUser(rest, ANN, SCOPES)), ...outcomes, now: () => new Date(NOW) };
    const result = await assessBoardBacklog(ports, boardId, DEFAULT_SETTINGS);
    const { issues } = result.assessment;
    return { ...result, summaries: issues.map(({ id }) => result.words.issues[id]?.summary) };
  };
  return { site, project, board, issue, open };
}

const points = (amount: number) => ({ customFields: { [FIELD.storyPoints]: amount } });

describe('a board', () => {
  it('of a company-managed project estimates by its field', async () => {
    const { project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    issue(aurora, 'One', points(5));
    const { assessment, board: read } = await open(board(aurora));
    expect(read.estimation?.displayName).toBe('Story Points');
    expect(assessment.issues).toMatchObject([{ estimate: 5, level: 0 }]);
  });

  it('of a team-managed project has types, statuses and an estimate of its own', async () => {
    const { site, project, board, issue, open } = createWorld();
    const team = project('TEAM', 'next-gen');
    const estimation = { type: 'field', fieldId: FIELD.storyPointEstimate } as const;
    const boardId = board(team, { type: 'simple', estimation });
    issue(team, 'Open', { customFields: { [FIELD.storyPointEstimate]: 3 } });
    const done = issue(team, 'Done');
    site.transitionIssue(done, team.statusIds.at(-1) ?? '', { by: ANN });
    const { summaries, assessment, hasSprints } = await open(boardId);
    expect(summaries).toEqual(['Open']);
    expect(assessment.issues).toMatchObject([{ estimate: 3 }]);
    expect(hasSprints).toBe(true);
  });

  it('of a team-managed project with sprints switched off is counted in issues by fortnight', async () => {
    const { site, project, board, issue, open } = createWorld();
    const team = project('TEAM', 'next-gen');
    const estimation = { type: 'field', fieldId: FIELD.storyPointEstimate } as const;
    const boardId = board(team, { type: 'simple', estimation, hasSprints: false });
    issue(team, 'Open');
    const finish = (id: string, at: number) =>
      site.transitionIssue(id, team.statusIds.at(-1) ?? '', { by: ANN, at });
    // On the stroke of each fortnight in UTC, which is still the Sunday before where Ann is.
    const thisMonday = Date.parse('2026-10-12T00:00:00.000Z');
    for (let back = 0; back <= 10; back += 1) finish(issue(team, 'Past'), thisMonday - back * 14 * DAY);
    const step = { issueTypeId: team.issueTypeIds[4], parentId: issue(team, 'Whole', { sprintId: null }) };
    finish(issue(team, 'Step', step), thisMonday - DAY);
    const { assessment, hasSprints, summaries } = await open(boardId);
    expect(hasSprints).toBe(false);
    expect(assessment).toMatchObject({
      unit: 'items',
      history: { period: 'fortnight', days: 14 },
      demand: demandOf(Array.from({ length: 10 }, () => 1)),
      practice: { stories: 10, withCriteria: 0 },
    });
    expect(assessment.history.delivered.map(({ amount }) => amount)).toEqual(Array(10).fill(1));
    expect(summaries).toEqual(['Open', 'Whole']);
  });

  it('over several projects is read in one order, without what the viewer may not see', async () => {
    const { site, project, board, issue, open } = createWorld();
    const [aurora, boreal, secret] = [project('AUR'), project('BOR'), project('SECRET')];
    const boardId = board(aurora, {
      filterJql: `project in (${aurora.id}, ${boreal.id}) ORDER BY Rank ASC`,
    });
    const blocked = issue(aurora, 'A1');
    issue(boreal, 'B1');
    issue(aurora, 'A2');
    const hidden = issue(secret, 'S1');
    site.linkIssues(LINK_TYPE.blocks, hidden, blocked, { by: ANN });
    const { summaries, assessment } = await open(boardId);
    expect(summaries).toEqual(['A1', 'B1', 'A2']);
    expect(assessment.issues[0]?.findings.map(({ check }) => check)).not.toContain('open-blocker');
  });

  it('whose filter is in another order is read by rank all the same, as Jira lists it', async () => {
    const { site, project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const boardId = board(aurora, { filterJql: `project = ${aurora.id} ORDER BY created DESC` });
    const [first, second] = [issue(aurora, 'First'), issue(aurora, 'Second')];
    site.rankIssues([second], { before: first }, { by: ANN });
    issue(aurora, 'Third');
    const { summaries, board: read } = await open(boardId);
    expect(summaries).toEqual(['Second', 'First', 'Third']);
    expect(read.isRanked).toBe(true);
  });

  it('whose filter leaves issues out has holes in its ranks, and no others', async () => {
    const { site, project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const boardId = board(aurora, { filterJql: `project = ${aurora.id} AND labels is EMPTY ORDER BY Rank` });
    const blocked = issue(aurora, 'First');
    const filtered = issue(aurora, 'Filtered', { labels: ['later'] });
    issue(aurora, 'Second');
    site.linkIssues(LINK_TYPE.blocks, filtered, blocked, { by: ANN });
    const { summaries, assessment } = await open(boardId);
    expect(summaries).toEqual(['First', 'Second']);
    // The blocker is on no list of this board.
    expect(assessment.issues[0]?.findings).toContainEqual(
      expect.objectContaining({
        check: 'open-blocker',
        facts: { blockers: [{ key: 'AUR-2', placesBelow: null }] },
      }),
    );
  });

  it('without a rank field says so, and is read in the order of its filter', async () => {
    const { site, project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const boardId = board(aurora, {
      rankFieldId: null,
      filterJql: `project = ${aurora.id} ORDER BY key DESC`,
    });
    const ids = Array.from({ length: 20 }, (_, index) => issue(aurora, `Issue ${index}`));
    site.rankIssues([ids[0] ?? ''], { before: ids[19] ?? '' }, { by: ANN });
    const { summaries, board: read } = await open(boardId);
    expect(read.isRanked).toBe(false);
    expect(summaries).toEqual(Array.from({ length: 20 }, (_, index) => `Issue ${19 - index}`));
  });

  it('with epics and sub-tasks on it is read by what is worked on', async () => {
    const { project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const boardId = board(aurora, { type: 'kanban', hasSprints: false, estimation: { type: 'none' } });
    const epic = issue(aurora, 'Epic', { issueTypeId: ISSUE_TYPE.epic });
    const story = issue(aurora, 'Story', { parentId: epic });
    issue(aurora, 'Step', { issueTypeId: ISSUE_TYPE.subtask, parentId: story });
    const { summaries, words } = await open(boardId);
    expect(summaries).toEqual(['Story']);
    expect(words.parents).toEqual({ [epic]: { key: 'AUR-1', summary: 'Epic' } });
  });

  it('shares issues with another board, each with its own done column and estimate', async () => {
    const { site, project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const [one, other] = [
      board(aurora),
      board(aurora, {
        estimation: { type: 'none' },
        columns: [
          { name: 'To Do', statusIds: [STATUS.toDo] },
          { name: 'Reviewed', statusIds: [STATUS.inReview] },
        ],
      }),
    ];
    issue(aurora, 'Open', points(3));
    const reviewed = issue(aurora, 'Reviewed', points(2));
    site.transitionIssue(reviewed, STATUS.inReview, { by: ANN });
    expect(await open(one)).toMatchObject({
      summaries: ['Open', 'Reviewed'],
      assessment: { unit: 'points' },
    });
    expect(await open(other)).toMatchObject({ summaries: ['Open'], assessment: { unit: 'items' } });
  });

  it('with done issues in its backlog and sprints leaves them out', async () => {
    const { site, project, board, issue, open } = createWorld();
    const aurora = project('AUR');
    const boardId = board(aurora);
    const sprint = site.createSprint({ boardId, name: 'Next' }, { by: ANN });
    issue(aurora, 'Planned', { sprintId: sprint.id });
    for (const sprintId of [sprint.id, null]) {
      site.transitionIssue(issue(aurora, 'Done', { sprintId }), STATUS.done, { by: ANN });
    }
    issue(aurora, 'Open');
    const { summaries, assessment } = await open(boardId);
    expect(summaries).toEqual(['Planned', 'Open']);
    expect(assessment.issues[0]?.sprintId).toBe(sprint.id);
  });
});
