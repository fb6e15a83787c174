import { expect, it } from 'vitest';

import type { FlagApp } from '#src/app/flag-record';
import { ReadFailure } from '#src/ports/read-failure';
import { flagResolvers } from '#src/resolvers/flag-record/flag-calls';

/** An app that writes down whom it reads for, and shows nobody the board. */
function refusingApp() {
  const asked: unknown[] = [];
  const app: FlagApp = {
    log: () => undefined,
    readFlagRecord: (viewer, boardId) => {
      asked.push([viewer.accountId, boardId]);
      return Promise.reject(new ReadFailure('not-found', 'board configuration: Jira answered 404.'));
    },
  };
  return { asked, get: flagResolvers(app)['get-flag-record'] };
}

it('reads as whoever asks, with a licence or without, and passes on what Jira refuses', async () => {
  const { asked, get } = refusingApp();
  const context = { accountId: 'ann', license: { active: false } };
  expect(await get({ payload: { boardId: 1, accountId: 'ben' }, context })).toEqual({
    ok: false,
    error: { code: 'not-found', message: 'board configuration: Jira answered 404.' },
  });
  expect(asked).toEqual([['ann', 1]]);
});

it.each([
  ['nobody', { boardId: 1 }, {}, 'no-access'],
  ['somebody who is not logged in', { boardId: 1 }, { accountId: 'unidentified' }, 'no-access'],
  ['no board', {}, { accountId: 'ann' }, 'bad-request'],
  ['a board that is text', { boardId: '1 OR 2' }, { accountId: 'ann' }, 'bad-request'],
])('reads nothing for %s', async (_, payload, context, code) => {
  const { asked, get } = refusingApp();
  expect(await get({ payload, context })).toMatchObject({ ok: false, error: { code } });
  expect(asked).toEqual([]);
});
