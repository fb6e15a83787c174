import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { Bridge } from '../../../static/ui/bridge';

type Handler = (command: string, argument: unknown) => unknown;

let handle: Handler = () => undefined;

/** `@forge/bridge` makes requests to '', which a browser resolves against the page, and Node refuses. */
class RequestOfPage extends Request {
  constructor(input: string, init?: RequestInit) {
    super(new URL(input, 'https://screen.example/'), init);
  }
}

/** The real `@forge/bridge` takes its way to Jira when it is loaded, so that it is loaded anew for each test. */
async function loadBridge(): Promise<Bridge> {
  vi.resetModules();
  vi.stubGlobal('__bridge', {
    callBridge: (command: string, argument: unknown) => Promise.resolve(handle(command, argument)),
  });
  const { forgeBridge } = await import('../../../static/ui/bridge');
  return forgeBridge();
}

beforeEach(() => {
  vi.stubGlobal('Request', RequestOfPage);
  handle = () => undefined;
});

const PROJECT = { id: '10000', key: 'AUR', type: 'software' };

const CONTEXTS = [
  {
    of: 'a board action',
    extension: { type: 'jira:boardAction', project: PROJECT, board: { id: 7, type: 'scrum' } },
    expected: { boardId: 7, projectId: '10000', surface: 'dialog' },
  },
  {
    of: 'a backlog action with its ids as digits',
    extension: { type: 'jira:backlogAction', project: PROJECT, board: { id: '7' } },
    expected: { boardId: 7, projectId: '10000', surface: 'dialog' },
  },
  {
    of: "the menu of a board's sprint",
    extension: {
      type: 'jira:sprintAction',
      project: PROJECT,
      board: { id: 7 },
      sprint: { id: 24, state: 'future' },
    },
    expected: { boardId: 7, projectId: '10000', sprintId: 24, surface: 'dialog' },
  },
  {
    of: 'a project page without a board',
    extension: { type: 'jira:projectPage', project: PROJECT },
    expected: { boardId: null, projectId: '10000', surface: 'page' },
  },
  {
    of: 'a project page with a board that is none',
    extension: { type: 'jira:projectPage', project: PROJECT, board: { id: 'x' } },
    expected: { boardId: null, projectId: '10000', surface: 'page' },
  },
  {
    of: 'a macro in the editor of a page',
    extension: {
      type: 'macro',
      content: { id: '65537', type: 'page' },
      space: { id: 98305, key: 'AUR' },
      isEditing: true,
    },
    expected: {
      boardId: null,
      projectId: null,
      surface: 'page',
      macro: { pageId: '65537', spaceId: '98305', localId: 'local-1', isEditing: true },
    },
  },
  {
    of: 'a macro on a page that was never saved',
    extension: { type: 'macro' },
    expected: {
      boardId: null,
      projectId: null,
      surface: 'page',
      macro: { pageId: '', spaceId: null, localId: 'local-1', isEditing: false },
    },
  },
  {
    of: 'a page of a space',
    extension: { type: 'confluence:spacePage', space: { id: 98305, key: 'AUR' } },
    expected: { boardId: null, projectId: null, surface: 'page', spaceId: '98305' },
  },
  {
    of: 'a page of the whole of Confluence',
    extension: { type: 'confluence:globalPage' },
    expected: { boardId: null, projectId: null, surface: 'page' },
  },
  {
    of: 'nothing known',
    extension: undefined,
    expected: { boardId: null, projectId: null, surface: 'dialog' },
  },
] as const;

