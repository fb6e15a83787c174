/**
 * The scopes that Atlassian's OpenAPI files ask for, by operation: any one of the alternative sets has to be held whole.
 * Platform operations take a classic scope or a set of granular ones, software operations granular ones only.
 * `npm run conformance` compares this table with the files.
 */
export const SCOPES = {
  'GET /rest/api/3/search/jql': [
    ['read:jira-work'],
    [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
  ],
  'POST /rest/api/3/search/jql': [
    ['read:jira-work'],
    [
      'read:issue-details:jira',
      'read:field.default-value:jira',
      'read:field.option:jira',
      'read:field:jira',
      'read:group:jira',
    ],
  ],
  'GET /rest/api/3/search': [
    ['read:jira-work'],
    [
      'read:issue-details:jira',
      'read:audit-log:jira',
      'read:avatar:jira',
      'read:field-configuration:jira',
      'read:issue-meta:jira',
    ],
  ],
  'POST /rest/api/3/search': [
    ['read:jira-work'],
    [
      'read:issue-details:jira',
      'read:field.default-value:jira',
      'read:field.option:jira',
      'read:field:jira',
      'read:group:jira',
    ],
  ],
  'POST /rest/api/3/search/approximate-count': [
    ['read:jira-work'],
    [
      'read:issue-details:jira',
      'read:field.default-value:jira',
      'read:field.option:jira',
      'read:field:jira',
      'read:group:jira',
    ],
  ],
  // Optional until Atlassian makes them mandatory.
  'GET /rest/api/3/jql/function/computation': [['read:app-data:jira'], []],
  'POST /rest/api/3/jql/function/computation': [['write:app-data:jira'], []],
  'POST /rest/api/3/jql/function/computation/search': [['read:app-data:jira'], []],
  'GET /rest/api/3/issue/{issueIdOrKey}': [
    ['read:jira-work'],
    [
      'read:issue-meta:jira',
      'read:issue-security-level:jira',
      'read:issue.vote:jira',
      'read:issue.changelog:jira',
      'read:avatar:jira',
      'read:issue:jira',
      'read:status:jira',
      'read:user:jira',
      'read:field-configuration:jira',
    ],
  ],
  'PUT /rest/api/3/issue/{issueIdOrKey}': [['write:jira-work'], ['write:issue:jira']],
  'DELETE /rest/api/3/issue/{issueIdOrKey}': [['write:jira-work'], ['delete:issue:jira']],
  'POST /rest/api/3/issue': [
    ['write:jira-work'],
    [
      'write:issue:jira',
      'write:comment:jira',
      'write:comment.property:jira',
      'write:attachment:jira',
      'read:issue:jira',
    ],
  ],
  'POST /rest/api/3/issue/bulkfetch': [
    ['read:jira-work'],
    [
      'read:issue-meta:jira',
      'read:issue-security-level:jira',
      'read:issue.vote:jira',
      'read:issue.changelog:jira',
      'read:avatar:jira',
      'read:issue:jira',
      'read:status:jira',
      'read:user:jira',
      'read:field-configuration:jira',
    ],
  ],
  'POST /rest/api/3/changelog/bulkfetch': [
    ['read:jira-work'],
    ['read:issue-meta:jira', 'read:avatar:jira', 'read:issue.changelog:jira'],
  ],
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': [
    ['read:jira-work'],
    ['read:issue-meta:jira', 'read:avatar:jira', 'read:issue.changelog:jira'],
  ],
  'GET /rest/api/3/issue/{issueIdOrKey}/comment': [
    ['read:jira-work'],
    [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:avatar:jira',
    ],
  ],
  'POST /rest/api/3/issue/{issueIdOrKey}/comment': [
    ['write:jira-work'],
    [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'write:comment:jira',
      'read:avatar:jira',
    ],
  ],
  'GET /rest/api/3/issue/{issueIdOrKey}/comment/{id}': [
    ['read:jira-work'],
    [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'read:avatar:jira',
    ],
  ],
  'PUT /rest/api/3/issue/{issueIdOrKey}/comment/{id}': [
    ['write:jira-work'],
    [
      'read:comment:jira',
      'read:comment.property:jira',
      'read:group:jira',
      'read:project:jira',
      'read:project-role:jira',
      'read:user:jira',
      'write:comment:jira',
      'read:avatar:jira',
    ],
  ],
  'DELETE /rest/api/3/issue/{issueIdOrKey}/comment/{id}': [
    ['write:jira-work'],
    ['delete:comment:jira', 'delete:comment.property:jira'],
  ],
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions': [
    ['read:jira-work'],
    ['read:issue.transition:jira', 'read:status:jira', 'read:field-configuration:jira'],
  ],
  'POST /rest/api/3/issue/{issueIdOrKey}/transitions': [
    ['write:jira-work'],
    ['write:issue:jira', 'write:issue.property:jira'],
  ],
  'PUT /rest/api/3/issue/{issueIdOrKey}/assignee': [['write:jira-work'], ['write:issue:jira']],
  'GET /rest/api/3/field': [
    ['read:jira-work'],
    [
      'read:field:jira',
      'read:avatar:jira',
      'read:project-category:jira',
      'read:project:jira',
      'read:field-configuration:jira',
    ],
  ],
  'GET /rest/api/3/field/search': [['read:jira-work'], ['read:field:jira', 'read:field-configuration:jira']],
  'GET /rest/api/3/priority': [['read:jira-work'], ['read:priority:jira']],
  'GET /rest/api/3/priority/{id}': [['read:jira-work'], ['read:priority:jira']],
  'GET /rest/api/3/priority/search': [['manage:jira-configuration']],
  'GET /rest/api/3/resolution': [['read:jira-work'], ['read:resolution:jira']],
  'GET /rest/api/3/resolution/{id}': [['read:jira-work'], ['read:resolution:jira']],
  'GET /rest/api/3/status': [['read:jira-work'], ['read:status:jira']],
  'GET /rest/api/3/status/{idOrName}': [['read:jira-work'], ['read:status:jira']],
  'GET /rest/api/3/statuscategory': [['read:jira-work'], ['read:status:jira']],
  'GET /rest/api/3/issuetype': [
    ['read:jira-work'],
    ['read:issue-type:jira', 'read:avatar:jira', 'read:project-category:jira', 'read:project:jira'],
  ],
  'GET /rest/api/3/issuetype/{id}': [
    ['read:jira-work'],
    ['read:issue-type:jira', 'read:avatar:jira', 'read:project-category:jira', 'read:project:jira'],
  ],
  'GET /rest/api/3/issueLinkType': [['read:jira-work'], ['read:issue-link-type:jira']],
  'POST /rest/api/3/issueLink': [
    ['write:jira-work'],
    ['write:comment:jira', 'write:issue:jira', 'write:issue-link:jira'],
  ],
  'GET /rest/api/3/issueLink/{linkId}': [
    ['read:jira-work'],
    [
      'read:field:jira',
      'read:issue-link-type:jira',
      'read:issue:jira',
      'read:issue-type:jira',
      'read:priority:jira',
      'read:status:jira',
      'read:avatar:jira',
      'read:issue.time-tracking:jira',
      'read:project-category:jira',
      'read:project:jira',
      'read:user:jira',
    ],
  ],
  'DELETE /rest/api/3/issueLink/{linkId}': [['write:jira-work'], ['delete:issue-link:jira']],
  'GET /rest/api/3/user': [
    ['read:jira-user'],
    ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  ],
  'GET /rest/api/3/user/bulk': [
    ['read:jira-user'],
    ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  ],
  'GET /rest/api/3/users/search': [
    ['read:jira-user'],
    ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'],
  ],
  'GET /rest/api/3/user/assignable/search': [
    ['read:jira-user'],
    [
      'read:issue:jira',
      'read:project:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
    ],
  ],
  'GET /rest/api/3/myself': [
    ['read:jira-user'],
    ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'],
  ],
  'GET /rest/api/3/mypermissions': [['read:jira-work'], ['read:permission:jira']],
  'GET /rest/api/3/permissions': [['manage:jira-configuration'], ['read:permission:jira']],
  'POST /rest/api/3/permissions/check': [[], ['read:permission:jira']],
  'GET /rest/api/3/project': [
    ['read:jira-work'],
    [
      'read:issue-type:jira',
      'read:project:jira',
      'read:project.property:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
      'read:issue-type-hierarchy:jira',
      'read:project-category:jira',
      'read:project-version:jira',
      'read:project.component:jira',
    ],
  ],
  'GET /rest/api/3/project/search': [
    ['read:jira-work'],
    [
      'read:issue-type:jira',
      'read:project:jira',
      'read:project.property:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
      'read:issue-type-hierarchy:jira',
      'read:project-category:jira',
      'read:project-version:jira',
      'read:project.component:jira',
    ],
  ],
  'GET /rest/api/3/project/{projectIdOrKey}': [
    ['read:jira-work'],
    [
      'read:issue-type:jira',
      'read:project:jira',
      'read:project.property:jira',
      'read:user:jira',
      'read:application-role:jira',
      'read:avatar:jira',
      'read:group:jira',
      'read:issue-type-hierarchy:jira',
      'read:project-category:jira',
      'read:project-version:jira',
      'read:project.component:jira',
    ],
  ],
  'GET /rest/api/3/project/{projectIdOrKey}/statuses': [
    ['read:jira-work'],
    ['read:issue-status:jira', 'read:issue-type:jira', 'read:status:jira'],
  ],
  'GET /rest/api/3/project/{projectIdOrKey}/role': [['read:jira-work'], ['read:project-role:jira']],
  'GET /rest/api/3/project/{projectIdOrKey}/role/{id}': [
    ['read:jira-work'],
    [
      'read:user:jira',
      'read:group:jira',
      'read:project-role:jira',
      'read:project:jira',
      'read:avatar:jira',
      'read:project-category:jira',
    ],
  ],
  'GET /rest/api/3/serverInfo': [[]],
  'GET /rest/agile/1.0/board': [['read:board-scope:jira-software', 'read:project:jira']],
  'GET /rest/agile/1.0/board/{boardId}': [['read:board-scope:jira-software', 'read:issue-details:jira']],
  'GET /rest/agile/1.0/board/{boardId}/configuration': [
    ['read:board-scope.admin:jira-software', 'read:project:jira'],
  ],
  'GET /rest/agile/1.0/board/{boardId}/sprint': [['read:sprint:jira-software']],
  'GET /rest/agile/1.0/board/{boardId}/project': [
    ['read:board-scope.admin:jira-software', 'read:project:jira'],
  ],
  'GET /rest/agile/1.0/board/{boardId}/epic': [['read:epic:jira-software']],
  'GET /rest/agile/1.0/board/{boardId}/backlog': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/agile/1.0/board/{boardId}/issue': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/agile/1.0/board/{boardId}/sprint/{sprintId}/issue': [
    ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  ],
  'GET /rest/agile/1.0/sprint/{sprintId}': [['read:sprint:jira-software']],
  'GET /rest/agile/1.0/sprint/{sprintId}/issue': [
    ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  ],
  'POST /rest/agile/1.0/sprint': [['write:sprint:jira-software']],
  'PUT /rest/agile/1.0/sprint/{sprintId}': [['write:sprint:jira-software']],
  'POST /rest/agile/1.0/sprint/{sprintId}': [['write:sprint:jira-software']],
  'DELETE /rest/agile/1.0/sprint/{sprintId}': [['delete:sprint:jira-software']],
  'POST /rest/agile/1.0/sprint/{sprintId}/issue': [['write:sprint:jira-software']],
  'POST /rest/agile/1.0/backlog/issue': [['write:board-scope:jira-software']],
  'PUT /rest/agile/1.0/issue/rank': [['write:issue:jira-software']],
  'GET /rest/agile/1.0/issue/{issueIdOrKey}': [['read:issue:jira-software']],
  'GET /rest/agile/1.0/issue/{issueIdOrKey}/estimation': [
    ['read:issue:jira-software', 'read:issue-details:jira'],
  ],
  'PUT /rest/agile/1.0/issue/{issueIdOrKey}/estimation': [
    ['write:issue:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/agile/1.0/epic/{epicIdOrKey}': [['read:epic:jira-software']],
  'GET /rest/software/1.0/board/{boardId}/backlog': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/software/1.0/board/{boardId}/backlog/approximate-count': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/software/1.0/board/{boardId}/issue': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/software/1.0/board/{boardId}/issue/approximate-count': [
    ['read:board-scope:jira-software', 'read:issue-details:jira'],
  ],
  'GET /rest/software/1.0/board/{boardId}/sprint/{sprintId}/issue': [
    ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  ],
  'GET /rest/software/1.0/sprint/{sprintId}/issue': [
    ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly string[])[]>>;

/** An operation that is simulated: method and path template. */
export type Operation = keyof typeof SCOPES;
