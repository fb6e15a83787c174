import { type JqlField, type Operand } from '#sandbox/jira/jql/context';
import { JqlError } from '#sandbox/jira/jql/error';
import { byKey, choiceField, noSuchFunction } from '#sandbox/jira/jql/kinds';
import type { Sprint } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

const STATE_OF: Readonly<Record<string, Sprint['state']>> = {
  opensprints: 'active',
  closedsprints: 'closed',
  futuresprints: 'future',
};

function resolveSprint(site: JiraSite, operand: Exclude<Operand, { kind: 'empty' }>): readonly string[] {
  const sprints = [...site.all('sprints')];
  if (operand.kind === 'call') {
    const state = STATE_OF[operand.name.toLowerCase()];
    if (state === undefined) throw noSuchFunction(operand);
    return sprints.filter((sprint) => sprint.state === state).map(({ id }) => String(id));
  }
  const { text } = operand;
  const byId = sprints.filter(({ id }) => String(id) === text);
  const found =
    byId.length > 0 ? byId : sprints.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (found.length > 0) return found.map(({ id }) => String(id));
  const named = /^\d+$/.test(text) ? 'id' : 'name';
  throw new JqlError([
    `Sprint with ${named} '${text}' does not exist or you do not have permission to view it.`,
  ]);
}

/** Sprint, by id, name or state; an issue holds every sprint that it was ever in. */
export function sprintField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ sprintIds }) => sprintIds.map(String),
    resolve: (operand) => resolveSprint(site, operand),
    order: byKey(({ sprintIds }) => sprintIds.at(-1) ?? null),
    candidates: (ids) => [...new Set(ids.flatMap((id) => site.issuesOfSprint(Number(id))))],
  });
}