describe('the bridge to Jira', () => {
  test.each(CONTEXTS)('reads the context of $of', async ({ extension, expected }) => {
    handle = () => ({
      extension,
      locale: 'en-GB',
      localId: 'local-1',
      siteUrl: 'https://acme.atlassian.net/',
    });
    const bridge = await loadBridge();

    expect(await bridge.context()).toEqual({
      ...expected,
      locale: 'en-GB',
      siteUrl: 'https://acme.atlassian.net',
    });
  });

  test('calls the backend and passes its answer on', async () => {
    const answer = { ok: false, error: { code: 'no-access', message: 'No.' } };
    const asked: unknown[] = [];
    handle = (command, argument) => {
      asked.push({ command, argument });
      return answer;
    };
    const bridge = await loadBridge();

    expect(await bridge.call('get-backlog-health', { boardId: 7 })).toEqual(answer);
    expect(asked).toMatchObject([
      { command: 'invoke', argument: { functionKey: 'get-backlog-health', payload: { boardId: 7 } } },
    ]);
  });

  test.each([undefined, null, 'text', {}, { ok: true }, { ok: false }, { ok: 'yes', data: {} }])(
    'does not take %j for an answer',
    async (answer) => {
      handle = () => answer;
      const bridge = await loadBridge();
      expect(await bridge.call('list-boards', { projectId: '1' })).toMatchObject({
        ok: false,
        error: { code: 'unexpected-answer' },
      });
    },
  );

  test('reads from Jira as the viewer', async () => {
    const asked: unknown[] = [];
    handle = (command, argument) => {
      asked.push([command, argument]);
      return { body: '{"issues":[]}', headers: {}, status: 200, statusText: 'OK' };
    };
    const bridge = await loadBridge();

    expect(await bridge.jira('/rest/api/3/field')).toEqual({ issues: [] });
    expect(asked).toMatchObject([
      ['fetchProduct', { product: 'jira', restPath: '/rest/api/3/field', fetchRequestInit: { body: null } }],
    ]);
  });

  test('asks Confluence as the viewer, with a body where there is one', async () => {
    const asked: unknown[] = [];
    handle = (command, argument) => {
      asked.push([command, argument]);
      return { body: '{"results":[]}', headers: {}, status: 200, statusText: 'OK' };
    };
    const bridge = await loadBridge();

    expect(await bridge.confluence('/wiki/rest/api/user/current')).toEqual({ results: [] });
    await bridge.confluence('/wiki/api/v2/users-bulk', { accountIds: ['a'] });
    expect(asked).toMatchObject([
      ['fetchProduct', { product: 'confluence', restPath: '/wiki/rest/api/user/current' }],
      [
        'fetchProduct',
        {
          product: 'confluence',
          restPath: '/wiki/api/v2/users-bulk',
          fetchRequestInit: { method: 'POST', body: '{"accountIds":["a"]}' },
        },
      ],
    ]);

    handle = () => ({ body: '{}', headers: {}, status: 403, statusText: 'Forbidden' });
    await expect(bridge.confluence('/wiki/rest/api/user/current')).rejects.toMatchObject({
      status: 403,
      message: 'Confluence answered 403.',
    });
  });

  test.each([
    { header: {}, seconds: null },
    { header: { 'retry-after': '17' }, seconds: 17 },
    { header: { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, seconds: null },
  ])('tells what Jira refuses, and for how long ($seconds s)', async ({ header, seconds }) => {
    handle = () => ({ body: '{}', headers: header, status: 429, statusText: 'Too Many Requests' });
    const bridge = await loadBridge();

    await expect(bridge.jira('/rest/api/3/field')).rejects.toMatchObject({
      name: 'JiraRefused',
      status: 429,
      retryAfterSeconds: seconds,
    });
  });

  test('opens addresses in a new tab, closes the dialog and follows the theme', async () => {
    const commands: unknown[] = [];
    handle = (command, argument) => {
      commands.push([command, argument]);
    };
    const bridge = await loadBridge();

    await bridge.enableTheme();
    await bridge.open('/browse/AUR-1');
    await bridge.close().catch(() => undefined);

    expect(commands).toEqual([
      ['enableTheming', undefined],
      ['navigate', { url: '/browse/AUR-1', type: 'new-tab' }],
      ['close', undefined],
    ]);
  });
});

test('gives a page its own address, and a dialog none', async () => {
  const told: unknown[] = [];
  const history = {
    location: { pathname: '/trends', search: '', hash: '' },
    push: (path: string) => told.push(path),
    listen: () => () => undefined,
  };
  handle = (command) => (command === 'createHistory' ? history : undefined);
  const address = await (await loadBridge()).address();
  expect(address?.path()).toBe('/trends');
  address?.push('/boards/7/sprint');
  expect(told).toEqual(['/boards/7/sprint']);

  handle = () => {
    throw new Error('createHistory is only available in full-page modules.');
  };
  expect(await (await loadBridge()).address()).toBeNull();
});
