import { describe, expect, it } from 'vitest';

import { createAsk } from '#src/adapters/jira/ask';
import { readAmount } from '#src/adapters/jira/change-log-item';
import { readChangeLogs } from '#src/adapters/jira/change-logs';
import type { FieldChange } from '#src/domain/capacity/sprint-record-timeline';

const SPRINT = { id: 'customfield_10020', name: 'Sprint' };
const POINTS = { id: 'customfield_10016', name: 'Story point estimate' };
const FIELDS = { sprint: SPRINT, hasStatus: true, estimate: POINTS };

const CREATED = '2026-03-02T10:00:00.000+0530';
const AT = Date.parse(CREATED);

interface Asked {
  readonly issueIdsOrKeys: readonly string[];
  readonly fieldIds: readonly string[];
  readonly nextPageToken?: string;
}

/** Jira as far as bulk change logs go: answers each call with what `answer` makes of its body. */
function jira(answer: (asked: Asked) => object) {
  const asked: Asked[] = [];
  const requestJira = async (_path: unknown, init?: { body?: unknown }) => {
    await Promise.resolve();
    const body = JSON.parse(String(init?.body)) as Asked;
    asked.push(body);
    return new Response(JSON.stringify(answer(body)));
  };
  return { asked, access: { requestJira: requestJira as never, ask: createAsk() } };
}

const logs = (items: readonly object[], created: string | number = CREATED) => ({
  issueChangeLogs: [{ issueId: '1', changeHistories: [{ id: '5', created, items }] }],
});

async function changesOf(answer: object): Promise<readonly FieldChange[] | undefined> {
  const { access } = jira(() => answer);
  return (await readChangeLogs(access, ['1'], FIELDS)).get('1');
}

describe('an entry of a change log', () => {
  it.each<readonly [string, object, Partial<FieldChange>]>([
    [
      'of the Sprint field has lists of ids',
      { field: 'Sprint', fieldId: SPRINT.id, from: '3', to: '3, 12', toString: 'One, Two 2' },
      { field: 'sprint', from: [3], to: [3, 12] },
    ],
    [
      'of the Sprint field may be without a field id',
      { field: 'Sprint', from: null, fromString: '', to: '12', toString: 'Two' },
      { field: 'sprint', from: [], to: [12] },
    ],
    [
      'of the status has ids',
      { field: 'status', fieldId: 'status', from: '1', to: '10003' },
      { field: 'status', from: '1', to: '10003' },
    ],
    [
      'of an estimate has its numbers only in words',
      {
        field: 'Story point estimate',
        fieldId: POINTS.id,
        from: null,
        fromString: null,
        to: null,
        toString: '2.5',
      },
      { field: 'estimate', from: null, to: 2.5 },
    ],
    [
      'of an estimate may have them in the words of the site’s language',
      { field: 'Story point estimate', fieldId: POINTS.id, fromString: '2,5', toString: '8,0' },
      { field: 'estimate', from: 2.5, to: 8 },
    ],
    [
      'of an estimate may have no words at all',
      { field: 'Story point estimate', from: '5.0', to: '' },
      { field: 'estimate', from: 5, to: null },
    ],
  ])('%s', async (_, item, expected) => {
    expect(await changesOf(logs([item]))).toEqual([{ at: AT, ...expected }]);
  });

  it('of a field that only shares the name is passed over', async () => {
    const item = { field: 'Story point estimate', fieldId: 'customfield_99999', toString: '5' };
    expect(await changesOf(logs([item]))).toEqual([]);
  });

  it.each([
    ['a date and time', CREATED],
    ['seconds', AT / 1_000],
    ['milliseconds', AT],
  ])('may be dated in %s', async (_, created) => {
    const changes = await changesOf(
      logs([{ field: 'status', fieldId: 'status', from: '1', to: '2' }], created),
    );
    expect(changes?.[0]?.at).toBe(AT);
  });

  it('with an estimate that is no number is refused', async () => {
    const reading = changesOf(logs([{ field: 'x', fieldId: POINTS.id, toString: 'many' }]));
    await expect(reading).rejects.toMatchObject({ kind: 'unexpected-answer' });
  });
});

it.each([
  ['', null],
  [' ', null],
  ['3', 3],
  ['3.0', 3],
  ['0', 0],
  ['0,5', 0.5],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1 234,5', 1234.5],
  ['1.234.567', 1234567],
  ['-2', -2],
])('reads the number %j as %j', (text, expected) => {
  expect(readAmount(text)).toBe(expected);
});

describe('reading change logs', () => {
  it('asks for a thousand issues a call, and for further pages', async () => {
    const { asked, access } = jira(({ issueIdsOrKeys, nextPageToken }) => ({
      issueChangeLogs: [
        {
          issueId: issueIdsOrKeys[0],
          changeHistories: [
            {
              id: nextPageToken ? '2' : '1',
              created: CREATED,
              items: [{ field: 'status', fieldId: 'status', from: nextPageToken ? 'b' : 'a', to: 'c' }],
            },
          ],
        },
      ],
      ...(nextPageToken === undefined ? { nextPageToken: 'more' } : {}),
    }));
    const ids = Array.from({ length: 1_001 }, (_, index) => String(index));
    const found = await readChangeLogs(access, ids, FIELDS);
    expect(asked.map(({ issueIdsOrKeys }) => issueIdsOrKeys.length).sort()).toEqual([1, 1, 1_000, 1_000]);
    expect(asked[0]?.fieldIds).toEqual([SPRINT.id, 'status', POINTS.id]);
    // Of one instant, in the order in which they were written.
    expect(found.get('0')?.map(({ from }) => from)).toEqual(['a', 'b']);
    expect([...found.keys()].sort()).toEqual(['0', '1000']);
  });

  it('asks for nothing when there is nothing to ask for', async () => {
    const { asked, access } = jira(() => ({}));
    expect((await readChangeLogs(access, [], FIELDS)).size).toBe(0);
    expect(asked).toEqual([]);
  });
});
