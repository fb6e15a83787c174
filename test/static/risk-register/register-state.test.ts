import { describe, expect, test } from 'vitest';

import type { Risk } from '#src/domain/risk/risk';

import { buildRegister, buildRisk, createdEvent, edited } from '../../builders/risk';
import type { Opened } from '../../../static/risk-register/state/opened';
import {
  nextState,
  shownRisks,
  UNOPENED,
  type RegisterState,
} from '../../../static/risk-register/state/register-state';

const opened = (risks: readonly Risk[], changes: Partial<Opened> = {}): Opened => ({
  place: 'here',
  original: null,
  register: buildRegister(),
  risks,
  events: [],
  mitigations: [],
  accounts: [],
  canEdit: true,
  isLicensed: true,
  isReminding: false,
  viewer: 'maria',
  today: '2026-11-24',
  asOf: '2026-11-24T09:00:00.000Z',
  ...changes,
});

const after = (...happenings: readonly Parameters<typeof nextState>[1][]): RegisterState =>
  happenings.reduce(nextState, UNOPENED);

const versions = (state: RegisterState) => state.opened?.risks.map(({ id, version }) => `${id} ${version}`);

const first = buildRisk();
const second = { ...first, version: 2, title: 'Changed' };
const change = edited(2, [{ field: 'title', before: first.title, after: 'Changed' }]);

describe('what the screen knows of the register', () => {
  test('keeps what was written from here when a list lags behind', () => {
    const fresh = buildRisk({ id: 'risk-2', number: 2 });
    const state = after(
      { type: 'opened', opened: opened([first]) },
      { type: 'risk', risk: second, event: change },
      { type: 'risk', risk: fresh, event: createdEvent(fresh) },
      { type: 'opened', opened: opened([first]) },
    );

    expect(versions(state)).toEqual(['risk-1 2', 'risk-2 1']);
    expect(state.opened?.events).toHaveLength(2);
  });

  test('takes what is newer from the list', () => {
    const third = { ...first, version: 3 };
    const state = after(
      { type: 'opened', opened: opened([first]) },
      { type: 'risk', risk: second, event: change },
      { type: 'opened', opened: opened([third]) },
      { type: 'risk', risk: second, event: null },
    );

    expect(versions(state)).toEqual(['risk-1 3']);
  });

  test('forgets what was written once another register is there', () => {
    const state = after(
      { type: 'opened', opened: opened([first]) },
      { type: 'risk', risk: second, event: change },
      { type: 'opened', opened: opened([], { register: { ...buildRegister(), id: 'register-2' } }) },
    );

    expect(versions(state)).toEqual([]);
  });

  test('shows edits on their way, and takes them back when they fail', () => {
    const sent = after(
      { type: 'opened', opened: opened([first]) },
      { type: 'sent', riskId: 'risk-1', patch: { title: 'On its way' } },
    );
    expect(shownRisks(sent).map(({ title }) => title)).toEqual(['On its way']);
    expect(shownRisks(nextState(sent, { type: 'settled', riskId: 'risk-1' }))[0]?.title).toBe(first.title);
  });

  test('drops events from before the review that just ended', () => {
    const ended = { by: 'maria', at: '2026-11-24T10:00:00.000Z', on: '2026-11-24' };
    const session = { startedAt: ended.at, ended, looks: [], people: [] };
    const state = after(
      { type: 'opened', opened: opened([second], { events: [change] }) },
      { type: 'register', register: buildRegister({ version: 2, lastReview: session }) },
    );
    expect(state.opened?.events).toEqual([]);
  });

  test('keeps the last register in view when reading it anew fails', () => {
    const state = after(
      { type: 'opened', opened: opened([first]) },
      { type: 'asked' },
      { type: 'failed', failure: { code: 'offline' } },
    );
    expect(versions(state)).toEqual(['risk-1 1']);
    expect(state).toMatchObject({ isAsking: false, failure: { code: 'offline' } });
  });
});
