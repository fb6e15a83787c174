import { parse } from 'csv-parse/sync';

import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import { assessBacklog, type AssessedIssue } from '#src/domain/backlog/assess-backlog';
import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import type { CheckId, Finding } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';

export interface Flagged {
  readonly issue: BacklogIssue;
  readonly finding: Finding;
}

const RANK = { info: 0, warn: 1, critical: 2 } as const;

/** How one check did on a set of issues. */
export interface CheckShare {
  readonly check: CheckId;
  /** Findings at least as severe as the check is by default. */
  readonly flagged: readonly Flagged[];
  /** Milder findings of a check that grades its cases. */
  readonly noted: readonly Flagged[];
  /** Issues about which it could not tell. */
  readonly undecided: number;
}

export interface Evaluation {
  readonly n: number;
  readonly checks: readonly CheckShare[];
}

const ESTIMATE_COLUMNS = ['story points', 'custom field (story points)', 'story point estimate'];
const LEVELS: Readonly<Record<string, number>> = { epic: 1, initiative: 2, 'sub-task': -1, subtask: -1 };

/**
 * Reads issues from a CSV file with a header: Summary, and where present Issue key, Description, Story Points and
 * Issue Type, as Jira exports them. Descriptions are wiki markup or plain text.
 * @throws Error when it is no CSV, has no Summary column, holds no issue, or an estimate is not a number.
 */
export function readIssues(csv: string): readonly BacklogIssue[] {
  const [header, ...rows] = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
  const columns = (header ?? []).map((name) => name.trim().toLowerCase());
  const column = (...names: readonly string[]) => columns.findIndex((name) => names.includes(name));
  const summary = column('summary');
  if (summary === -1) {
    throw new Error(
      `The file needs a column named Summary; it has: ${(header ?? []).join(', ') || 'nothing'}.`,
    );
  }
  if (rows.length === 0) throw new Error('The file has a header but no issues.');
  const [key, description, points, type] = [
    column('issue key', 'key'),
    column('description'),
    column(...ESTIMATE_COLUMNS),
    column('issue type'),
  ];
  const texts = withLineBreaks(rows.map((row) => row[description] ?? ''));
  return rows.map((row, index) => ({
    id: String(index + 1),
    key: row[key]?.trim() || `ROW-${index + 2}`,
    summary: row[summary] ?? '',
    issueType: { name: row[type] ?? 'Story', level: LEVELS[(row[type] ?? '').trim().toLowerCase()] ?? 0 },
    estimate: toEstimate(row[points] ?? '', index + 2),
    description: wikiToAdf(texts[index] ?? '').adf,
    sprint: null,
    blockers: [],
  }));
}

/**
 * Some research sets were flattened: every line break became two spaces, and without lines a log or a heading swallows
 * the prose behind it. Where no text of a file has a line break, runs of spaces are turned back into them.
 */
function withLineBreaks(texts: readonly string[]): readonly string[] {
  if (texts.some((text) => text.trim().includes('\n'))) return texts;
  return texts.map((text) => text.replace(/ {2}/g, '\n'));
}

function toEstimate(cell: string, row: number): number | null {
  if (cell.trim() === '') return null;
  const estimate = Number(cell);
  if (!Number.isFinite(estimate)) throw new Error(`Row ${row}: the estimate "${cell}" is not a number.`);
  return estimate;
}

/** Runs every check as it comes on the issues, as on a board of which no sprint is known. */
export function evaluateIssues(issues: readonly BacklogIssue[]): Evaluation {
  const assessed = assessBacklog({
    issues,
    isWholeBacklog: true,
    history: [],
    unit: 'points',
    estimationField: 'Story Points',
    now: new Date(0),
  }).issues;
  return { n: issues.length, checks: CHECK_IDS.map((check) => shareOf(check, assessed)) };
}

function shareOf(check: CheckId, assessed: readonly AssessedIssue[]): CheckShare {
  const found = assessed.flatMap(({ issue, findings }) =>
    findings.filter((finding) => finding.check === check).map((finding) => ({ issue, finding })),
  );
  const isFlagged = ({ finding }: Flagged) => RANK[finding.severity] >= RANK[CHECKS[check].meta.severity];
  return {
    check,
    flagged: found.filter(isFlagged),
    noted: found.filter((each) => !isFlagged(each)),
    undecided: assessed.filter(({ undecided }) => undecided.some((each) => each.check === check)).length,
  };
}
