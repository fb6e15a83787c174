import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import type { Finding } from '#src/domain/backlog/finding';

/**
 * The assessment as it may be kept: ids, numbers and dates. Excerpts are the only words of an issue among the facts, and they
 * go; what was found stays.
 */
export function withoutWords(assessment: BacklogAssessment): BacklogAssessment {
  return {
    ...assessment,
    issues: assessment.issues.map((issue) => ({ ...issue, findings: issue.findings.map(bare) })),
  };
}

function bare(finding: Finding): Finding {
  if (finding.check === 'placeholder-text') {
    return { ...finding, facts: { ...finding.facts, excerpt: null } };
  }
  if (finding.check === 'compound-story') {
    return { ...finding, facts: { ...finding.facts, excerpt: null } };
  }
  return finding;
}
