import { beforeAll, describe, expect, test } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';
import { FIELD, LINK_TYPE, PRIORITY, STATUS } from '#sandbox/jira/defaults';
import { JqlError } from '#sandbox/jira/jql/error';
import { searchIssues } from '#sandbox/jira/jql/search';
import { createViewer } from '#sandbox/jira/permissions';

import { DAY, MONDAY, buildSite } from './site.fixture';

const { site, scrum, team, board } = buildSite();
const NOW = MONDAY + 30 * DAY;

beforeAll(() => {
  const at = (days: number) => ({ by: 'dev', at: MONDAY + days * DAY });
  const create = (summary: string, days: number, more: object = {}) =>
    site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary, ...more }, at(days));
  const [one, two] = ['Sprint 1', 'Sprint 2'].map((name) =>
    site.createSprint({ boardId: board.id, name }, at(0)),
  );
  const epic = create('Login epic', 0, { issueTypeId: '10000' });
  const a = create('Login page crashes', 1, {
    issueTypeId: '10003',
    priorityId: PRIORITY.highest,
    assignee: 'dev',
    labels: ['Frontend', 'urgent'],
    sprintId: one!.id,
    parentId: epic.id,
    customFields: { [FIELD.storyPoints]: 5 },
    description: textAdf('The quick brown fox'),
  });
  const b = create('Export reports', 10, {
    priorityId: PRIORITY.low,
    assignee: 'lea',
    reporter: 'lea',
    customFields: { [FIELD.storyPoints]: 0 },
    dueDate: '2026-07-02',
  });
  const c = create('Import a report', 20, { priorityId: null, customFields: { [FIELD.storyPoints]: 13 } });
  create('Step of it', 20, { issueTypeId: '10004', parentId: c.id, priorityId: PRIORITY.lowest });
  site.createIssue({ projectId: team.id, issueTypeId: team.issueTypeIds[1]!, summary: 'Hidden' }, at(0));
  site.startSprint(one!.id, { ...at(2), endDate: NOW });
  site.transitionIssue(a.id, STATUS.inProgress, at(3));
  site.transitionIssue(a.id, STATUS.done, at(9));
  site.completeSprint(one!.id, { ...at(14), moveOpenTo: null });
  site.moveToSprint(b.id, two!.id, at(15));
  site.editIssue(b.id, { isFlagged: true }, at(16));
  site.linkIssues(LINK_TYPE.blocks, c.id, b.id, at(21));
  site.addComment(c.id, textAdf('Please ask Zorro.'), at(22));
  site.rankIssues([c.id], { before: a.id }, at(23));
});

/** Keys without the project, in the order found. */
function find(jql: string, who = 'dev'): string {
  const context = { site, viewer: createViewer(site, who), now: NOW, zone: 'Etc/UTC' };
  return searchIssues(jql, context)
    .map(({ key }) => key.replace('SCR-', ''))
    .join(' ');
}

