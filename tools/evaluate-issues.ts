import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { CriteriaPractice, Priority } from '#src/domain/backlog/checks/define-check';
import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, Finding, Reason } from '#src/domain/backlog/finding';
import type { BacklogIssue, Parent } from '#src/domain/backlog/issue';
import { isCriteriaFieldName, isStoryType, saysHowToVerify } from '#src/domain/backlog/text/criteria';
import { readTable, type Row } from '#tools/evaluate-table';

export interface Flagged {
  readonly issue: BacklogIssue;
  readonly finding: Finding;
}

const RANK = { info: 0, warn: 1, critical: 2 } as const;

/** How one check did on a set of issues. */
export interface CheckShare {
  readonly check: CheckId;
  readonly isOffByDefault: boolean;
  /** Findings at least as severe as the check is by default. */
  readonly flagged: readonly Flagged[];
  /** Milder findings of a check that grades its cases. */
  readonly noted: readonly Flagged[];
  /** Issues about which it could not tell, by the reason. */
  readonly undecided: ReadonlyMap<Reason, number>;
}

export interface Evaluation {
  readonly n: number;
  /** The file's own stories taken for done ones; null when there is none. */
  readonly practice: CriteriaPractice | null;
  readonly checks: readonly CheckShare[];
}

const ESTIMATE_COLUMNS = ['story points', 'custom field (story points)', 'story point estimate'];
const EPIC_COLUMNS = ['custom field (epic link)', 'epic link', 'parent key', 'parent', 'parent id'];
const LEVELS: Readonly<Record<string, number>> = { epic: 1, initiative: 2, 'sub-task': -1, subtask: -1 };
const CUSTOM_FIELD = /^custom field \((.*)\)$/u;

/**
 * Reads issues from a CSV file with a header: Summary, and where present Issue key, Issue id, Description, Story Points,
 * Issue Type, Priority, Assignee, Updated, a parent or epic, and a custom field for acceptance criteria, as Jira exports
 * them. Descriptions are wiki markup or plain text. A parent that is not in the file is one whose description was not read.
 * @param now Stands in for a date of change that is missing or not understood.
 * @throws Error when it is no CSV, has no Summary column, holds no issue, or an estimate is not a number.
 */
export function readIssues(csv: string, now: Date = new Date(0)): readonly BacklogIssue[] {
  const { columns, rows } = readTable(csv);
  const criteria = columns.filter((name) => isCriteriaFieldName(CUSTOM_FIELD.exec(name)?.[1] ?? ''));
  const texts = withLineBreaks(rows.map((row) => row.cell('description')));
  const parents = new Map<string, Parent>();
  const read = rows.map((row, index) => {
    const type = row.cell('issue type').trim();
    const issue = {
      id: row.cell('issue id').trim() || String(index + 1),
      key: row.cell('issue key', 'key').trim() || `ROW-${row.number}`,
      summary: row.cell('summary'),
      issueType: { name: type || 'Story', level: LEVELS[type.toLowerCase()] ?? 0 },
      estimate: estimateIn(row),
      description: wikiToAdf(texts[index] ?? '').adf,
      hasCriteriaField: row.cell(...criteria).trim() !== '',
      sprint: null,
      blockers: [],
      priorityId: row.cell('priority').trim().toLowerCase() || null,
      assigneeId: row.cell('assignee id', 'assignee').trim() || null,
      parent: null,
      updated: instantOf(row.cell('updated'), now),
      emptyFieldIds: [],
    } satisfies BacklogIssue;
    const { id, key, summary, description } = issue;
    for (const name of [id, key]) parents.set(name, { id, key, summary, description });
    return issue;
  });
  return read.map((issue, index) => ({ ...issue, parent: parentOf(rows[index], parents) }));
}

/**
 * Some research sets were flattened: every line break became two spaces, and without lines a log or a heading swallows
 * the prose behind it. Where no text of a file has a line break, runs of spaces are turned back into them.
 */
function withLineBreaks(texts: readonly string[]): readonly string[] {
  if (texts.some((text) => text.trim().includes('\n'))) return texts;
  return texts.map((text) => text.replace(/ {2}/g, '\n'));
}

function estimateIn(row: Row): number | null {
  const cell = row.cell(...ESTIMATE_COLUMNS).trim();
  if (cell === '') return null;
  const estimate = Number(cell);
  if (!Number.isFinite(estimate)) {
    throw new Error(`Row ${row.number}: the estimate "${cell}" is not a number. Mend or empty that cell.`);
  }
  return estimate;
}

