import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import type { BoardSettingsAnswer } from '#src/contract/board-settings';
import type { FlagRecordAnswer, ScoredCheckAnswer } from '#src/contract/flag-record';
import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';

import FlagsScreen from '../../../static/backlog-health/flags/flags-screen';
import { PlatformProvider } from '../../../static/ui/bridge-context';
import { WordsProvider } from '../../../static/ui/words';

import { answer, CONTEXT, fakeBridge, later, refuse, type Answers } from '../fake-bridge';
import { axeFindings } from '../render-at-desk';
import { spoken } from '../render-screen';

type Side = ScoredCheckAnswer['flagged'];

const side = (troubled: number, issues: number): Side => ({
  issues,
  reestimated: troubled,
  rewritten: 0,
  carriedOver: 0,
  dropped: 0,
  troubled,
  low: Math.max(0, troubled / Math.max(1, issues) - 0.1),
  high: Math.min(1, troubled / Math.max(1, issues) + 0.1),
});

const EMPTY: FlagRecordAnswer = {
  board: { id: 7, name: 'Aurora board' },
  checks: CHECK_IDS.map((check) => ({
    check,
    isOn: CHECKS[check].meta.enabledByDefault,
    severity: CHECKS[check].meta.severity,
    flagged: side(0, 0),
    unflagged: side(0, 0),
    verdict: check === 'abandoned' || check === 'default-priority' ? 'not-scored' : 'too-few',
    certainty: null,
  })),
  sprints: { counted: 0, running: 0, unread: 0 },
  since: null,
  canChange: false,
  isLicensed: true,
};

const withChecks = (
  checks: Partial<Record<ScoredCheckAnswer['check'], Partial<ScoredCheckAnswer>>>,
  over: Partial<FlagRecordAnswer> = {},
): FlagRecordAnswer => ({
  ...EMPTY,
  checks: EMPTY.checks.map((each) => ({ ...each, ...checks[each.check] })),
  sprints: { counted: 4, running: 1, unread: 0 },
  since: '2026-08-12T09:30:00.000Z',
  canChange: true,
  ...over,
});

const RECORD = withChecks({
  'missing-estimate': {
    verdict: 'earns-its-place',
    flagged: side(20, 40),
    unflagged: side(8, 80),
    certainty: 1,
  },
  'thin-description': {
    verdict: 'consider-off',
    flagged: side(4, 50),
    unflagged: side(30, 70),
    certainty: 0.01,
  },
  'placeholder-text': { verdict: 'too-few', flagged: side(1, 3), unflagged: side(30, 117), certainty: 0.6 },
});

function settingsAnswer(version: number): BoardSettingsAnswer {
  const settings = {
    checks: Object.fromEntries(
      CHECK_IDS.map((check) => [
        check,
        { ...DEFAULT_SETTINGS[check], options: { ...DEFAULT_SETTINGS[check].options } },
      ]),
    ) as unknown as BoardSettingsAnswer['settings']['checks'],
    session: DEFAULT_SESSION,
  };
  return {
    settings,
    defaults: settings,
    sources: {},
    inheritedSources: {},
    version,
    changes: [],
    canChange: true,
    fields: [],
  };
}

function renderFlags(answers: Answers) {
  const bridge = fakeBridge(answers);
  const onSettingsChanged = vi.fn<() => void>();
  render(
    <WordsProvider
      locale="en-US"
      onError={(error) => {
        throw error;
      }}
    >
      <PlatformProvider bridge={bridge} context={CONTEXT}>
        <FlagsScreen boardId={7} onSettingsChanged={onSettingsChanged} />
      </PlatformProvider>
    </WordsProvider>,
  );
  return { bridge, user: userEvent.setup(), onSettingsChanged };
}

const sentence = async () => (await screen.findByRole('heading', { level: 2 })).textContent;

const row = (name: string) => screen.getByRole('heading', { level: 3, name }).closest('li')!;

