import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createAgileClient } from 'jira.js/agile';
import { createCloudClient } from 'jira.js/cloud';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createFaults } from '#sandbox/faults';
import { textAdf } from '#sandbox/jira/adf';
import { FIELD } from '#sandbox/jira/defaults';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { basicAuthentication, createRestListener } from '#sandbox/jira/rest/http';

import { buildSite } from './site.fixture';

const world = buildSite();
const { site, clock, board, scrum } = world;
const { handle } = createRest({ site, clock, faults: createFaults(), siteUrl: 'http://127.0.0.1' });
let server: Server;
let options: {
  host: string;
  auth: { type: 'basic'; email: string; apiToken: string };
  onSchemaMismatch: 'throw';
};

beforeAll(async () => {
  const act = { by: 'dev' };
  const sprint = site.createSprint({ boardId: board.id, name: 'Sprint 1', goal: 'Calm' }, act);
  for (let number = 1; number <= 7; number += 1) {
    site.createIssue(
      {
        projectId: scrum.id,
        issueTypeId: '10001',
        summary: `Story ${number}`,
        description: textAdf('Some words.'),
        customFields: { [FIELD.storyPoints]: number },
        sprintId: number <= 2 ? sprint.id : null,
      },
      act,
    );
  }
  server = createServer(createRestListener(handle, basicAuthentication(site)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  options = {
    host: `http://127.0.0.1:${port}`,
    auth: { type: 'basic', email: 'dev@example.com', apiToken: 'any' },
    onSchemaMismatch: 'throw',
  };
});

afterAll(() => {
  server.close();
});

describe('jira.js, with every answer held against its schemas', () => {
  test('reads boards, a configuration and sprints', async () => {
    const agile = createAgileClient(options);
    const boards = await agile.board.getAllBoards({ projectKeyOrId: 'SCR' });
    expect(boards.values.map(({ name }) => name)).toEqual(['SCR board']);
    const configuration = await agile.board.getConfiguration({ boardId: board.id });
    expect(configuration.estimation?.field?.fieldId).toBe(FIELD.storyPoints);
    const sprints = await agile.board.getAllSprints({ boardId: board.id, state: 'future' });
    expect(sprints.values?.map(({ goal }) => goal)).toEqual(['Calm']);
  });

  test('pages through a backlog by token', async () => {
    const agile = createAgileClient(options);
    const first = await agile.board.getIssuesForBacklog({ boardId: board.id, maxResults: 3 });
    expect(first.isLast).toBe(false);
    const second = await agile.board.getIssuesForBacklog({
      boardId: board.id,
      maxResults: 3,
      nextPageToken: first.nextPageToken!,
    });
    const keys = [...first.issues, ...second.issues].map(({ key }) => key);
    expect(keys).toEqual(['SCR-3', 'SCR-4', 'SCR-5', 'SCR-6', 'SCR-7']);
    expect(second.isLast).toBe(true);
  });

  test('searches, reads and edits issues', async () => {
    const cloud = createCloudClient(options);
    const found = await cloud.issueSearch.searchAndReconsileIssuesUsingJql({
      jql: 'project = SCR AND "Story Points" > 5 ORDER BY key',
      fields: ['summary'],
    });
    expect(found.issues?.map(({ key }) => key)).toEqual(['SCR-6', 'SCR-7']);
    const myself = await cloud.myself.getCurrentUser();
    expect(myself.accountId).toBe('dev');
  });

  test('gets an error of its own for an issue that is not there', async () => {
    const cloud = createCloudClient(options);
    await expect(cloud.issues.getIssue({ issueIdOrKey: 'SCR-99' })).rejects.toMatchObject({ status: 404 });
  });
});
