import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evaluateIssues, readIssues } from '#tools/evaluate-issues';

const CSV = `Issue key,Summary,Description,Story Points
A-1,Export invoices,"Accountants download an invoice as PDF from its page, in the language of their customer.

{code}
TBD
{code}",3
A-2,Import,TBD,
A-3,Let admins choose the default currency themselves,,5
A-4,Archive,"h2. Steps to reproduce the fault",0
`;

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
    const counts = checks.map(({ check, flagged, noted, undecided }) => [
      check,
      flagged.map(({ issue }) => issue.key),
      noted.map(({ issue }) => issue.key),
      undecided,
    ]);
    expect(n).toBe(4);
    expect(counts).toEqual([
      ['missing-estimate', ['A-2'], [], 0],
      ['oversized', [], [], 3],
      ['thin-description', ['A-2', 'A-4'], ['A-3'], 0],
      ['placeholder-text', ['A-2'], [], 0],
      ['open-blocker', [], [], 0],
    ]);
  });
});

describe('npm run evaluate', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
    writeFileSync(join(folder, 'issues.csv'), CSV);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const evaluate = (...args: readonly string[]) =>
    promisify(execFile)(process.execPath, ['tools/evaluate.ts', ...args]).catch(
      (failure: unknown) => failure,
    );

  it('prints shares of all issues as JSON', async () => {
    const { stdout } = (await evaluate('issues', join(folder, 'issues.csv'), '--json')) as { stdout: string };
    expect(JSON.parse(stdout)).toEqual({
      checks: {
        'missing-estimate': { flagged: 0.25 },
        oversized: { flagged: 0 },
        'thin-description': { flagged: 0.5 },
        'placeholder-text': { flagged: 0.25 },
        'open-blocker': { flagged: 0 },
      },
      n: 4,
    });
  });

  it('prints examples with their facts', async () => {
    const { stdout } = (await evaluate('issues', join(folder, 'issues.csv'))) as { stdout: string };
    expect(stdout).toContain('thin-description: flags 2 of 4 (50.0 %), notes 1 of 4 (25.0 %)');
    expect(stdout).toContain('oversized: flags 0 of 4 (0.0 %), no verdict on 3');
    expect(stdout).toMatch(/A-2 {2}Import\n.*"marker":"TBD"/);
  });

  it.each([
    [[], 'Say what to evaluate: issues.'],
    [['stories', 'x.csv'], 'Say what to evaluate: issues, not stories.'],
    [['issues'], 'Name one CSV file.'],
    [['issues', 'a.csv', 'b.csv'], 'Name one CSV file.'],
    [['issues', 'no-such-file.csv'], 'no-such-file.csv'],
    [['issues', 'a.csv', '--fast'], '--fast'],
  ])('given %j says what is wrong, and how it is used', async (args, message) => {
    const failure = (await evaluate(...args)) as { code: number; stderr: string };
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain(message);
    expect(failure.stderr).toContain('npm run evaluate -- issues FILE.csv [--json]');
  });
});
