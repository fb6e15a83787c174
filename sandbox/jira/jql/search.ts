import type { JqlContext } from '#sandbox/jira/jql/context';
import { compileJql } from '#sandbox/jira/jql/compile';
import type { Issue } from '#sandbox/jira/model';

/**
 * The issues that match all of the queries and that the viewer may see, in the order of the last query that has one.
 * @throws JqlError when a query is refused.
 */
export function searchIssues(jql: string, context: JqlContext, filter?: (issue: Issue) => boolean): Issue[] {
  const compiled = compileJql(jql, context);
  const pool = compiled.matcher.candidates?.() ?? context.site.rankedIssues();
  return pool
    .filter(
      (issue) =>
        (filter === undefined || filter(issue)) &&
        compiled.matcher.test(issue) &&
        context.viewer.canSee(issue),
    )
    .sort(compiled.compare);
}
