import { useDesk } from './desk';
import type { HealthIssue } from './health';
import { summaryOf } from './words-of-health';
import './issue-summary.css';

/** The summary of an issue; a quiet bar of about its length while it is on its way, and nothing where it is not known. */
export function IssueSummary({ issue }: { readonly issue: HealthIssue }) {
  const { health, areWordsComing = false } = useDesk();
  const summary = summaryOf(health, issue);
  if (summary !== null) return <bdi>{summary}</bdi>;
  return areWordsComing ? <span className="summary-to-come" aria-hidden="true" /> : null;
}
