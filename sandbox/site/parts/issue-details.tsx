import type { ReactNode } from 'react';

import type { IssuePageData } from '../issue-data';
import type { IssueDetail, IssueLink } from '../jira-client';
import { issuePath } from '../routing';
import { inWords } from './in-words';
import { Estimate, estimateOf, isFlagged } from './issue-row';
import { Link } from './link';
import { Pairs } from './pairs';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The issues that this one is linked to, in the words of the link. */
export function Links({ issue }: { readonly issue: IssueDetail }) {
  const links = listOf(issue.fields['issuelinks']) as readonly IssueLink[];
  if (links.length === 0) return null;
  return (
    <section aria-label="Linked issues">
      <h2>Linked issues</h2>
      <ul className="links">
        {links.map(({ id, type, inwardIssue, outwardIssue }) => {
          const other = outwardIssue ?? inwardIssue;
          return (
            other && (
              <li key={id}>
                <span className="muted">{outwardIssue ? type.outward : type.inward}</span>
                <Link href={issuePath(other.key)} className="key">
                  {other.key}
                </Link>
                <span className="row-summary">{other.fields.summary}</span>
                <span className="lozenge" data-category={other.fields.status.statusCategory.key}>
                  {other.fields.status.name}
                </span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

/** The fields of an issue beside its text. */
export function Details({ data }: { readonly data: IssuePageData }) {
  const { issue, estimate, fieldIds } = data;
  const { fields } = issue;
  const parent = fields['parent'] as
    { readonly key: string; readonly fields: { readonly summary: string } } | undefined;
  const sprints = listOf(fieldIds.sprint === null ? null : fields[fieldIds.sprint]) as readonly {
    readonly name: string;
  }[];
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : 'None');
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      'Status',
      <span key="status" className="lozenge" data-category={fields.status.statusCategory.key}>
        {fields.status.name}
      </span>,
    ],
    ['Type', fields.issuetype.name],
    ['Assignee', fields.assignee?.displayName ?? 'Unassigned'],
    ...(estimate
      ? [
          [
            estimate.displayName,
            <Estimate key="estimate" value={estimateOf(issue, estimate.fieldId)} />,
          ] as const,
        ]
      : []),
    ['Priority', fields.priority?.name ?? 'None'],
    ['Sprint', sprints.map(({ name }) => name).join(', ') || 'None'],
    [
      'Parent',
      parent ? (
        <Link key="parent" href={issuePath(parent.key)}>{`${parent.key} ${parent.fields.summary}`}</Link>
      ) : (
        'None'
      ),
    ],
    ['Labels', listOf(fields['labels']).join(', ') || 'None'],
    ['Due', text(fields['duedate'])],
    ['Flagged', isFlagged(issue, fieldIds.flagged) ? 'Yes' : 'No'],
    ['Created', inWords(String(fields['created']))],
    ['Updated', inWords(String(fields['updated']))],
  ];
  return (
    <aside className="details" aria-label="Details">
      <h2>Details</h2>
      <Pairs rows={rows} />
    </aside>
  );
}
