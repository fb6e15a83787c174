import { type Desk, SiteError, demand, logChange, putUpdated } from '#sandbox/jira/acts/desk';
import { takeKey } from '#sandbox/jira/acts/issues';
import { issueChanges } from '#sandbox/jira/changes';
import type { Issue, Project } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';

/** The record of the target project that stands for one of the source's: the same, else the first one alike. */
function counterpart<Id extends string>(
  id: Id,
  ids: readonly Id[],
  isAlike: (other: Id) => boolean,
): Id | undefined {
  return ids.includes(id) ? id : (ids.find(isAlike) ?? ids[0]);
}

function movedTo(desk: Desk, issue: Issue, project: Project): Issue {
  const category = (id: string) => demand(desk, 'statuses', id).category;
  const level = (id: string) => demand(desk, 'issueTypes', id).hierarchyLevel;
  const statusId = counterpart(
    issue.statusId,
    project.statusIds,
    (id) => category(id) === category(issue.statusId),
  );
  const issueTypeId = counterpart(
    issue.issueTypeId,
    project.issueTypeIds,
    (id) => level(id) === level(issue.issueTypeId),
  );
  if (statusId === undefined || issueTypeId === undefined) {
    throw new SiteError(`Project ${project.key} has no place for ${issue.key}.`);
  }
  const keepsLevel = project.securityLevelIds.includes(issue.securityLevelId ?? '');
  return {
    ...issue,
    key: takeKey(desk, demand(desk, 'projects', project.id), undefined),
    projectId: project.id,
    statusId,
    issueTypeId,
    securityLevelId: keepsLevel ? issue.securityLevelId : null,
  };
}

/**
 * Moves an issue with its sub-tasks to another project: a new key, and a status and a type that the project has, alike in category
 * and level. Its sprints stay, also where the project's boards have others. The old key is forgotten, which Jira would redirect.
 * @throws SiteError for a sub-task, which goes where its parent goes.
 */
export function moveIssueToProject(desk: Desk, issueId: string, projectId: string, act: Act): Issue {
  const issue = demand(desk, 'issues', issueId);
  const project = demand(desk, 'projects', projectId);
  const isSubtask = ({ issueTypeId }: Issue) => demand(desk, 'issueTypes', issueTypeId).hierarchyLevel === -1;
  if (isSubtask(issue)) throw new SiteError(`${issue.key} is a sub-task: it goes where its parent goes.`);
  if (issue.projectId === projectId) return issue;
  const move = (before: Issue) => {
    const after = movedTo(desk, before, project);
    logChange(desk, before.id, issueChanges(desk.records, before, after), act);
    return putUpdated(desk, after, act);
  };
  const children = desk.indexes.childrenOf(issueId).filter(isSubtask);
  const moved = move(issue);
  children.forEach(move);
  return moved;
}
