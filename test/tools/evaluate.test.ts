import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { evaluateIssues, readIssues } from '#tools/evaluate-issues';
import { evaluateStories, readStories } from '#tools/evaluate-stories';

const CSV = `Issue key,Summary,Description,Story Points
A-1,Export invoices,"Accountants download an invoice as PDF from its page, in the language of their customer.

{code}
TBD
{code}",3
A-2,Import,TBD,
A-3,Let admins choose the default currency themselves,,5
A-4,Archive,"h2. Steps to reproduce the fault",0
`;

const label = (kind: string, start: number, end: number) => ({
  label: kind,
  start_offset: start,
  end_offset: end,
});
/** A whole story, one without a benefit, and one whose benefit no marker opens. */
const STORIES = [
  {
    text: '#X1# As a user, I want a list, so that I can choose.',
    entities: [label('PID', 0, 4), label('Persona', 10, 14), label('Benefit', 39, 51)],
  },
  { text: '#X1# As a user, I want a list.', entities: [label('PID', 0, 4), label('Persona', 10, 14)] },
  {
    text: '#X1# As a user, I want a list for clarity.',
    entities: [label('PID', 0, 4), label('Persona', 10, 14), label('Benefit', 30, 41)],
  },
  { text: 'List because I choose', entities: [label('Persona', 0, 4)] },
];

describe('readIssues', () => {
  it('reads keys, estimates and wiki markup', () => {
    const [first, second, third, fourth] = readIssues(CSV);
    expect(first).toMatchObject({ key: 'A-1', summary: 'Export invoices', estimate: 3 });
    expect(first?.description?.content?.map(({ type }) => type)).toEqual(['paragraph', 'codeBlock']);
    expect(second).toMatchObject({ key: 'A-2', estimate: null });
    expect(third).toMatchObject({ description: null });
    expect(fourth).toMatchObject({ estimate: 0 });
  });

  it('needs no more than summaries', () => {
    expect(readIssues('Summary\nExport')).toMatchObject([
      { key: 'ROW-2', estimate: null, description: null },
    ]);
  });

  it("knows Jira's own names of columns, and its issue types", () => {
    const csv = '\uFEFFIssue Type,Summary,Custom field (Story Points)\nSub-task,Export,2\nEpic,Archive,\n';
    expect(readIssues(csv)).toMatchObject([
      { estimate: 2, issueType: { level: -1 } },
      { estimate: null, issueType: { level: 1 } },
    ]);
  });

  it.each([';', '\t', '|', '^'])('takes %j between columns, which Jira offers, too', (mark) => {
    const csv = ['Issue key', '"Summary"', 'Description'].join(mark) + '\n' + ['A-1', 'x, y', 'z'].join(mark);
    expect(readIssues(csv)).toMatchObject([{ key: 'A-1', summary: 'x, y' }]);
  });

  it("reads what else Jira's export tells", () => {
    const csv = `Issue key,Issue id,Summary,Priority,Assignee,Updated,Custom field (Epic Link),Custom field (Acceptance Criteria),Description
B-1,501,Archive,High,ana,2026-03-01T10:00:00.000Z,,,Auditors ask for it.
B-2,502,Export,,,not a date,B-1,The file opens,
B-3,503,Import,,,,Z-9,,`;
    expect(readIssues(csv, new Date('2026-04-01T00:00:00.000Z'))).toMatchObject([
      {
        id: '501',
        priorityId: 'high',
        assigneeId: 'ana',
        updated: '2026-03-01T10:00:00.000Z',
        parent: null,
        hasCriteriaField: false,
      },
      {
        priorityId: null,
        assigneeId: null,
        updated: '2026-04-01T00:00:00.000Z',
        parent: { id: '501', key: 'B-1', summary: 'Archive', description: { type: 'doc' } },
        hasCriteriaField: true,
      },
      { parent: { key: 'Z-9', description: undefined }, hasCriteriaField: false },
    ]);
  });

  it('restores lines in a file that has none', () => {
    const [issue] = readIssues('Summary,Description\nExport,one  two    three');
    expect(issue?.description?.content).toHaveLength(2);
  });

  it.each([
    [
      'no summaries',
      'Title,Description\nExport,x',
      'needs a column named Summary; it has: Title, Description',
    ],
    ['no issues', 'Summary,Description\n', 'no issues'],
    ['nothing in it', '', 'it has: nothing'],
    ['an estimate that is no number', 'Summary,Story Points\nExport,large', 'Row 2: the estimate "large"'],
  ])('refuses a file with %s', (_what, csv, message) => {
    expect(() => readIssues(csv)).toThrow(message);
  });
});

