import type { AssessedRisk } from '#src/domain/risk/assess-register';
import type { RiskCheckId } from '#src/domain/risk/finding';

import { Lozenge } from '../../ui/lozenge';

import { findingLabel, findingWords } from '../words/finding-words';
import type { RiskWords } from '../words/risk-words';

const SEVERITY_TONES = { critical: 'danger', warn: 'warning', info: 'neutral' } as const;

/** Beside which field each check shows; those of the mitigation cell are its own. */
const BESIDE: Readonly<Partial<Record<RiskCheckId, 'statement' | 'owner' | 'due'>>> = {
  'no-owner': 'owner',
  'review-overdue': 'due',
  'rubber-stamp': 'due',
  'near-certain': 'statement',
  'vague-statement': 'statement',
  'duplicate-risk': 'statement',
};

/** What checks say beside one field. */
export function CheckLabels({
  words,
  assessed,
  beside,
}: {
  readonly words: RiskWords;
  readonly assessed: AssessedRisk | null;
  readonly beside: 'statement' | 'owner' | 'due';
}) {
  const found = assessed?.findings.filter(({ check }) => BESIDE[check] === beside) ?? [];
  return (
    <>
      {found.map((finding) => (
        <span key={finding.check} title={findingWords(words, finding)}>
          {' '}
          <Lozenge tone={SEVERITY_TONES[finding.severity]}>{findingLabel(words, finding)}</Lozenge>
        </span>
      ))}
    </>
  );
}
