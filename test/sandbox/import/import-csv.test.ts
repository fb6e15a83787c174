import { describe, expect, it } from 'vitest';

import { createClock } from '#sandbox/clock';
import { formatImportReport, importCsv, ImportError, type ImportOptions } from '#sandbox/import/import-csv';
import type { Issue } from '#sandbox/jira/model';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore, type Store } from '#sandbox/state/store';

const NOW = Date.UTC(2024, 2, 1, 12);
const STORY_POINTS = 'customfield_10028';

const EXPORT = `Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Created,Updated,Resolved,Due date,Labels,Labels,Description,Sprint,Sprint,Custom field (Story Points),Custom field (Rank),Flagged,Comment,Comment,Parent,Outward issue link (Blocks),Inward issue link (Relates),Votes
"Pay, by card",SHOP-1,50001,Story,Done,Done,SHOP,Web shop,High,Done,Ada Long,712020:ada,Bo Short,02/Jan/24 9:00 AM,12/Jan/24 3:00 PM,12/Jan/24 3:00 PM,,pay,card,"h3. Why

* faster
* safer",Shop 1,,5,0|hzzzz3:,,02/Jan/24 10:00 AM;712020:ada;Looks *good*,03/Jan/24 10:00 AM;712020:ada;Agreed,50004,SHOP-3,,0
Refunds,SHOP-2,50002,Bug,In QA,In Progress,SHOP,Web shop,Blocker,,,,Bo Short,03/Jan/24 9:00 AM,20/Feb/24 3:00 PM,,2024-03-05,,,,Shop 1,Shop 2,3,0|hzzzz1:,Impediment,,,,,SHOP-1,0
Receipts,SHOP-3,50003,Story,Ready for planning,To Do,SHOP,Web shop,Medium,,,,Bo Short,04/Jan/24 9:00 AM,,,,,,Plain words,Shop 3,,,0|hzzzz2:,,,,50004,,,0
Checkout,SHOP-4,50004,Epic,To Do,To Do,SHOP,Web shop,Medium,,,,Bo Short,01/Jan/24 9:00 AM,,,,,,,,,,0|hzzzz4:,,,,,,,0
Test the receipt,SHOP-5,50005,Sub-task,To Do,To Do,SHOP,Web shop,Medium,,,,Bo Short,05/Jan/24 9:00 AM,,,,,,,,,,0|hzzzz5:,,,,50003,,,0
`;

function freshSite(store: Store = openStore(':memory:')): JiraSite {
  return createJiraSite(
    store,
    createClock(() => NOW),
  );
}