describe('evaluateIssues', () => {
  it('tells flags from notes and from what could not be told', () => {
    const { n, checks } = evaluateIssues(readIssues(CSV));
    const keys = (found: readonly { readonly issue: { readonly key: string } }[]) =>
      found.map(({ issue }) => issue.key);
    const counts = checks.map(({ check, flagged, noted, undecided }) => [
      check,
      { flagged: keys(flagged), noted: keys(noted), undecided: Object.fromEntries(undecided) },
    ]);
    const nothing = { flagged: [], noted: [], undecided: {} };
    expect(n).toBe(4);
    expect(checks.map(({ check }) => check)).toEqual(CHECK_IDS);
    expect(Object.fromEntries(counts)).toMatchObject({
      'missing-estimate': { ...nothing, flagged: ['A-2'] },
      oversized: { ...nothing, undecided: { 'too-little-history': 3 } },
      'thin-description': { ...nothing, flagged: ['A-2', 'A-4'], noted: ['A-3'] },
      'placeholder-text': { ...nothing, flagged: ['A-2'] },
      unverifiable: { ...nothing, undecided: { 'too-little-history': 4 } },
      'missing-why': { ...nothing, flagged: ['A-1', 'A-2', 'A-4'] },
      'open-blocker': nothing,
      abandoned: { ...nothing, undecided: { 'no-forecast': 4 } },
      'default-priority': { ...nothing, undecided: { 'priority-not-shown': 4 } },
    });
    expect(checks.filter(({ isOffByDefault }) => isOffByDefault).map(({ check }) => check)).toEqual([
      'compound-story',
      'required-field',
    ]);
  });

  /** So many stories with criteria and so many without. */
  function stories(withCriteria: number, without: number): string {
    const rows = [
      ...Array.from({ length: withCriteria }, () => 'Export,"h3. Acceptance criteria\nThe file opens."'),
      ...Array.from({ length: without }, () => 'Import,The file is read.'),
    ];
    return ['Summary,Description', ...rows].join('\n');
  }

  it.each([
    [1, 9, { flagged: 0, noted: 0 }],
    [5, 5, { flagged: 0, noted: 5 }],
    [9, 1, { flagged: 1, noted: 0 }],
  ])("takes the team's practice from %i stories with criteria and %i without", (some, others, counts) => {
    const { checks, practice } = evaluateIssues(readIssues(stories(some, others)));
    const share = checks.find(({ check }) => check === 'unverifiable')!;
    expect(practice).toEqual({ stories: 10, withCriteria: some });
    expect({ flagged: share.flagged.length, noted: share.noted.length }).toEqual(counts);
  });

  it("knows Jira's own priorities, and cannot tell about others", () => {
    const ranked = (...names: readonly string[]) =>
      evaluateIssues(readIssues(['Summary,Priority', ...names.map((name) => `Export,${name}`)].join('\n')));
    const undecided = ({ checks }: ReturnType<typeof ranked>) =>
      checks.find(({ check }) => check === 'default-priority')!.undecided.size;
    expect(undecided(ranked('High', 'Medium'))).toBe(0);
    expect(undecided(ranked('Blocker', 'Major'))).toBe(0);
    expect(undecided(ranked('Now', 'Later'))).toBe(1);
  });
});

describe('evaluateStories', () => {
  it('compares what is found with the labels', () => {
    const stories = STORIES.map(({ text, entities }) => ({
      text: text.replace('#X1# ', ''),
      hasRole: entities.some((each) => each.label === 'Persona'),
      hasBenefit: entities.some((each) => each.label === 'Benefit'),
    }));
    expect(evaluateStories(stories)).toEqual({
      n: 4,
      benefit: {
        precision: 1,
        recall: 0.5,
        seenWrongly: [],
        missed: ['As a user, I want a list for clarity.'],
      },
      role: { precision: 1, recall: 0.75, seenWrongly: [], missed: ['List because I choose'] },
    });
  });

  it('counts what is not labelled against precision, and says when there is nothing to measure', () => {
    const text = 'As a user, I want a list, so that I can choose.';
    expect(evaluateStories([{ text, hasRole: true, hasBenefit: false }])).toMatchObject({
      benefit: { precision: 0, recall: null, seenWrongly: [text] },
      role: { precision: 1, recall: 1 },
    });
    expect(evaluateStories([{ text: 'List', hasRole: false, hasBenefit: false }])).toMatchObject({
      benefit: { precision: null, recall: null },
    });
  });
});

