import { adfText } from '#sandbox/jira/adf';
import { FIELD, IMPEDIMENT } from '#sandbox/jira/ids';
import type { JqlContext, JqlField } from '#sandbox/jira/jql/context';
import { emptyField } from '#sandbox/jira/jql/empty-fields';
import { JqlError } from '#sandbox/jira/jql/error';
import {
  issueKeyField,
  issueTypeField,
  labelsField,
  levelField,
  parentField,
  priorityField,
  projectField,
  resolutionField,
  statusCategoryField,
  statusField,
  userField,
} from '#sandbox/jira/jql/named-fields';
import { byKey, choiceField, dayField, instantField, numberField } from '#sandbox/jira/jql/kinds';
import { sprintField } from '#sandbox/jira/jql/sprint-field';
import { textField } from '#sandbox/jira/jql/text';
import type { Field, Issue } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

const description = (issue: Issue) => adfText(issue.description);

/** Summary, description and comments, as Jira's `text` field. */
const allText = (site: JiraSite) => (issue: Issue) =>
  [issue.summary, description(issue), ...site.commentsOf(issue.id).map(({ body }) => adfText(body))].join(
    '\n',
  );

const flaggedField: JqlField = choiceField({
  values: ({ isFlagged }) => (isFlagged ? [IMPEDIMENT.id] : []),
  resolve: (operand, field) => {
    if (operand.kind === 'text' && operand.text.toLowerCase() === 'impediment') return [IMPEDIMENT.id];
    const text = operand.kind === 'text' ? operand.text : operand.name;
    throw new JqlError([`The option '${text}' for field '${field}' does not exist.`]);
  },
  order: byKey(({ isFlagged }) => (isFlagged ? 0 : null)),
});

const rankField: JqlField = {
  operators: new Set(),
  order: byKey(({ rank }) => rank),
  history: null,
  match: () => ({ test: () => true }),
};

const SYSTEM: Readonly<Record<string, (site: JiraSite) => JqlField>> = {
  project: projectField,
  issuetype: issueTypeField,
  status: statusField,
  statusCategory: statusCategoryField,
  priority: priorityField,
  resolution: resolutionField,
  assignee: (site) => userField(site, 'assignee'),
  reporter: (site) => userField(site, 'reporter'),
  creator: (site) => userField(site, 'creator'),
  labels: labelsField,
  parent: parentField,
  issuekey: issueKeyField,
  security: levelField,
  summary: () =>
    textField(
      ({ summary }) => summary,
      byKey(({ summary }) => summary.toLowerCase()),
    ),
  description: () => textField(description, null),
  created: () => instantField(({ created }) => created),
  updated: () => instantField(({ updated }) => updated),
  resolutiondate: () => instantField(({ resolutionDate }) => resolutionDate),
  statuscategorychangedate: () => instantField(({ statusCategoryChanged }) => statusCategoryChanged),
  duedate: () => dayField(({ dueDate }) => dueDate),
  comment: (site) =>
    textField(
      (issue) =>
        site
          .commentsOf(issue.id)
          .map(({ body }) => adfText(body))
          .join('\n'),
      null,
    ),
};

function customJqlField(site: JiraSite, field: Field): JqlField | null {
  if (field.id === FIELD.sprint) return sprintField(site);
  if (field.id === FIELD.flagged) return flaggedField;
  if (field.id === FIELD.rank) return rankField;
  const value = (issue: Issue): unknown => issue.customFields[field.id] ?? null;
  if (field.schemaType === 'number') {
    return numberField((issue) => {
      const number = value(issue);
      return typeof number === 'number' ? number : null;
    });
  }
  if (field.schemaType === 'string') {
    return textField((issue) => {
      const text = value(issue);
      return typeof text === 'string' ? text : '';
    }, null);
  }
  return null;
}

/** Finds a field by any of the names that queries use, letter case aside; undefined when there is none that is simulated. */
export function findJqlField(name: string, { site }: Pick<JqlContext, 'site'>): JqlField | undefined {
  const wanted = name.toLowerCase();
  if (wanted === 'text') return textField(allText(site), null);
  for (const field of site.all('fields')) {
    const names = [...field.clauseNames, field.id, field.name];
    if (!names.some((known) => known.toLowerCase() === wanted)) continue;
    const made = field.custom ? customJqlField(site, field) : SYSTEM[field.id]?.(site);
    if (made) return made;
  }
  return emptyField(name);
}