// 1 epic, 2 bug (done, Sprint 1), 3 story b (Sprint 2, flagged), 4 story c, 5 sub-task of c
const MATCHES: [jql: string, keys: string][] = [
  ['project = SCR ORDER BY key', '1 2 3 4 5'],
  ['project = "Scrum Team" AND key in (SCR-1, scr-2) ORDER BY key ASC', '1 2'],
  ['issuetype = Bug', '2'],
  ['type in (Bug, Epic) ORDER BY key', '1 2'],
  ['issuetype in subtaskIssueTypes()', '5'],
  ['issuetype in standardIssueTypes() ORDER BY key', '1 2 3 4'],
  ['status = Done', '2'],
  ['status != Done ORDER BY key', '1 3 4 5'],
  ['statusCategory = Done', '2'],
  ['statusCategory in ("To Do", indeterminate) ORDER BY key', '1 3 4 5'],
  ['priority > Medium', '2'],
  ['priority <= Low ORDER BY key', '3 5'],
  ['priority is EMPTY', '4'],
  ['priority != Low ORDER BY key', '1 2 5'],
  ['NOT priority = Low ORDER BY key', '1 2 4 5'],
  ['assignee = currentUser()', '2'],
  ['assignee = "Lea Lead" OR assignee = dev ORDER BY key', '2 3'],
  ['assignee is EMPTY AND type = Story', '4'],
  ['assignee in (dev, EMPTY) ORDER BY key', '1 2 4 5'],
  ['assignee not in (dev, EMPTY)', '3'],
  ['reporter = lea', '3'],
  ['labels = urgent', '2'],
  ['labels in (nothing, frontend)', '2'],
  ['labels is EMPTY ORDER BY key', '1 3 4 5'],
  ['sprint = 1', '2'],
  ['sprint = "sprint 2"', '3'],
  ['sprint in closedSprints()', '2'],
  ['sprint in futureSprints()', '3'],
  ['sprint in openSprints()', ''],
  ['sprint is EMPTY ORDER BY key', '1 4 5'],
  ['sprint not in (1)', '3'],
  ['parent = SCR-1', '2'],
  ['parent = SCR-4', '5'],
  ['parent is not EMPTY ORDER BY key', '2 5'],
  ['summary ~ report ORDER BY key', '3 4'],
  ['summary ~ "log*" ORDER BY key', '1 2'],
  ['summary ~ "\\"login page\\""', '2'],
  ['summary !~ login ORDER BY key', '3 4 5'],
  ['description ~ "fox quick"', '2'],
  ['text ~ zorro', '4'],
  ['created >= 2026-06-10 ORDER BY key', '3 4 5'],
  ['created < "2026-06-02 09:01" ORDER BY key', '1 2'],
  ['created >= -2w ORDER BY key', '4 5'],
  ['created > startOfDay(-21d) ORDER BY key', '3 4 5'],
  [`created >= ${MONDAY + 10 * DAY} ORDER BY key`, '3 4 5'],
  [`created >= ${MONDAY + 10 * DAY + 1} ORDER BY key`, '4 5'],
  [`created < ${MONDAY + 10 * DAY} ORDER BY key`, '1 2'],
  ['created > startOfMonth() ', ''],
  ['created >= startOfMonth(-1) ORDER BY key', '1 2 3 4 5'],
  ['created <= endOfDay("-20d") ORDER BY key', '1 2 3'],
  ['updated > startOfWeek(-1w) ORDER BY key', '3 4 5'],
  ['updated > startOfWeek(0) ORDER BY key', ''],
  ['resolved is EMPTY ORDER BY key', '1 3 4 5'],
  ['resolutiondate >= 2026-06-10', '2'],
  ['resolution = Done', '2'],
  ['resolution = Unresolved ORDER BY key', '1 3 4 5'],
  ['due <= endOfWeek()', '3'],
  ['due = 2026-07-02', '3'],
  ['due < now()', ''],
  ['flagged = Impediment', '3'],
  ['flagged is EMPTY AND type = Story', '4'],
  ['"Story Points" > 3 ORDER BY key', '2 4'],
  ['cf[10028] = 0', '3'],
  ['"Story Points" in (5, 13) ORDER BY "Story Points" DESC', '4 2'],
  ['"Story Points" is EMPTY ORDER BY key', '1 5'],
  ['"Story Points" != 5 ORDER BY key', '3 4'],
  ['issue in linkedIssues(SCR-3, "is blocked by")', '4'],
  ['issue in linkedIssues(SCR-3, blocks)', ''],
  ['status was "In Progress"', '2'],
  ['status was "In Progress" ON 2026-06-05', '2'],
  ['status was "In Progress" BEFORE 2026-06-02', ''],
  ['status was not "In Progress" ORDER BY key', '1 3 4 5'],
  ['status was in ("In Progress", "In Review") DURING (2026-06-01, 2026-06-30)', '2'],
  ['status changed FROM "To Do" TO "In Progress" AFTER -30d', '2'],
  ['status changed TO Done BY dev BEFORE "2026-06-11"', '2'],
  ['status changed TO Done AFTER 2026-06-12', ''],
  ['project = SCR AND (type = Bug OR priority = Low) ORDER BY priority DESC', '2 3'],
  ['project = SCR ORDER BY priority ASC, key DESC', '5 3 1 2 4'],
  ['project = SCR ORDER BY Rank', '1 4 2 3 5'],
  ['project = SCR ORDER BY created DESC', '4 5 3 2 1'],
  ['project = SCR', '5 4 3 2 1'],
];

