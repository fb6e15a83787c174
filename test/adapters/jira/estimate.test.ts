import { describe, expect, it } from 'vitest';

import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { writeEstimate } from '#src/adapters/jira/estimate';
import type { BoardSetup } from '#src/ports/boards';

const BOARD: BoardSetup = {
  id: 7,
  name: 'Aurora',
  type: 'scrum',
  estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
  doneStatusIds: ['3'],
  isRanked: true,
};

/** Jira that answers its estimation call with this status, and the edit of an issue with that one. */
function jira(estimation: number, edit = 204) {
  const sent: { path: string; body: unknown }[] = [];
  const requestJira: RequestJira = async (path, init) => {
    await Promise.resolve();
    sent.push({ path: path.value, body: JSON.parse(init?.body as string) });
    const status = path.value.includes('/estimation') ? estimation : edit;
    return new Response(status === 204 ? null : '{"errorMessages":["No."]}', { status });
  };
  return { write: writeEstimate({ requestJira, ask: createAsk() }), sent };
}

describe('an estimate', () => {
  it.each([
    [5, '5'],
    [0.5, '0.5'],
    [0, '0'],
    [null, ''],
  ])('of %s is sent as text', async (estimate, value) => {
    const { write, sent } = jira(200);
    await write(BOARD, '10001', estimate);
    expect(sent).toEqual([{ path: '/rest/agile/1.0/issue/10001/estimation?boardId=7', body: { value } }]);
  });

  it('is emptied as a field of the issue where Jira takes no empty text', async () => {
    const { write, sent } = jira(400);
    await write(BOARD, '10001', null);
    expect(sent.slice(1)).toEqual([
      { path: '/rest/api/3/issue/10001', body: { fields: { customfield_10016: null } } },
    ]);
  });

  it.each([
    ['a number', 5, 400, 204, 1],
    ['no estimate, where the issue cannot be edited either', null, 400, 400, 2],
    ['no estimate, for want of permission', null, 403, 204, 1],
  ])('that is refused says so: %s', async (_, estimate, estimation, edit, calls) => {
    const { write, sent } = jira(estimation, edit);
    await expect(write(BOARD, '10001', estimate)).rejects.toMatchObject({ kind: 'refused', detail: 'No.' });
    expect(sent).toHaveLength(calls);
  });
});
