import type { AssessedIssue } from '#src/domain/backlog/assessment';
import { CHECKS } from '#src/domain/backlog/checks/index';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { Finding } from '#src/domain/backlog/finding';

/** Checks of text that warn whatever the other issues are like. `unverifiable` asks for the team's practice itself. */
const WARNING = ['thin-description', 'placeholder-text'] as const;
type Warning = (typeof WARNING)[number];

/** Share of issues up to which a warning marks an exception. */
const EXCEPTION = 0.2;
/** Issues below which a share says little, and the warnings are few. */
const FEWEST = 30;

/**
 * Turns warnings about text into notes where they would fall on more than a fifth of the issues read: a team that leaves
 * descriptions empty, or whose template comes with a TBD, has a way of its own, and is not told so issue by issue. Severities
 * that the team chose stay. Judges from what the findings hold alone, so it may be run again after one of them changed.
 */
export function softenUsual(
  issues: readonly AssessedIssue[],
  settings: CheckSettings,
): readonly AssessedIssue[] {
  const severities = new Map(
    WARNING.filter((check) => settings[check].severity === null).map((check) => [
      check,
      isUsual(check, issues) ? 'info' : CHECKS[check].meta.severity,
    ]),
  );
  const graded = (finding: Finding): Finding => {
    const severity = isWarning(finding) ? severities.get(finding.check) : undefined;
    return severity === undefined || severity === finding.severity ? finding : { ...finding, severity };
  };
  return issues.map((issue) => {
    const findings = issue.findings.map(graded);
    return findings.every((finding, index) => finding === issue.findings[index])
      ? issue
      : { ...issue, findings };
  });
}

function isUsual(check: Warning, issues: readonly AssessedIssue[]): boolean {
  const judged = issues.filter(
    ({ level, undecided }) => level >= 0 && undecided.every((each) => each.check !== check),
  );
  const warned = judged.filter(({ findings }) =>
    findings.some((finding) => finding.check === check && isWarning(finding)),
  );
  return judged.length >= FEWEST && warned.length > EXCEPTION * judged.length;
}

/** Whether a finding is a warning as long as it is an exception. A thin description below a long summary is a note anyhow. */
function isWarning(finding: Finding): finding is Extract<Finding, { check: Warning }> {
  if (finding.check === 'placeholder-text') return true;
  return finding.check === 'thin-description' && !finding.facts.hasLongSummary;
}