describe('the flags', () => {
  it('say that score is kept from the next sprint on', async () => {
    renderFlags({ 'get-flag-record': () => answer(EMPTY) });
    expect(await sentence()).toBe('Evenkeel keeps score of its flags from the next sprint that starts on');
    expect(spoken()).toBe('Evenkeel keeps score of its flags from the next sprint that starts on');
    expect(await axeFindings()).toEqual([]);
  });

  it('say that the first sprint that keeps score is under way', async () => {
    const sprints = { counted: 0, running: 1, unread: 0 };
    renderFlags({
      'get-flag-record': () => answer({ ...EMPTY, sprints, since: '2026-10-12T08:00:00.000Z' }),
    });
    expect(await sentence()).toBe('The first sprint that keeps score is under way');
  });

  it('say in a sentence how the checks did, and on what that rests', async () => {
    renderFlags({ 'get-flag-record': () => answer(RECORD) });
    expect(await sentence()).toBe('One of 11 checks earns its place here. For one, consider turning it off.');
    expect(
      screen.getByText(
        '4 closed sprints since Aug 12, 2026, as far as you may see their items. One more is under way. 9 checks have too few items to tell.',
      ),
    ).toBeTruthy();
    expect(row('Thin description').textContent).toContain(
      'Flagged: 4 of 50 items gave trouble, likely 0% to 18%.',
    );
    expect(row('Thin description').textContent).toContain(
      'Not flagged: 30 of 70 items gave trouble, likely 33% to 53%.',
    );
    // What needs somebody comes first.
    expect(
      screen.getAllByRole('listitem').map((item) => within(item).getByRole('heading').textContent),
    ).toEqual(['Thin description', 'No estimate', 'Placeholder']);
    expect(screen.getByText('How little this proves')).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it('are there as a table, each fate by itself', async () => {
    const { user } = renderFlags({ 'get-flag-record': () => answer(RECORD) });
    await user.click(await screen.findByRole('button', { name: 'Show as a table' }));
    const table = screen.getByRole('region', { name: 'What became of the items, by check' });
    const rows = within(table)
      .getAllByRole('row')
      .map((each) => each.textContent);
    expect(rows).toHaveLength(7);
    expect(rows[1]).toBe('Thin descriptionconsider turning it offFlagged5044000');
    expect(rows[2]).toBe('Not flagged703030000');
    expect(await axeFindings()).toEqual([]);
  });

  it('are turned off for the board by its settings as they are now, and on again', async () => {
    const saved: unknown[] = [];
    let version = 3;
    const { user, bridge, onSettingsChanged } = renderFlags({
      'get-flag-record': () => answer(RECORD),
      'get-board-settings': () => answer(settingsAnswer(version)),
      'save-board-settings': ({ settings, version: seen }) => {
        saved.push([seen, settings.checks['thin-description'].enabled]);
        // Somebody else saved in between, once.
        if (saved.length === 1) {
          version += 1;
          return refuse({ code: 'conflict' });
        }
        version += 1;
        return answer(settingsAnswer(version));
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Turn off for this board: Thin description' }),
    );
    const undo = await screen.findByRole('button', { name: 'Turn on again: Thin description' });
    expect(document.activeElement).toBe(undo);
    expect(spoken()).toBe('Thin description is off for this board.');
    expect(within(row('Thin description')).getByText('off')).toBeTruthy();
    expect(await sentence()).toBe('One of 10 checks earns its place here.');
    await user.click(undo);
    const again = await screen.findByRole('button', { name: 'Turn off for this board: Thin description' });
    expect(document.activeElement).toBe(again);
    expect(spoken()).toBe('Thin description is on again.');
    expect(saved).toEqual([
      [3, false],
      [4, false],
      [5, true],
    ]);
    expect(onSettingsChanged).toHaveBeenCalledTimes(2);
    expect(bridge.asked.filter(({ call }) => call === 'get-flag-record')).toHaveLength(1);
  });

  it('stay on when the settings could not be saved, which says why', async () => {
    const { user, onSettingsChanged } = renderFlags({
      'get-flag-record': () => answer(RECORD),
      'get-board-settings': () => answer(settingsAnswer(0)),
      'save-board-settings': () => refuse({ code: 'no-access' }),
    });
    await user.click(await screen.findByRole('button', { name: /^Turn off/ }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Only administrators of the project can change them.',
    );
    expect(screen.getByRole('button', { name: /^Turn off/ })).toBeTruthy();
    expect(onSettingsChanged).not.toHaveBeenCalled();
  });

  it('cannot be turned off by those who may not, nor without a licence', async () => {
    renderFlags({ 'get-flag-record': () => answer({ ...RECORD, canChange: false }) });
    await screen.findByText('An administrator of the project can turn it off.');
    expect(screen.queryByRole('button', { name: /^Turn off/ })).toBeNull();
  });

  it('can be read without a licence, and not be changed', async () => {
    renderFlags({ 'get-flag-record': () => answer({ ...RECORD, isLicensed: false }) });
    await screen.findByText('Evenkeel has no licence on this site');
    expect(screen.queryByRole('button', { name: /^Turn off/ })).toBeNull();
  });

  it('show what is known while further sprints are read, until none is left', async () => {
    const { promise, settle } = later<null>();
    let calls = 0;
    renderFlags({
      'get-flag-record': async () => {
        calls += 1;
        if (calls === 1) return answer({ ...RECORD, sprints: { counted: 2, running: 0, unread: 3 } });
        await promise;
        return answer(RECORD);
      },
    });
    expect(await screen.findByText('Reading 3 more sprints…', { selector: '.flags__progress' })).toBeTruthy();
    expect(await sentence()).toMatch(/^One of 11 checks/);
    settle(null);
    await waitFor(() => {
      expect(screen.queryByText(/more sprints…/)).toBeNull();
    });
    expect(calls).toBe(2);
  });

  it('keep what is known when a further reading fails, and try again on request', async () => {
    let calls = 0;
    const { user } = renderFlags({
      'get-flag-record': () => {
        calls += 1;
        if (calls === 1) return answer({ ...RECORD, sprints: { counted: 2, running: 0, unread: 3 } });
        return calls === 2 ? refuse({ code: 'jira-unavailable' }) : answer(RECORD);
      },
    });
    expect(await screen.findByText(/^3 more sprints could not be read/)).toBeTruthy();
    expect(calls).toBe(2);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(screen.queryByText(/could not be read/)).toBeNull();
    });
    expect(calls).toBe(3);
  });

  it('say what happened where nothing could be read', async () => {
    renderFlags({ 'get-flag-record': () => refuse({ code: 'no-access' }) });
    expect(await screen.findByRole('heading', { level: 2 })).toBeTruthy();
    expect(screen.queryByText(/Reading/)).toBeNull();
  });
});