function imported(text: string, options: Partial<ImportOptions> = {}) {
  const site = freshSite();
  const report = importCsv(site, text, { fileName: 'backlog.csv', now: NOW, ...options });
  const issue = (key: string): Issue => {
    const found = site.issue(key);
    if (found === undefined) throw new Error(`There is no ${key}.`);
    return found;
  };
  return { site, report, issue };
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('importing an export of Jira', () => {
  const { site, report, issue } = imported(EXPORT);
  const name = (collection: 'issueTypes' | 'statuses' | 'priorities', id: string | null) =>
    site.get(collection, id ?? '')?.name;

  it('reports what it understood', () => {
    expect(report.project).toMatchObject({ key: 'SHOP', name: 'Web shop' });
    expect([report.issues, report.skipped, report.ignoredColumns]).toEqual([5, [], ['Votes']]);
    const understood = Object.fromEntries(
      report.understood.map(({ column, as, filled }) => [column, [as, filled]]),
    );
    expect(understood).toMatchObject({
      Summary: ['summary', 5],
      'Labels ×2': ['labels', 1],
      'Sprint ×2': ['sprint', 3],
      'Custom field (Story Points)': ['estimate', 2],
      'Comment ×2': ['comment', 1],
      'Outward issue link (Blocks)': ['outwardLink', 1],
    });
  });

  it('keeps keys, types, statuses, priorities, dates, labels and estimates', () => {
    const pay = issue('SHOP-1');
    expect(pay).toMatchObject({
      summary: 'Pay, by card',
      labels: ['pay', 'card'],
      customFields: { [STORY_POINTS]: 5 },
    });
    expect([
      name('issueTypes', pay.issueTypeId),
      name('statuses', pay.statusId),
      name('priorities', pay.priorityId),
    ]).toEqual(['Story', 'Done', 'High']);
    expect([pay.created, pay.updated, pay.resolutionDate].map(iso)).toEqual([
      '2024-01-02T09:00:00.000Z',
      '2024-01-12T15:00:00.000Z',
      '2024-01-12T15:00:00.000Z',
    ]);
    expect(issue('SHOP-2')).toMatchObject({ dueDate: '2024-03-05', isFlagged: true });
  });

  it('makes what the site does not have, in the category that the file says', () => {
    const refunds = issue('SHOP-2');
    expect(site.get('statuses', refunds.statusId)).toMatchObject({
      name: 'In QA',
      category: 'indeterminate',
    });
    expect(site.get('priorities', refunds.priorityId ?? '')).toMatchObject({ name: 'Blocker' });
    expect(site.get('statuses', issue('SHOP-3').statusId)).toMatchObject({
      name: 'Ready for planning',
      category: 'new',
    });
    expect(report.notes.join()).toContain('status "In QA"');
  });

  it('turns wiki markup into documents', () => {
    expect(issue('SHOP-1').description?.content?.map(({ type }) => type)).toEqual(['heading', 'bulletList']);
    expect(issue('SHOP-2').description).toBeNull();
    expect(
      site
        .commentsOf(issue('SHOP-1').id)
        .map(({ author, created, body }) => [author, iso(created), body.content]),
    ).toEqual([
      [
        '712020:ada',
        '2024-01-02T10:00:00.000Z',
        [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Looks ' },
              { type: 'text', text: 'good', marks: [{ type: 'strong' }] },
            ],
          },
        ],
      ],
      [
        '712020:ada',
        '2024-01-03T10:00:00.000Z',
        [{ type: 'paragraph', content: [{ type: 'text', text: 'Agreed' }] }],
      ],
    ]);
  });

  it('makes people without e-mail addresses, by account where the file has it', () => {
    const pay = issue('SHOP-1');
    expect(site.get('users', pay.assignee ?? '')).toMatchObject({
      accountId: '712020:ada',
      displayName: 'Ada Long',
      email: '',
    });
    expect(site.get('users', pay.reporter ?? '')).toMatchObject({ displayName: 'Bo Short', email: '' });
  });

  it('links issues and their parents', () => {
    const [pay, refunds, receipts, epic] = ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'].map(issue);
    const links = [...site.all('links')].map(({ typeId, inwardIssueId, outwardIssueId }) => [
      site.get('linkTypes', typeId)?.name,
      inwardIssueId,
      outwardIssueId,
    ]);
    expect(links).toEqual([
      ['Relates', pay?.id, refunds?.id],
      ['Blocks', pay?.id, receipts?.id],
    ]);
    expect([pay?.parentId, receipts?.parentId, issue('SHOP-5').parentId]).toEqual([
      epic?.id,
      epic?.id,
      receipts?.id,
    ]);
  });

  it("ranks by Jira's rank", () => {
    const keys = [...site.all('issues')].sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ key }) => key);
    expect(keys).toEqual(['SHOP-2', 'SHOP-3', 'SHOP-1', 'SHOP-4', 'SHOP-5']);
  });

  it('derives sprints, and sub-tasks follow their parents into them', () => {
    const sprints = [...site.all('sprints')];
    expect(sprints.map((sprint) => [sprint.name, sprint.state, iso(sprint.completeDate)])).toEqual([
      ['Shop 1', 'closed', '2024-01-12T15:01:00.000Z'],
      ['Shop 2', 'active', null],
      ['Shop 3', 'future', null],
    ]);
    const namesOf = (key: string) => issue(key).sprintIds.map((id) => site.get('sprints', id)?.name);
    expect(['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4', 'SHOP-5'].map(namesOf)).toEqual([
      ['Shop 1'],
      ['Shop 1', 'Shop 2'],
      ['Shop 3'],
      [],
      ['Shop 3'],
    ]);
    expect(report.notes[0]).toContain('1 closed, 1 active, 1 future');
  });

  it('makes a Scrum board with a column for each category', () => {
    const board = site.get('boards', report.boardId);
    expect(board).toMatchObject({
      type: 'scrum',
      hasSprints: true,
      estimation: { type: 'field', fieldId: STORY_POINTS },
    });
    expect(board?.columns.map((column) => column.statusIds.map((id) => name('statuses', id)))).toEqual([
      ['To Do', 'Ready for planning'],
      ['In Progress', 'In QA'],
      ['Done'],
    ]);
  });

  it('is read by people in a terminal', () => {
    const text = formatImportReport(report);
    expect(text).toContain('Imported 5 issues into Web shop (SHOP).');
    expect(text).toContain('Custom field (Story Points): estimate, filled in 2 rows');
    expect(text).toContain('Columns ignored: Votes');
    expect(text).toContain('Nothing was left out.');
  });
});

