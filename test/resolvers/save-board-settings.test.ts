import { describe, expect, it } from 'vitest';

import type { BoardSettings } from '#src/contract/board-settings';
import { CALLS } from '#src/contract/index';

import { memoryApp } from './memory-app';
import { plainSettings } from './payloads';

const ANN = { accountId: '5b10:ann' };

type Loose = {
  [check: string]: { enabled?: unknown; severity?: unknown; options?: Record<string, unknown> };
};

async function save(change: (checks: Loose, settings: BoardSettings) => void, options = { isAdmin: true }) {
  const settings = plainSettings();
  change(settings.checks, settings);
  const { resolvers, ports, asked } = memoryApp({}, options);
  const payload = { boardId: 1, version: 0, settings };
  const answer = await resolvers['save-board-settings']({ payload, context: ANN });
  return { answer, asked, stored: await ports.loadSettings(1) };
}

describe('a change of settings', () => {
  it('is stored and answered as it was sent', async () => {
    const { answer, stored } = await save((checks, settings) => {
      checks['thin-description']!.severity = 'critical';
      checks['required-field'] = { enabled: true, severity: null, options: { fields: ['customfield_1'] } };
      settings.session.minutes = 60;
    });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(CALLS['save-board-settings'].response.parse(answer.data)).toEqual(answer.data);
    expect(answer.data).toMatchObject({
      version: 1,
      changes: [{ version: 1, by: '5b10:ann', before: plainSettings() }],
      canChange: true,
      settings: {
        checks: {
          'thin-description': { severity: 'critical' },
          'required-field': { enabled: true, options: { fields: ['customfield_1'] } },
        },
        session: { minutes: 60, minutesPerItem: 8 },
      },
    });
    expect(stored.settings.checks['required-field'].options.fields).toEqual(['customfield_1']);
  });

  it('is refused to whoever does not administer the project', async () => {
    const { answer, stored } = await save(
      (checks) => {
        checks['abandoned']!.enabled = false;
      },
      { isAdmin: false },
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-access' } });
    expect(stored.version).toBe(0);
  });

  it.each<[string, (checks: Loose) => void, string]>([
    ['a check that is not there', (checks) => (checks['unheard'] = {}), 'settings.checks'],
    ['a check too few', (checks) => delete checks['abandoned'], 'settings.checks.abandoned'],
    ['no on or off', (checks) => (checks['abandoned']!.enabled = 'yes'), 'settings.checks.abandoned.enabled'],
    [
      'no severity',
      (checks) => (checks['abandoned']!.severity = 'bad'),
      'settings.checks.abandoned.severity',
    ],
    [
      'an option that the check has not',
      (checks) => (checks['thin-description']!.options!['words'] = 3),
      'settings.checks.thin-description.options.words',
    ],
    [
      'an option too few',
      (checks) => delete checks['thin-description']!.options!['minimum'],
      'settings.checks.thin-description.options.minimum',
    ],
    [
      'a list for a number',
      (checks) => (checks['thin-description']!.options!['minimum'] = ['10']),
      'settings.checks.thin-description.options.minimum',
    ],
    [
      'a number for a list',
      (checks) => (checks['required-field']!.options!['fields'] = 3),
      'settings.checks.required-field.options.fields',
    ],
    [
      'a number below nothing',
      (checks) => (checks['thin-description']!.options!['minimum'] = -1),
      'settings.checks.thin-description.options.minimum',
    ],
    [
      'what is no id of a field',
      (checks) => (checks['required-field']!.options!['fields'] = ['labels,votes']),
      'settings.checks.required-field.options.fields',
    ],
  ])('is refused with the place where it is wrong: %s', async (_, change, place) => {
    const { answer, asked, stored } = await save(change);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    if (!answer.ok) expect(answer.error.message).toContain(place);
    expect(asked).toEqual([]);
    expect(stored.version).toBe(0);
  });
});
