import { describe, expect, it } from 'vitest';

import { BACKLOG_CALLS as CALLS, type BacklogCall as Call } from '#src/contract/index';
import { isLicensed, type LicenceContext } from '#src/resolvers/licence';

import { stories } from '../builders/memory-board';
import { memoryApp } from './memory-app';
import { PAYLOADS } from './payloads';

const RUN_OUT = { accountId: '5b10:ann', environmentType: 'PRODUCTION', license: { active: false } };

it.each<[string, LicenceContext, boolean]>([
  ['an active one', { environmentType: 'PRODUCTION', license: { active: true } }, true],
  ['one that has run out', { environmentType: 'PRODUCTION', license: { active: false } }, false],
  [
    'one that has run out, while developing',
    { environmentType: 'DEVELOPMENT', license: { active: false } },
    false,
  ],
  ['none in production', { environmentType: 'PRODUCTION' }, false],
  ['none in production, said so', { environmentType: 'PRODUCTION', license: null }, false],
  ['none while developing', { environmentType: 'DEVELOPMENT' }, true],
  ['none in staging', { environmentType: 'STAGING', license: null }, true],
  ['none where the platform says nothing', {}, true],
])('a licence: %s', (_, context, expected) => {
  expect(isLicensed(context)).toBe(expected);
});

const CHANGING: readonly Call[] = ['mend-issue', 'save-board-settings'];
const READING = (Object.keys(CALLS) as Call[]).filter((call) => !CHANGING.includes(call));

describe('without a licence', () => {
  it.each(CHANGING)('%s is refused, and nothing is done', async (call) => {
    const { resolvers, asked, issues } = memoryApp({ issues: stories(3) });
    const before = structuredClone(issues);
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: RUN_OUT });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unlicensed' } });
    expect(asked).toEqual([]);
    expect(issues).toEqual(before);
  });

  it.each(READING)('%s goes on', async (call) => {
    const { resolvers } = memoryApp({ issues: stories(3) });
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: RUN_OUT });
    expect(answer).toMatchObject({ ok: true });
  });

  it('the answer says so', async () => {
    const { resolvers } = memoryApp({ issues: stories(3) });
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 1 }, context: RUN_OUT });
    expect(answer).toMatchObject({ data: { isLicensed: false } });
  });
});
