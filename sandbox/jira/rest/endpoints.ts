import type { Endpoint } from '#sandbox/jira/rest/endpoint';
import { COMMENTS } from '#sandbox/jira/rest/platform/comments';
import { ISSUE_READS } from '#sandbox/jira/rest/platform/issue-reads';
import { ISSUE_WRITES } from '#sandbox/jira/rest/platform/issue-writes';
import { JQL_FUNCTIONS } from '#sandbox/jira/rest/platform/jql-functions';
import { LINKS } from '#sandbox/jira/rest/platform/links';
import { METADATA } from '#sandbox/jira/rest/platform/metadata';
import { PEOPLE } from '#sandbox/jira/rest/platform/people';
import { PERMISSIONS } from '#sandbox/jira/rest/platform/permissions';
import { PROJECTS } from '#sandbox/jira/rest/platform/projects';
import { SEARCH } from '#sandbox/jira/rest/platform/search';
import { SERVER } from '#sandbox/jira/rest/platform/server';
import { TRANSITIONS } from '#sandbox/jira/rest/platform/transitions';
import { BOARDS } from '#sandbox/jira/rest/software/boards';
import { ISSUE_LISTS } from '#sandbox/jira/rest/software/issue-lists';
import { SOFTWARE_ISSUES } from '#sandbox/jira/rest/software/issues';
import { MOVES } from '#sandbox/jira/rest/software/moves';
import { SPRINTS } from '#sandbox/jira/rest/software/sprints';

/** Every endpoint that is simulated. What is not here answers 501. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...SERVER,
  ...PEOPLE,
  ...PERMISSIONS,
  ...METADATA,
  ...PROJECTS,
  ...SEARCH,
  ...JQL_FUNCTIONS,
  ...ISSUE_READS,
  ...ISSUE_WRITES,
  ...TRANSITIONS,
  ...COMMENTS,
  ...LINKS,
  ...BOARDS,
  ...SPRINTS,
  ...ISSUE_LISTS,
  ...MOVES,
  ...SOFTWARE_ISSUES,
];