describe('importing a plain list', () => {
  const list = 'Issue key;Summary;Description;Size\r\nABC-7;First;"one\r\n\r\ntwo";3\r\nABC-9;Second;;\r\n';
  const { site, report, issue } = imported(list, { estimateColumn: 'size' });

  it('puts all into the backlog as stories in To Do, in the order of the file', () => {
    const issues = [...site.all('issues')];
    expect(issues.map(({ key }) => key)).toEqual(['ABC-7', 'ABC-9']);
    for (const { issueTypeId, statusId, sprintIds, created } of issues) {
      expect([
        site.get('issueTypes', issueTypeId)?.name,
        site.get('statuses', statusId)?.name,
        sprintIds,
        created,
      ]).toEqual(['Story', 'To Do', [], NOW]);
    }
    expect(report.notes[0]).toContain('too little history');
  });

  it('takes the estimates from the column that was named', () => {
    expect(issue('ABC-7').customFields).toEqual({ [STORY_POINTS]: 3 });
    expect(issue('ABC-9').customFields).toEqual({});
  });

  it('names the project by the keys, by the option, or by the file', () => {
    expect(report.project.key).toBe('ABC');
    expect(imported('Issue key,Summary\nABC-1,x\n', { projectKey: 'xyz' }).report.project.key).toBe('XYZ');
    expect(imported('Summary\nx\n', { fileName: '/tmp/2024 my-backlog list.csv' }).report.project.key).toBe(
      'MYBACKLOGL',
    );
  });

  it('gives new keys to issues of other projects', () => {
    const made = imported('Issue key,Summary\nABC-1,a\nXYZ-4,b\nABC-5,c\n');
    expect([...made.site.all('issues')].map(({ key, summary }) => `${key} ${summary}`)).toEqual([
      'ABC-1 a',
      'ABC-6 b',
      'ABC-5 c',
    ]);
    expect(made.report.notes.join()).toContain('1 issue got a new key');
  });

  it('counts issues when there are no estimates', () => {
    const made = imported('Summary\nx\n');
    expect(made.site.get('boards', made.report.boardId)?.estimation).toEqual({ type: 'issueCount' });
  });
});

describe('sprints of a file without dates', () => {
  const { site, issue } = imported(
    'Issue key,Summary,Status,Sprint\nABC-1,a,Done,S 1\nABC-2,b,To Do,S 1\nABC-3,c,Done,S 2\nABC-4,d,In Progress,S 2\n',
  );
  const sprintOf = (key: string) => site.get('sprints', issue(key).sprintIds.at(-1) ?? 0);

  it.each([['ABC-1'], ['ABC-3']])('have what is done finished within them: %s', (key) => {
    const { resolutionDate, created } = issue(key);
    const sprint = sprintOf(key);
    expect(created).toBeLessThan(sprint?.startDate ?? 0);
    expect(resolutionDate).toBeGreaterThan(sprint?.startDate ?? Infinity);
    expect(resolutionDate).toBeLessThan(Math.min(NOW, sprint?.completeDate ?? NOW));
  });

  it('leave open issues of closed ones in the backlog', () => {
    const open = issue('ABC-2');
    expect(open.sprintIds.map((id) => site.get('sprints', id)?.state)).toEqual(['closed']);
    expect([open.resolutionDate, site.get('statuses', open.statusId)?.category]).toEqual([null, 'new']);
  });
});