describe('npm run evaluate', () => {
  let folder = '';
  const at = (...names: readonly string[]) => join(folder, ...names);
  const write = (name: string, content: string) => {
    writeFileSync(at(name), content);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
    for (const name of ['stories', 'empty', 'broken', 'blank']) mkdirSync(at(name));
    write('issues.csv', CSV);
    write('quotes.csv', 'Summary,Description\n"Export');
    write('stories/x1.jsonl', `${STORIES.map((story) => JSON.stringify(story)).join('\n')}\n\n`);
    write('stories/README.md', 'no story');
    write('broken/x1.jsonl', `${JSON.stringify(STORIES[0])}\n{"text": "x"}\n`);
    write('blank/x1.jsonl', '\n');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const evaluate = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['tools/evaluate.ts', ...args]).catch(
      (failure: unknown) => failure,
    );

  it('reads the labelled stories of a folder without their tags', () => {
    expect(readStories(at('stories')).map(({ text, hasBenefit }) => [text, hasBenefit])).toEqual([
      ['As a user, I want a list, so that I can choose.', true],
      ['As a user, I want a list.', false],
      ['As a user, I want a list for clarity.', true],
      ['List because I choose', false],
    ]);
  });

  it('prints shares of all issues as JSON', async () => {
    const { stdout } = (await evaluate('issues', at('issues.csv'), '--json')) as { stdout: string };
    const { checks, n } = JSON.parse(stdout) as { checks: Record<string, unknown>; n: number };
    expect(n).toBe(4);
    expect(Object.keys(checks)).toEqual(CHECK_IDS);
    expect(checks).toMatchObject({
      'missing-estimate': { flagged: 0.25 },
      oversized: { flagged: 0 },
      'thin-description': { flagged: 0.5 },
      'placeholder-text': { flagged: 0.25 },
      'missing-why': { flagged: 0.75 },
      'open-blocker': { flagged: 0 },
    });
  });

  it('prints examples with their facts, and what it rests on', async () => {
    const { stdout } = (await evaluate('issues', at('issues.csv'))) as { stdout: string };
    expect(stdout).toContain('4 issues, of 4 stories 0 say how they are verified');
    expect(stdout).toContain('A file has no sprints');
    expect(stdout).toContain('thin-description: flags 2 of 4 (50.0 %), notes 1 of 4 (25.0 %)');
    expect(stdout).toContain('oversized: flags 0 of 4 (0.0 %), no verdict on 3 (too-little-history)');
    expect(stdout).toContain('compound-story (off by default): flags 0 of 4 (0.0 %)');
    expect(stdout).toMatch(/A-2 {2}Import\n.*"excerpt":"TBD"/);
  });

  it('prints precision and recall as JSON', async () => {
    const { stdout } = (await evaluate('stories', at('stories'), '--json')) as { stdout: string };
    expect(JSON.parse(stdout)).toEqual({
      benefit: { precision: 1, recall: 0.5 },
      role: { precision: 1, recall: 0.75 },
      n: 4,
    });
  });

  it('prints precision and recall with the stories that it got wrong', async () => {
    const { stdout } = (await evaluate('stories', at('stories'))) as { stdout: string };
    expect(stdout).toContain('benefit: precision 1.0000, recall 0.5000');
    expect(stdout).toContain('labelled, not seen: As a user, I want a list for clarity.');
  });

  it.each([
    [[], 'Say what to evaluate: issues, stories or sprints.'],
    [['risks', 'x.csv'], 'Say what to evaluate: issues, stories or sprints, not risks.'],
    [['issues'], 'Name one CSV file.'],
    [['issues', 'a.csv', 'b.csv'], 'Name one CSV file.'],
    [['issues', 'no-such-file.csv'], 'There is no file no-such-file.csv. Name a CSV file'],
    [['issues', 'quotes.csv'], 'The file is not readable as CSV: Quote Not Closed'],
    [['issues', 'a.csv', '--fast'], '--fast'],
    [['stories'], 'Name one folder of labelled stories.'],
    [['stories', 'none'], 'There is no folder'],
    [['stories', 'issues.csv'], 'There is no folder'],
    [['stories', 'empty'], 'holds no *.jsonl file'],
    [['stories', 'blank'], 'are empty'],
    [['stories', 'broken'], 'x1.jsonl, line 2 is not a labelled story. Each line must be a JSON object'],
  ])('given %j says what is wrong, and how it is used', async (args: readonly string[], message) => {
    const [kind, ...paths] = args;
    const inFolder = paths.map((path) =>
      ['quotes.csv', 'none', 'issues.csv', 'empty', 'blank', 'broken'].includes(path) ? at(path) : path,
    );
    const failure = (await evaluate(...(kind === undefined ? [] : [kind]), ...inFolder)) as {
      code: number;
      stderr: string;
    };
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain(message);
    expect(failure.stderr).toContain('npm run evaluate -- issues FILE.csv [--json]');
  });
});
