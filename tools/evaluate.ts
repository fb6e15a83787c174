import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { evaluateIssues, readIssues, type CheckShare, type Evaluation } from '#tools/evaluate-issues';

const HELP = `Runs the readiness checks on issues from a file and shows how many each one flags.

  npm run evaluate -- issues FILE.csv [--json]

FILE.csv has a header with Summary and, where known, Issue key, Description, Story Points and Issue Type.
--json prints one line: {"checks":{"<id>":{"flagged":0.12}},"n":100}, where flagged is the share of all n issues
that the check finds as bad as it is by default. Milder notes of a check that grades its cases are counted apart.`;

const EXAMPLES = 10;
const DESCRIPTION_SHOWN = 200;

function report(name: string, { n, checks }: Evaluation): string {
  const sections = checks.map((share) => {
    const percent = (part: number) => `${part} of ${n} (${((100 * part) / n).toFixed(1)} %)`;
    const noted = share.noted.length === 0 ? '' : `, notes ${percent(share.noted.length)}`;
    const unknown = share.undecided === 0 ? '' : `, no verdict on ${share.undecided}`;
    const title = `${share.check}: flags ${percent(share.flagged.length)}${noted}${unknown}`;
    return [title, ...examplesOf(share)].join('\n');
  });
  return [`${name}: ${n} issues`, ...sections].join('\n\n');
}

/** Examples spread evenly over all that were flagged, so that they show more than the file's first page. */
function examplesOf({ flagged }: CheckShare): readonly string[] {
  const step = Math.max(1, flagged.length / EXAMPLES);
  const picked = Array.from({ length: EXAMPLES }, (_, place) => flagged[Math.floor(place * step)]);
  return picked
    .filter((example, place) => example !== undefined && place < flagged.length)
    .flatMap((example) => {
      if (example === undefined) return [];
      const { issue, finding } = example;
      const words = issue.description ? JSON.stringify(plain(issue.description)) : '(empty)';
      return [
        `  ${issue.key}  ${issue.summary}`,
        `    ${finding.severity}: ${JSON.stringify(finding.facts)}`,
        `    ${words.length > DESCRIPTION_SHOWN ? `${words.slice(0, DESCRIPTION_SHOWN)}…` : words}`,
      ];
    });
}

interface Node {
  readonly text?: string | undefined;
  readonly content?: readonly Node[] | undefined;
}

function plain({ text, content }: Node): string {
  return [text ?? '', ...(content ?? []).map(plain)].join(' ').replace(/\s+/g, ' ').trim();
}

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
  const [kind, file, ...more] = positionals;
  if (kind !== 'issues') throw new Error(`Say what to evaluate: issues${kind ? `, not ${kind}` : ''}.`);
  if (file === undefined || more.length > 0) throw new Error('Name one CSV file.');
  const evaluation = evaluateIssues(readIssues(readFileSync(file, 'utf8')));
  if (!values.json) return report(file, evaluation);
  const checks = evaluation.checks.map(({ check, flagged }) => [
    check,
    { flagged: flagged.length / evaluation.n },
  ]);
  return JSON.stringify({ checks: Object.fromEntries(checks) as unknown, n: evaluation.n });
}

try {
  console.log(run(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 1;
}