describe('what is left out', () => {
  it.each([
    [
      'a row without a summary',
      'Issue key,Summary\nA1-1,\nA1-2,x\n',
      [{ line: 2, reason: 'Not read: there is no summary.' }],
      1,
    ],
    [
      'a broken key',
      'Issue key,Summary\nhello,x\nA1-2,x\n',
      [{ line: 2, reason: 'Not read: "hello" is not an issue key.' }],
      1,
    ],
    [
      'a key that was there before',
      'Issue key,Summary\nA1-1,x\nA1-1,y\n',
      [{ line: 3, reason: 'Not read: A1-1 is already on line 2.' }],
      1,
    ],
    [
      'text with commas that is not quoted',
      'Issue key,Summary\nA1-1,x, y\nA1-2,z\n',
      [
        {
          line: 2,
          reason: 'Not read: 3 values for 2 columns; is a text with commas or line breaks not quoted?',
        },
      ],
      1,
    ],
    [
      'a broken quotation',
      'Issue key,Summary\nA1-1,"x\nA1-2,y\n',
      [{ line: 2, reason: 'Not read: a quotation mark is opened and never closed.' }],
      1,
    ],
    [
      'only a date that is none',
      'Summary,Created\nx,soon\n',
      [{ line: 2, reason: '"soon" is not a date as Jira exports it: created left empty.' }],
      1,
    ],
    [
      'only an estimate that is none',
      'Summary,Story Points\nx,L\n',
      [{ line: 2, reason: '"L" is not a number of at least 0: estimate left empty.' }],
      1,
    ],
    [
      'only a link out of the file',
      'Summary,Issue key,Outward issue link (Blocks)\nx,A1-1,B-2\n',
      [{ line: 2, reason: 'Link (Blocks) to B-2 left out: that issue is not in the file.' }],
      1,
    ],
    [
      'only a parent out of the file',
      'Summary,Issue key,Parent\nx,A1-1,99\n',
      [{ line: 2, reason: 'Parent 99 left out: that issue is not in the file.' }],
      1,
    ],
    [
      'only a parent that is below its child',
      'Summary,Issue key,Parent\nx,A1-1,A1-2\ny,A1-2,A1-3\nz,A1-3,A1-1\nu,A1-4,A1-4\n',
      [
        { line: 2, reason: 'Parent A1-2 left out: it is below the issue itself.' },
        { line: 3, reason: 'Parent A1-3 left out: it is below the issue itself.' },
        { line: 4, reason: 'Parent A1-1 left out: it is below the issue itself.' },
        { line: 5, reason: 'Parent A1-4 left out: it is below the issue itself.' },
      ],
      4,
    ],
    [
      'the end of a text that is longer than Jira keeps',
      `Summary,Description,Comment\n${'s'.repeat(256)},${'d'.repeat(32_768)},${'c'.repeat(32_768)}\n`,
      [
        { line: 2, reason: 'Summary cut to 255 characters: Jira keeps no more.' },
        { line: 2, reason: 'Description cut to 32767 characters: Jira keeps no more.' },
        { line: 2, reason: 'Comment cut to 32767 characters: Jira keeps no more.' },
      ],
      1,
    ],
    [
      'a key whose number no issue can have',
      'Issue key,Summary\nA1-99999999999999999999,x\nA1-2,y\n',
      [{ line: 2, reason: 'Not read: "A1-99999999999999999999" is not an issue key.' }],
      1,
    ],
  ])('is %s, and said with its line', (_, text, skipped, issues) => {
    const { report } = imported(text);
    expect([report.skipped, report.issues]).toEqual([skipped, issues]);
    expect(formatImportReport(report)).toContain(
      `line ${skipped[0]?.line ?? 0}: ${skipped[0]?.reason ?? ''}`,
    );
  });
});

it('a column whose name means something to JavaScript is ignored like any other', () => {
  const { report } = imported('Summary,constructor,__proto__,toString\nx,1,2,3\n');
  expect(report.ignoredColumns).toEqual(['constructor', '__proto__', 'toString']);
});

describe('a file that cannot be imported', () => {
  it.each([
    [
      'without the column Summary',
      'Titel,Beschreibung\na,b\n',
      /no column "Summary".*Titel, Beschreibung.*English/,
    ],
    ['that is empty', '', /is empty/],
    ['with column names only', 'Summary,Issue key\n', /no issue in the file/],
    ['in which no row is an issue', 'Summary,Issue key\n,A-1\n', /no issue to import. Line 2: .*no summary/],
    ['that is a web page', '<!DOCTYPE html>\n<html><body>Log in</body></html>', /no column "Summary"/],
  ])('says what to do: %s', (_, text, message) => {
    const site = freshSite();
    const run = () => importCsv(site, text, { fileName: 'a.csv', now: NOW });
    expect(run).toThrow(ImportError);
    expect(run).toThrow(message);
    expect([...site.all('projects')]).toEqual([]);
  });

  it('names the columns when the one for estimates is not there', () => {
    expect(() => imported('Summary,Size\nx,1\n', { estimateColumn: 'Points' })).toThrow(
      /no column "Points".*Summary, Size/,
    );
  });

  it('refuses a project that is there already', () => {
    const site = freshSite();
    const run = () => importCsv(site, 'Issue key,Summary\nABC-1,x\n', { fileName: 'a.csv', now: NOW });
    run();
    expect(run).toThrow(/already a project ABC.*--fresh/);
  });

  it('leaves nothing behind when it fails half way', () => {
    const inner = openStore(':memory:');
    const failing: Store = {
      ...inner,
      put: (collection, id, value) => {
        if (collection === 'jira.comments') throw new Error('The disk is full.');
        inner.put(collection, id, value);
      },
    };
    const site = freshSite(failing);
    expect(() => importCsv(site, EXPORT, { fileName: 'a.csv', now: NOW })).toThrow('The disk is full.');
    expect([...site.all('projects'), ...site.all('issues'), ...site.all('users')]).toEqual([]);
    expect([...inner.load('jira.issues')]).toEqual([]);
  });
});
