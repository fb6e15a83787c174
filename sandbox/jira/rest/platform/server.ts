import { defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { callOnly } from '#sandbox/jira/rest/points';
import { jiraDateTime } from '#sandbox/jira/zone';

const SERVER_INFO = defineEndpoint({
  operation: 'GET /rest/api/3/serverInfo',
  points: callOnly,
  isPublic: true,
  handle: ({ siteUrl, now, zone }) =>
    ok({
      baseUrl: siteUrl,
      displayUrl: siteUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_000,
      buildDate: jiraDateTime(Date.UTC(2026, 0, 1), zone),
      serverTime: jiraDateTime(now, zone),
      serverTimeZone: zone,
      scmInfo: 'local',
      serverTitle: 'Local Jira',
    }),
});

export const SERVER = [SERVER_INFO];