function instantOf(cell: string, now: Date): string {
  const time = Date.parse(cell);
  return new Date(Number.isNaN(time) ? now : time).toISOString();
}

function parentOf(row: Row | undefined, known: ReadonlyMap<string, Parent>): Parent | null {
  const name = row?.cell(...EPIC_COLUMNS).trim() ?? '';
  if (name === '') return null;
  const summary = row?.cell('parent summary', 'epic name') ?? '';
  return known.get(name) ?? { id: name, key: name, summary, description: undefined };
}

/** Jira's own priorities, of today and of its server, highest first. */
const PRIORITY_SCHEMES: readonly { readonly names: readonly string[]; readonly usual: string }[] = [
  { names: ['highest', 'high', 'medium', 'low', 'lowest'], usual: 'medium' },
  { names: ['blocker', 'critical', 'major', 'minor', 'trivial'], usual: 'major' },
];

/** The priorities of Jira that the issues use; empty when they use others, whose order a file does not tell. */
function prioritiesOf(issues: readonly BacklogIssue[]): readonly Priority[] {
  const used = new Set(issues.flatMap(({ priorityId }) => priorityId ?? []));
  if (used.size === 0) return [];
  const scheme = PRIORITY_SCHEMES.find(({ names }) => [...used].every((name) => names.includes(name)));
  return scheme?.names.map((id) => ({ id, isDefault: id === scheme.usual })) ?? [];
}

function practiceOf(issues: readonly BacklogIssue[]): CriteriaPractice | null {
  const stories = issues.filter(({ issueType }) => isStoryType(issueType.name) && issueType.level === 0);
  const options = CHECKS.unverifiable.options;
  const withCriteria = stories.filter(
    ({ description, hasCriteriaField }) => hasCriteriaField || saysHowToVerify(description, options),
  );
  return stories.length === 0 ? null : { stories: stories.length, withCriteria: withCriteria.length };
}

/**
 * Runs every check on the issues with its default options, those that are off by default as well, as on a board of which no
 * sprint is known. What the team's done stories say of criteria is taken from the issues themselves, as if all were done.
 * @param now When not given, the last change of an issue, so that the same file gives the same answer.
 */
export function evaluateIssues(issues: readonly BacklogIssue[], now: Date = lastChange(issues)): Evaluation {
  const practice = practiceOf(issues);
  const moment = now.toISOString();
  const assessed = assessBacklog(
    {
      issues,
      isWholeBacklog: true,
      // One period carries the practice; with fewer than five there is no forecast.
      history: [
        {
          sprintId: 0,
          startDate: moment,
          completeDate: moment,
          deliveredPoints: 0,
          deliveredItems: 0,
          stories: practice?.stories ?? 0,
          storiesWithCriteria: practice?.withCriteria ?? 0,
        },
      ],
      period: 'sprint',
      unit: 'points',
      priorities: prioritiesOf(issues),
      now,
    },
    allOn(DEFAULT_SETTINGS),
  ).issues;
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return {
    n: issues.length,
    practice,
    checks: CHECK_IDS.map((check) => shareOf(check, assessed, byId)),
  };
}

function lastChange(issues: readonly BacklogIssue[]): Date {
  return new Date(issues.reduce((last, { updated }) => Math.max(last, Date.parse(updated)), 0));
}

function allOn(settings: CheckSettings): CheckSettings {
  const entries = Object.entries(settings).map(([id, setting]) => [id, { ...setting, enabled: true }]);
  return Object.fromEntries(entries) as CheckSettings;
}

function shareOf(
  check: CheckId,
  assessed: readonly AssessedIssue[],
  byId: ReadonlyMap<string, BacklogIssue>,
): CheckShare {
  const { severity, enabledByDefault } = CHECKS[check].meta;
  const found = assessed.flatMap(({ id, findings }) => {
    const issue = byId.get(id);
    const own = findings.filter((finding) => finding.check === check);
    return issue === undefined ? [] : own.map((finding) => ({ issue, finding }));
  });
  const isFlagged = ({ finding }: Flagged) => RANK[finding.severity] >= RANK[severity];
  const undecided = new Map<Reason, number>();
  for (const each of assessed.flatMap((issue) => issue.undecided)) {
    if (each.check === check) undecided.set(each.reason, (undecided.get(each.reason) ?? 0) + 1);
  }
  return {
    check,
    isOffByDefault: !enabledByDefault,
    flagged: found.filter(isFlagged),
    noted: found.filter((each) => !isFlagged(each)),
    undecided,
  };
}
