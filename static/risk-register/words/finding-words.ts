import type { AcceptanceProblem, IssueProblem, RiskCheckId, RiskFinding } from '#src/domain/risk/finding';

import type { MessageId } from '../../ui/locale';

import type { RiskWords } from './risk-words';

/** What several risks have in common that one check finds, as the end of a sentence that names them. */
const OF_SEVERAL = {
  'no-mitigation': 'risk.need.no-mitigation',
  'mitigation-not-on-track': 'risk.need.mitigation-not-on-track',
  'mitigation-past-due': 'risk.need.mitigation-past-due',
  'no-owner': 'risk.need.no-owner',
  'open-acceptance': 'risk.need.open-acceptance',
  'review-overdue': 'risk.need.review-overdue',
  'near-certain': 'risk.need.near-certain',
  'residual-above-current': 'risk.need.residual-above-current',
  'residual-lowered-untouched': 'risk.need.residual-lowered-untouched',
  'rubber-stamp': 'risk.need.rubber-stamp',
  'duplicate-risk': 'risk.need.duplicate-risk',
  'vague-statement': 'risk.need.vague-statement',
} satisfies Record<RiskCheckId, MessageId>;

const OF_ISSUE = {
  unrefined: 'risk.issue.is-unrefined',
  unscheduled: 'risk.issue.is-unscheduled',
  late: 'risk.issue.is-late',
} satisfies Record<IssueProblem, MessageId>;

/** What a check finds in several risks, such as "nobody owns them". */
export function sharedFinding({ say }: RiskWords, check: RiskCheckId): string {
  return say(OF_SEVERAL[check]);
}

/** What a check finds in one risk, such as "nobody owns it": the end of a sentence. */
export function findingWords(words: RiskWords, finding: RiskFinding): string {
  const { say, day } = words;
  switch (finding.check) {
    case 'no-mitigation':
      return say('risk.need.no-mitigation');
    case 'no-owner':
      return finding.facts.ownerId === null
        ? say('risk.finding.no-owner')
        : say('risk.finding.owner-deactivated', { name: words.person(finding.facts.ownerId) });
    case 'mitigation-not-on-track':
      return words.list(finding.facts.issues.map((issue) => issueWords(words, issue)));
    case 'mitigation-past-due':
      return say('risk.finding.mitigation-past-due', {
        date: day(finding.facts.dueOn),
        days: finding.facts.days,
      });
    case 'review-overdue':
      return say('risk.finding.review-overdue', { days: finding.facts.days });
    case 'rubber-stamp':
      return say('risk.finding.rubber-stamp', { count: finding.facts.reviews });
    case 'open-acceptance': {
      const { problems, daysExpired } = finding.facts;
      if (daysExpired !== null) return say('risk.finding.acceptance-expired', { days: daysExpired });
      return say('risk.finding.open-acceptance', { missing: missingOf(problems) });
    }
    case 'residual-above-current':
      return say('risk.need.residual-above-current');
    case 'residual-lowered-untouched':
      return say('risk.need.residual-lowered-untouched');
    case 'near-certain':
      return finding.facts.dueOn === null
        ? say('risk.need.near-certain')
        : say('risk.finding.near-certain-day', { date: day(finding.facts.dueOn) });
    case 'vague-statement':
      return say('risk.finding.vague-statement', { count: finding.facts.words });
    case 'duplicate-risk':
      return say('risk.finding.duplicate-risk', {
        risk: words.key(finding.facts.riskId),
        same: finding.facts.isSame ? 'same' : 'close',
      });
  }
}

/** The same in a word or two, for a label beside the field that it is about. */
export function findingLabel(words: RiskWords, finding: RiskFinding): string {
  const { say } = words;
  switch (finding.check) {
    case 'no-mitigation':
      return say('risk.label.no-mitigation');
    case 'no-owner':
      return say(finding.facts.ownerId === null ? 'risk.label.no-owner' : 'risk.label.owner-deactivated');
    case 'mitigation-not-on-track':
      return say('risk.label.not-on-track');
    case 'mitigation-past-due':
      return say('risk.label.past-due', { days: finding.facts.days });
    case 'review-overdue':
      return say('risk.label.review-overdue', { days: finding.facts.days });
    case 'rubber-stamp':
      return say('risk.label.rubber-stamp', { count: finding.facts.reviews });
    case 'open-acceptance': {
      const { problems, daysExpired } = finding.facts;
      if (daysExpired !== null) return say('risk.label.acceptance-expired');
      return say('risk.label.open-acceptance', { missing: missingOf(problems) });
    }
    case 'residual-above-current':
      return say('risk.label.residual-above-current');
    case 'residual-lowered-untouched':
      return say('risk.label.residual-lowered-untouched');
    case 'near-certain':
      return say('risk.label.near-certain');
    case 'vague-statement':
      return say('risk.label.vague-statement');
    case 'duplicate-risk':
      return say('risk.label.duplicate-risk', { risk: words.key(finding.facts.riskId) });
  }
}

/** What an acceptance lacks, as the messages tell it apart. */
function missingOf(problems: readonly AcceptanceProblem[]): 'approver' | 'end' | 'both' {
  if (problems.length > 1) return 'both';
  return problems.includes('no-approver') ? 'approver' : 'end';
}

type TrackedIssue = Extract<RiskFinding, { check: 'mitigation-not-on-track' }>['facts']['issues'][number];

function issueWords(words: RiskWords, { issueId, problems, daysLate }: TrackedIssue): string {
  return words.say('risk.issue.with-problems', {
    issue: words.issue(issueId) ?? words.say('risk.issue.some'),
    problems: words.list(problems.map((problem) => words.say(OF_ISSUE[problem], { days: daysLate ?? 0 }))),
  });
}
