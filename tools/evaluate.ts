import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { evaluateIssues, readIssues, type CheckShare, type Evaluation } from '#tools/evaluate-issues';
import { evaluateSprints } from '#tools/evaluate-sprints';
import { evaluateStories, readStories, type Quality, type StoryEvaluation } from '#tools/evaluate-stories';
import { reportSprints } from '#tools/report-sprints';
import { readSprintBoards } from '#tools/sprint-file';

const HELP = `Measures the readiness checks on real text, and the forecast on real sprints.

  npm run evaluate -- issues FILE.csv [--json]
  npm run evaluate -- stories DIR [--json]
  npm run evaluate -- sprints FILE.json [--json]

issues runs the checks on issues from a file and shows how many each one flags, with examples.
FILE.csv has a header with Summary and, where known, Issue key, Description, Story Points and Issue Type.
--json prints one line: {"checks":{"<id>":{"flagged":0.12}},"n":100}, where flagged is the share of all n issues
that the check finds as bad as it is by default. Milder notes of a check that grades its cases are counted apart.

stories compares the roles and benefits found in user stories with people's labels.
DIR holds *.jsonl files, a story a line: {"text", "entities": [{"label", "start_offset", "end_offset"}]}.
--json prints one line: {"benefit":{"precision","recall"},"role":{"precision","recall"},"n":100}.

sprints replays every board of a file in time order, each forecast using only the sprints before it, and shows how often stated odds
held, by source and in all, beside simple rules. It forecasts wherever at least 5 earlier sprints had points and the last 5 of them
delivered something. FILE.json is [{"source", "board", "sprints": [{"committed", "delivered"}]}], sprints in order.
--json prints one line: {"supply":{"1":{"p50","p85","pinball85","n"},"2":{…}},"overcommit":{"auc","brier","precision","recall",
"n",…},"n":100,"bySource","simple"}, where n counts the windows of two sprints; null where there is nothing to measure.`;

const EXAMPLES = 10;
const DESCRIPTION_SHOWN = 200;

function reportIssues(file: string, { n, practice, checks }: Evaluation): string {
  const stories =
    practice === null
      ? 'none of them a story'
      : `of ${practice.stories} stories ${practice.withCriteria} say how they are verified, taken as the practice of the team's done ones`;
  const title = [
    `${file}: ${n} issues, ${stories}.`,
    'A file has no sprints: checks that need a forecast, or the history of estimates, give no verdict.',
  ].join('\n');
  return [title, ...checks.map((share) => sectionOf(share, n))].join('\n\n');
}

function sectionOf({ check, isOffByDefault, flagged, noted, undecided }: CheckShare, n: number): string {
  const percent = (part: number) => `${part} of ${n} (${((100 * part) / n).toFixed(1)} %)`;
  const title = [
    `${check}${isOffByDefault ? ' (off by default)' : ''}: flags ${percent(flagged.length)}`,
    ...(noted.length === 0 ? [] : [`notes ${percent(noted.length)}`]),
    ...[...undecided].map(([reason, count]) => `no verdict on ${count} (${reason})`),
  ].join(', ');
  return [title, ...examplesOf(flagged.length > 0 ? flagged : noted)].join('\n');
}

/** Examples spread evenly over all that were found, so that they show more than the file's first page. */
function examplesOf(found: CheckShare['flagged']): readonly string[] {
  return spread(found, EXAMPLES).flatMap(({ issue, finding }) => {
    const words = issue.description ? JSON.stringify(plain(issue.description)) : '(empty)';
    return [
      `  ${issue.key}  ${issue.summary}`,
      `    ${finding.severity}: ${JSON.stringify(finding.facts)}`,
      `    ${words.length > DESCRIPTION_SHOWN ? `${words.slice(0, DESCRIPTION_SHOWN)}…` : words}`,
    ];
  });
}

function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, place) =>
    values.slice(Math.floor((place * values.length) / most)),
  ).flatMap(([first]) => (first === undefined ? [] : [first]));
}

interface Node {
  readonly text?: string | undefined;
  readonly content?: readonly Node[] | undefined;
}

function plain({ text, content }: Node): string {
  return [text ?? '', ...(content ?? []).map(plain)].join(' ').replace(/\s+/g, ' ').trim();
}

function reportStories(folder: string, { n, benefit, role }: StoryEvaluation): string {
  return [`${folder}: ${n} stories`, qualityIn('benefit', benefit), qualityIn('role', role)].join('\n\n');
}

function qualityIn(part: string, { precision, recall, seenWrongly, missed }: Quality): string {
  const figure = (value: number | null) => value?.toFixed(4) ?? 'none to measure';
  return [
    `${part}: precision ${figure(precision)}, recall ${figure(recall)}`,
    ...spread(seenWrongly, EXAMPLES).map((text) => `  seen, not labelled: ${text}`),
    ...spread(missed, EXAMPLES).map((text) => `  labelled, not seen: ${text}`),
  ].join('\n');
}

const WANTED: Readonly<Record<string, string>> = {
  issues: 'Name one CSV file.',
  stories: 'Name one folder of labelled stories.',
  sprints: 'Name one JSON file of boards and their sprints.',
};

const RUNS: Readonly<Record<string, (path: string, asJson: boolean) => string>> = {
  issues(file, asJson) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new Error(`There is no file ${file}. Name a CSV file, such as an export from Jira.`);
    }
    const evaluation = evaluateIssues(readIssues(readFileSync(file, 'utf8')));
    if (!asJson) return reportIssues(file, evaluation);
    const { n, checks } = evaluation;
    const shares = checks.map(({ check, flagged }) => [check, { flagged: flagged.length / n }]);
    return JSON.stringify({ checks: Object.fromEntries(shares) as unknown, n });
  },
  stories(folder, asJson) {
    const evaluation = evaluateStories(readStories(folder));
    if (!asJson) return reportStories(folder, evaluation);
    const { n, benefit, role } = evaluation;
    const measured = ({ precision, recall }: Quality) => ({ precision, recall });
    return JSON.stringify({ benefit: measured(benefit), role: measured(role), n });
  },
  sprints(file, asJson) {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new Error(`There is no file ${file}. Name a JSON file of boards and their sprints.`);
    }
    const evaluation = evaluateSprints(readSprintBoards(readFileSync(file, 'utf8')));
    if (!asJson) return reportSprints(file, evaluation);
    return JSON.stringify({ ...evaluation.ours, simple: evaluation.simple });
  },
};

function run(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return HELP;
  const [kind, path, ...more] = positionals;
  const evaluate = kind === undefined ? undefined : RUNS[kind];
  if (kind === undefined || evaluate === undefined) {
    throw new Error(
      `Say what to evaluate: issues, stories or sprints${kind === undefined ? '' : `, not ${kind}`}.`,
    );
  }
  if (path === undefined || more.length > 0) {
    throw new Error(WANTED[kind]);
  }
  return evaluate(path, values.json);
}

try {
  console.log(run(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 1;
}