const REFUSALS: [jql: string, words: RegExp][] = [
  ['project = ', /^Error in the JQL Query: /],
  ['foo = 1', /^Field 'foo' does not exist or you do not have permission to view it\.$/],
  ['project = TM', /^The value 'TM' does not exist for the field 'project'\.$/],
  ['project = NOPE', /^The value 'NOPE' does not exist for the field 'project'\.$/],
  ['status = Nope', /^The value 'Nope' does not exist for the field 'status'\.$/],
  ['key = SCR-99', /^An issue with key 'SCR-99' does not exist for field 'key'\.$/],
  ['project ~ SCR', /^The operator '~' is not supported by the 'project' field\.$/],
  ['status > Done', /^The operator '>' is not supported by the 'status' field\.$/],
  ['summary was x', /^The operator 'was' is not supported by the 'summary' field\.$/],
  ['sprint = "No such"', /^Sprint with name 'No such' does not exist/],
  ['created > yesterday', /^Date value 'yesterday' for field 'created' is invalid\. Valid formats include/],
  // Milliseconds are a bare number; in quotes they are a date that is none.
  [`created > "${MONDAY}"`, /^Date value '\d+' for field 'created' is invalid\./],
  ['created > startOfDay(soon)', /should have the format/],
  ['"Story Points" > many', /^Value 'many' is invalid for the 'Story Points' field\.$/],
  ['assignee = membersOf(nobody)', /the group does not exist/],
  ['sprint in magicSprints()', /^Unable to find JQL function 'magicSprints\(\)'\.$/],
  ['assignee is dev', /^Error in the JQL Query: /],
  ['project = SCR ORDER BY description', /^Not able to sort using field 'description'\.$/],
  ['project = SCR ORDER BY nothing', /^Field 'nothing' does not exist/],
  ['project = SCR ORDER BY a,b,c,d,e,f,g,h', /maximum of 7 fields/],
];

describe('JQL', () => {
  test.each(MATCHES)('%s finds [%s]', (jql, keys) => {
    expect(find(jql)).toBe(keys);
  });

  test.each(REFUSALS)('%s is refused in words', (jql, words) => {
    expect(() => find(jql)).toThrow(JqlError);
    expect(() => find(jql)).toThrow(words);
  });

  test('names everything that is wrong at once', () => {
    const both =
      "Field 'foo' does not exist or you do not have permission to view it. The value 'X' does not exist";
    expect(() => find('foo = 1 OR project = X')).toThrow(both);
  });

  test('finds only what the viewer may see', () => {
    expect(find('text ~ hidden')).toBe('');
    expect(find('text ~ hidden', 'lea')).toBe('TM-1');
    expect(find('created is not EMPTY', 'out')).toBe('');
  });

  test('reads days in the time zone of the viewer', () => {
    const context = { site, viewer: createViewer(site, 'dev'), now: NOW, zone: 'Asia/Tokyo' };
    // 2026-06-02 09:00 UTC is 18:00 in Tokyo.
    const keys = (jql: string) => searchIssues(jql, context).map(({ key }) => key);
    expect(keys('created >= "2026-06-02 18:00" AND created <= "2026-06-02 18:00"')).toEqual(['SCR-2']);
    expect(keys('created >= "2026-06-02 18:01" AND created < "2026-06-03"')).toEqual([]);
  });
});
