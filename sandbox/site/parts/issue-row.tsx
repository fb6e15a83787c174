import type { Issue } from '../jira-client';
import { Avatar } from './avatar';
import { Icon } from './icon';
import { IssueLink } from './issue-link';

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** The estimate of an issue on its board; null when the field is empty or the board has none. */
export function estimateOf(issue: Issue, fieldId: string | null): number | null {
  const value = fieldId === null ? null : issue.fields[fieldId];
  return typeof value === 'number' ? value : null;
}

/** Jira stores a flag as a chosen option. */
export function isFlagged(issue: Issue, fieldId: string | null): boolean {
  const value = fieldId === null ? null : issue.fields[fieldId];
  return Array.isArray(value) && value.length > 0;
}

/** An estimate as a badge; a dash when there is none. */
export function Estimate({ value }: { readonly value: number | null }) {
  const text = value === null ? 'No estimate' : `Estimate: ${amount.format(value)}`;
  return (
    <span className="badge" role="img" aria-label={text} title={text}>
      {value === null ? '–' : amount.format(value)}
    </span>
  );
}

interface IssueProps {
  readonly issue: Issue;
  readonly estimateField: string | null;
  readonly flaggedField: string | null;
}

function Flagged({ issue, flaggedField }: Pick<IssueProps, 'issue' | 'flaggedField'>) {
  return isFlagged(issue, flaggedField) ? (
    <span className="flagged" role="img" aria-label="Flagged" title="Flagged">
      <Icon name="flag" />
    </span>
  ) : null;
}

/** An issue as a card of a board column. */
export function IssueCard({ issue, estimateField, flaggedField }: IssueProps) {
  return (
    <li className="card" data-flagged={isFlagged(issue, flaggedField) || undefined}>
      <IssueLink issueKey={issue.key} className="card-summary">
        {issue.fields.summary}
      </IssueLink>
      <p className="card-foot">
        <span className="type" title={issue.fields.issuetype.name} data-type={issue.fields.issuetype.name} />
        <span className="key">{issue.key}</span>
        <Flagged issue={issue} flaggedField={flaggedField} />
        {estimateField !== null && <Estimate value={estimateOf(issue, estimateField)} />}
        <Avatar person={issue.fields.assignee} />
      </p>
    </li>
  );
}

/** An issue as a row of the backlog. */
export function IssueRow({ issue, estimateField, flaggedField }: IssueProps) {
  return (
    <li className="row">
      <span className="type" title={issue.fields.issuetype.name} data-type={issue.fields.issuetype.name} />
      <IssueLink issueKey={issue.key} className="key">
        {issue.key}
      </IssueLink>
      <span className="row-summary">{issue.fields.summary}</span>
      <Flagged issue={issue} flaggedField={flaggedField} />
      <span className="lozenge" data-category={issue.fields.status.statusCategory.key}>
        {issue.fields.status.name}
      </span>
      {estimateField !== null && <Estimate value={estimateOf(issue, estimateField)} />}
      <Avatar person={issue.fields.assignee} />
    </li>
  );
}
