import type { AssessedRisk } from '#src/domain/risk/assess-register';
import type { RiskCheckId, RiskFinding } from '#src/domain/risk/finding';
import { planText } from '#src/domain/risk/plan-text';
import type { Risk } from '#src/domain/risk/risk';

import { IssueLink } from '../../ui/issue-link';
import { Lozenge, type Tone } from '../../ui/lozenge';

import { isLeftOut } from '../state/left-out-plan';
import type { Mitigation } from '../state/opened';
import { findingLabel, findingWords } from '../words/finding-words';
import type { RiskWords } from '../words/risk-words';

const OF_MITIGATION: ReadonlySet<RiskCheckId> = new Set([
  'no-mitigation',
  'mitigation-past-due',
  'open-acceptance',
  'residual-above-current',
  'residual-lowered-untouched',
]);

const SEVERITY_TONES = { critical: 'danger', warn: 'warning', info: 'neutral' } as const;
const STATUS_TONES = {
  new: 'neutral',
  indeterminate: 'information',
  done: 'success',
} satisfies Record<string, Tone>;

/** A plan is shown up to here; the rest is one click away. */
const PLAN_SHOWN = 160;

type TrackFinding = Extract<RiskFinding, { check: 'mitigation-not-on-track' }>;

/** The lines of a plan in one, so that none runs into the next. */
function planLine({ plan }: Risk): string | null {
  if (plan === null) return null;
  const text = planText(plan)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((all, line) => (all === '' ? line : `${all}${/[.:!?]$/.test(all) ? '' : ' ·'} ${line}`), '');
  return text.length > PLAN_SHOWN ? `${text.slice(0, PLAN_SHOWN - 1).trimEnd()}…` : text;
}

/** What is done about a risk, and how the work on it stands in Jira. */
export function MitigationCell({
  risk,
  assessed,
  words,
  mitigations,
  isLabelled = true,
}: {
  readonly risk: Risk;
  readonly assessed: AssessedRisk | null;
  readonly words: RiskWords;
  /** Whether labels say what checks found; not where a list beside it says the same. */
  readonly isLabelled?: boolean;
  readonly mitigations: ReadonlyMap<string, Mitigation> | null;
}) {
  const { say, day } = words;
  const plan = isLeftOut(risk) ? say('risk.plan.left-out') : planLine(risk);
  const findings = assessed?.findings ?? [];
  const track = findings.find(
    (finding): finding is TrackFinding => finding.check === 'mitigation-not-on-track',
  );
  // Where a check says that there is none, once is enough.
  const isBare =
    plan === null &&
    risk.issueIds.length === 0 &&
    risk.response === 'none' &&
    !(isLabelled && findings.some(({ check }) => check === 'no-mitigation'));
  return (
    <>
      {isBare && <span className="muted">{say('risk.mitigation.none')}</span>}
      {risk.response !== 'none' && <span className="risks__response">{words.response(risk.response)}</span>}
      {plan !== null && (
        <span>
          {risk.response !== 'none' && ': '}
          {plan}
        </span>
      )}
      {risk.dueOn !== null && (
        <span className="muted"> {say('risk.mitigation.by', { date: day(risk.dueOn) })}</span>
      )}
      {findings
        .filter(({ check }) => isLabelled && OF_MITIGATION.has(check))
        .map((finding) => (
          <span key={finding.check} title={findingWords(words, finding)}>
            {' '}
            <Lozenge tone={SEVERITY_TONES[finding.severity]}>{findingLabel(words, finding)}</Lozenge>
          </span>
        ))}
      {risk.issueIds.length > 0 && (
        <ul className="risks__issues">
          {risk.issueIds.map((issueId) => (
            <Issue
              key={issueId}
              mitigation={mitigations?.get(issueId) ?? null}
              isKnown={mitigations !== null}
              track={track?.facts.issues.find((issue) => issue.issueId === issueId) ?? null}
              tone={SEVERITY_TONES[track?.severity ?? 'warn']}
              dueOn={risk.dueOn}
              words={words}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Issue({
  mitigation,
  isKnown,
  track,
  tone,
  dueOn,
  words,
}: {
  /** null where nothing is known of it. */
  readonly mitigation: Mitigation | null;
  /** Whether Jira answered at all. */
  readonly isKnown: boolean;
  readonly track: TrackFinding['facts']['issues'][number] | null;
  readonly tone: Tone;
  readonly dueOn: string | null;
  readonly words: RiskWords;
}) {
  const { say, day } = words;
  const shown = mitigation?.shown ?? null;
  if (shown === null) {
    return <li className="muted">{say(isKnown ? 'risk.issue.hidden' : 'risk.issue.unread')}</li>;
  }
  return (
    <li>
      <span title={shown.summary}>
        <IssueLink issueKey={shown.key} className="risks__issue" />
      </span>{' '}
      <Lozenge tone={STATUS_TONES[shown.statusCategory]}>{shown.status}</Lozenge>
      {(track?.problems ?? []).map((problem) => (
        <span key={problem}>
          {' '}
          <Lozenge tone={tone}>
            {problem === 'late'
              ? say('risk.issue.late', {
                  lands: track?.landsOn ? day(track.landsOn) : '',
                  due: dueOn === null ? '' : day(dueOn),
                })
              : say(problem === 'unrefined' ? 'risk.issue.unrefined' : 'risk.issue.unscheduled')}
          </Lozenge>
        </span>
      ))}
    </li>
  );
}
