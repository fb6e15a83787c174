import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';
import type { Answer } from '#src/contract/outcome';
import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';

import { SettingsButton } from '../../../static/backlog-health/settings/settings-button';
import { PlaceProvider } from '../../../static/backlog-health/use-place';

import { answer, later, refuse, type Answers } from '../fake-bridge';
import { buildHealth } from '../health-builder';
import { axeFindings, renderAtDesk } from '../render-at-desk';

const DEFAULTS: BoardSettings = { checks: DEFAULT_SETTINGS, session: DEFAULT_SESSION };

type Changed = { readonly [Id in keyof BoardSettings['checks']]?: Partial<BoardSettings['checks'][Id]> };

function settingsWith(changed: Changed, base = DEFAULTS): BoardSettings {
  const checks = { ...base.checks };
  for (const [id, change] of Object.entries(changed)) {
    const check = id as keyof BoardSettings['checks'];
    checks[check] = { ...checks[check], ...change };
  }
  return { ...base, checks };
}

/** Somebody switched abandoned items off and, before that, made thin descriptions critical. */
const THIN = settingsWith({ 'thin-description': { severity: 'critical' } });
const CHANGED = settingsWith({ abandoned: { enabled: false } }, THIN);
const CHANGES: BoardSettingsAnswer['changes'] = [
  { version: 2, by: 'ana', at: '2026-10-03T08:30:00.000Z', before: THIN },
  { version: 1, by: 'ben', at: '2026-09-01T15:00:00.000Z', before: DEFAULTS },
];

const buildAnswer = (overrides: Partial<BoardSettingsAnswer> = {}): BoardSettingsAnswer => ({
  settings: CHANGED,
  defaults: DEFAULTS,
  sources: {},
  inheritedSources: {},
  version: 2,
  changes: CHANGES,
  canChange: true,
  fields: [
    { id: 'customfield_10100', name: 'Fix area' },
    { id: 'duedate', name: 'Due date' },
  ],
  ...overrides,
});

const jira = () => ({
  values: [
    { accountId: 'ana', displayName: 'Ana Lima' },
    { accountId: 'ben', displayName: 'Ben Okoro' },
  ],
});

async function openSettings(answers: Answers, health = buildHealth()) {
  const rendered = renderAtDesk(
    health,
    () => (
      <PlaceProvider address={null}>
        <SettingsButton />
      </PlaceProvider>
    ),
    { answers: { jira, ...answers } },
  );
  await rendered.user.click(screen.getByRole('button', { name: 'Settings' }));
  const dialog = await screen.findByRole('dialog', { name: 'Settings of this board' });
  return { ...rendered, dialog };
}

const openAsAdmin = async (answers: Answers = {}) => {
  const opened = await openSettings({ 'get-board-settings': () => answer(buildAnswer()), ...answers });
  await screen.findByRole('group', { name: 'Oversized' });
  return opened;
};

const check = (name: string) => within(screen.getByRole('group', { name }));
const saveButton = () => screen.getByRole('button', { name: 'Save' });
const isOn = (name: string) => check(name).getByRole<HTMLInputElement>('checkbox', { name: 'On' }).checked;

const savesOf = ({
  asked,
}: {
  readonly asked: readonly { readonly call: string; readonly payload: unknown }[];
}) => asked.filter(({ call }) => call === 'save-board-settings').map(({ payload }) => payload);

beforeAll(() => {
  // jsdom has the element but not its modes.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '');
    },
    close(this: HTMLDialogElement) {
      this.removeAttribute('open');
    },
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the settings', () => {
  test('say how each check is set, how it comes, and who changed it last', async () => {
    await openAsAdmin();

    expect(
      await screen.findByText(
        /They apply to everybody who opens Aurora board here. Last changed by Ana Lima, Oct 3, 2026/,
      ),
    ).toBeDefined();
    expect(isOn('Oversized')).toBe(true);
    expect(isOn('Field empty')).toBe(false);
    expect(
      check('Thin description').getByRole<HTMLSelectElement>('combobox', { name: 'Severity' }).value,
    ).toBe('critical');
    expect(
      check('Oversized').getByRole<HTMLInputElement>('spinbutton', {
        name: 'warns above this share of a usual sprint, in %',
      }).value,
    ).toBe('50');
    expect(check('Thin description').getByText(/^By default: on/)).toBeDefined();
    expect(check('Oversized').queryByText(/By default/)).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('read names once, of the people who changed them only', async () => {
    const { bridge } = await openAsAdmin();
    await screen.findByText(/Last changed by Ana Lima/);
    expect(bridge.read).toEqual(['/rest/api/3/user/bulk?accountId=ana&accountId=ben&maxResults=50']);
  });

  test('speak of somebody where Jira gives no name', async () => {
    await openAsAdmin({ jira: () => Promise.reject(new Error('403')) });
    expect(screen.getByText(/Last changed by somebody/)).toBeDefined();
  });

  test('tell what a check looks for', async () => {
    const { user } = await openAsAdmin();
    await user.click(check('Oversized').getByText(/^What it looks for/));
    expect(await check('Oversized').findByText('Why it matters')).toBeDefined();
    expect(await axeFindings()).toEqual([]);
  });

  test('that nobody has changed say so', async () => {
    const untouched = buildAnswer({ settings: DEFAULTS, changes: [], version: 0 });
    const { bridge } = await openAsAdmin({ 'get-board-settings': () => answer(untouched) });
    expect(
      screen.getByText('They apply to everybody who opens Aurora board here. Nobody has changed them yet.'),
    ).toBeDefined();
    expect(screen.getByText('None yet: everything is as it comes.')).toBeDefined();
    expect(bridge.read).toEqual([]);
  });

  test('that cannot be read say why, and can be asked for again', async () => {
    const answers: Answer<BoardSettingsAnswer>[] = [refuse({ code: 'timed-out' }), answer(buildAnswer())];
    const { user } = await openSettings({
      'get-board-settings': () => answers.shift() ?? refuse({ code: 'internal' }),
    });
    expect(await screen.findByRole('heading', { name: 'Jira took too long' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('group', { name: 'Oversized' })).toBeDefined();
  });
});

describe('an admin', () => {
  test('changes a check, saves it with the version that was seen, and the board is read anew', async () => {
    const { bridge, user, refresh } = await openAsAdmin({
      'save-board-settings': () => answer(buildAnswer({ version: 3 })),
    });
    expect(saveButton().matches(':disabled')).toBe(true);
    await user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    await user.selectOptions(check('Oversized').getByRole('combobox', { name: 'Severity' }), 'note');
    const share = check('Oversized').getByRole('spinbutton', { name: /^warns above/ });
    await user.clear(share);
    await user.type(share, '75');
    const minutes = check('Refinement session').getByRole('spinbutton', { name: 'Minutes' });
    await user.clear(minutes);
    await user.type(minutes, '60');
    await user.click(saveButton());

    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(savesOf(bridge)).toEqual([
      {
        boardId: 7,
        version: 2,
        settings: {
          ...settingsWith(
            {
              'placeholder-text': { enabled: false },
              oversized: { severity: 'info', options: { warnShare: 0.75, criticalShare: 1 } },
            },
            CHANGED,
          ),
          session: { minutes: 60, minutesPerItem: 8 },
        },
      },
    ]);
    expect(refresh).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Settings' }));
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('Settings saved.');
  });

  test('chooses fields by name', async () => {
    const { bridge, user } = await openAsAdmin({
      'save-board-settings': () => answer(buildAnswer({ version: 3 })),
    });
    const required = check('Field empty');
    await user.click(required.getByRole('checkbox', { name: 'On' }));
    const fields = required.getByRole<HTMLSelectElement>('combobox', {
      name: 'fields that must be filled in: field to add',
    });
    expect([...fields.options].map(({ text }) => text)).toEqual(['Choose a field', 'Due date', 'Fix area']);
    await user.selectOptions(fields, 'Fix area');
    await user.click(required.getByRole('button', { name: /add the chosen field/ }));
    await user.selectOptions(fields, 'Due date');
    await user.click(required.getByRole('button', { name: /add the chosen field/ }));
    await user.click(required.getByRole('button', { name: 'Remove Fix area' }));
    expect(await axeFindings()).toEqual([]);
    await user.click(saveButton());

    await waitFor(() => {
      expect(savesOf(bridge)).toEqual([
        {
          boardId: 7,
          version: 2,
          settings: settingsWith(
            { 'required-field': { enabled: true, options: { fields: ['duedate'] } } },
            CHANGED,
          ),
        },
      ]);
    });
  });

  test('lists words, one a line', async () => {
    const { bridge, user } = await openAsAdmin({
      'save-board-settings': () => answer(buildAnswer({ version: 3 })),
    });
    await user.type(
      check('Unverifiable').getByRole('textbox', { name: 'further words for acceptance criteria' }),
      'Exit criteria{Enter}{Enter} Akzeptanz {Enter}Akzeptanz',
    );
    await user.click(saveButton());

    await waitFor(() => {
      expect(savesOf(bridge)).toEqual([
        expect.objectContaining({
          settings: settingsWith(
            {
              unverifiable: {
                options: { ...DEFAULTS.checks.unverifiable.options, words: ['Exit criteria', 'Akzeptanz'] },
              },
            },
            CHANGED,
          ),
        }),
      ]);
    });
  });

  test('resets a check to how it comes, half-typed numbers included', async () => {
    const { user } = await openAsAdmin();
    const thin = check('Thin description');
    const words = thin.getByRole<HTMLInputElement>('spinbutton', {
      name: 'fewest words that a description needs',
    });
    await user.clear(words);
    await user.click(thin.getByRole('button', { name: 'Reset to default: Thin description' }));

    expect(thin.getByRole<HTMLSelectElement>('combobox', { name: 'Severity' }).value).toBe('');
    expect(
      thin.getByRole<HTMLInputElement>('spinbutton', { name: 'fewest words that a description needs' }).value,
    ).toBe('10');
    expect(thin.queryByRole('button', { name: /Reset/ })).toBeNull();
    expect(document.activeElement).toBe(thin.getByRole('checkbox', { name: 'On' }));
  });

  test('is led to a number that does not hold instead of saving', async () => {
    const { bridge, user } = await openAsAdmin();
    await user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    const days = check('Refinement session').getByRole('spinbutton', { name: 'Minutes an item' });
    await user.clear(days);
    await user.click(saveButton());

    expect(savesOf(bridge)).toEqual([]);
    expect(document.activeElement).toBe(days);
    expect(document.getElementById(days.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Enter a whole number from 1 to 120.',
    );
  });

  test('takes an older change back without touching the later one', async () => {
    const { bridge, user } = await openAsAdmin({
      'save-board-settings': () => answer(buildAnswer({ version: 3 })),
    });
    await screen.findByText(/Last changed by Ana Lima/);
    const changes = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(changes[0]).toMatch(/^Ana Lima, Oct 3, 2026, .*Abandoned switched off/);
    expect(changes[1]).toMatch(
      /^Ben Okoro, Sep 1, 2026, .*Thin description, severity: critical \(not ready\)Take back$/,
    );

    await user.click(screen.getByRole('button', { name: /Take back the change by Ben Okoro/ }));
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(
      'Taken back here. Save to apply it.',
    );
    await user.click(saveButton());

    await waitFor(() => {
      expect(savesOf(bridge)).toEqual([
        { boardId: 7, version: 2, settings: settingsWith({ abandoned: { enabled: false } }) },
      ]);
    });
  });

  test('keeps the edits where saving fails', async () => {
    const answers: Answer<BoardSettingsAnswer>[] = [
      refuse({ code: 'jira-unavailable' }),
      refuse({ code: 'no-access' }),
      answer(buildAnswer({ version: 3 })),
    ];
    const { user } = await openAsAdmin({
      'save-board-settings': () => answers.shift() ?? refuse({ code: 'internal' }),
    });
    await user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    await user.click(saveButton());
    expect(
      await screen.findByText('Not saved: Jira does not answer. Your changes are still here.'),
    ).toBeDefined();
    expect(isOn('Placeholder')).toBe(false);
    expect(await axeFindings()).toEqual([]);

    await user.click(saveButton());
    expect(await screen.findByText('Only administrators of the project can change them.')).toBeDefined();
    await user.click(saveButton());
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  test('saves once, however often the button is pressed', async () => {
    const slow = later<Answer<BoardSettingsAnswer>>();
    const { bridge, user } = await openAsAdmin({ 'save-board-settings': () => slow.promise });
    await user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    await user.dblClick(saveButton());
    expect(savesOf(bridge)).toHaveLength(1);
    slow.settle(answer(buildAnswer({ version: 3 })));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });
});

describe('somebody else who was faster', () => {
  const theirs = buildAnswer({
    settings: settingsWith({ oversized: { enabled: false } }, CHANGED),
    version: 3,
    changes: [{ version: 3, by: 'ben', at: '2026-10-05T09:00:00.000Z', before: CHANGED }, ...CHANGES],
  });

  async function collide() {
    const reads = [buildAnswer(), theirs];
    const saves: Answer<BoardSettingsAnswer>[] = [refuse({ code: 'conflict' }), answer(theirs)];
    const opened = await openAsAdmin({
      'get-board-settings': () => answer(reads.shift() ?? theirs),
      'save-board-settings': () => saves.shift() ?? refuse({ code: 'internal' }),
    });
    await opened.user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    await opened.user.click(saveButton());
    const notice = await screen.findByText(/Ben Okoro changed the settings meanwhile/);
    return { ...opened, notice };
  }

  test('is named with what they changed, and one’s own edits stand on top of it', async () => {
    const { bridge, user, notice } = await collide();
    expect(notice.closest('[role=alert]')?.textContent).toContain('Oversized switched off');
    expect(isOn('Oversized')).toBe(false);
    expect(isOn('Placeholder')).toBe(false);
    expect(await axeFindings()).toEqual([]);

    await user.click(saveButton());
    await waitFor(() => {
      expect(savesOf(bridge)[1]).toEqual({
        boardId: 7,
        version: 3,
        settings: settingsWith({ 'placeholder-text': { enabled: false } }, theirs.settings),
      });
    });
  });

  test('may be left to have it their way', async () => {
    const { bridge, user } = await collide();
    await user.click(screen.getByRole('button', { name: 'Drop mine and show what is saved' }));

    expect(isOn('Oversized')).toBe(false);
    expect(isOn('Placeholder')).toBe(true);
    expect(saveButton().matches(':disabled')).toBe(true);
    expect(screen.queryByText(/changed the settings meanwhile/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Settings of this board' }));
    expect(savesOf(bridge)).toHaveLength(1);
  });
});

describe('somebody who is no admin', () => {
  test('sees everything, with the reason, and can change nothing', async () => {
    const { dialog, user } = await openSettings({
      'get-board-settings': () => answer(buildAnswer({ canChange: false })),
    });
    expect(await screen.findByText('Only administrators of the project can change them.')).toBeDefined();
    expect(await screen.findByText(/Last changed by Ana Lima/)).toBeDefined();
    expect(within(dialog).queryAllByRole('checkbox')).toEqual([]);
    expect(
      within(dialog)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Close']);
    expect(within(dialog).getAllByRole('heading', { level: 4 })).toHaveLength(15);
    expect(within(dialog).getByText('90 minutes, 8 an item')).toBeDefined();
    const oversized = screen.getByRole('heading', { name: 'Oversized' });
    expect(oversized.nextElementSibling?.textContent).toBe(
      'on · warns above this share of a usual sprint: 50% · critical above this share of a usual sprint: 100%',
    );
    const abandoned = within(dialog).getByText('off · days untouched: 90');
    expect(abandoned.nextElementSibling?.textContent).toBe('By default: on');
    expect(within(dialog).getByText(/ · severity: critical \(not ready\)$/)).toBeDefined();
    expect(await axeFindings()).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('reads of the licence where that is the reason', async () => {
    await openSettings(
      { 'get-board-settings': () => answer(buildAnswer()) },
      buildHealth({ isLicensed: false }),
    );
    expect(await screen.findByText(/Evenkeel has no licence on this site/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});

describe('closing', () => {
  const cancelByBrowser = (dialog: HTMLElement) =>
    fireEvent(dialog, new Event('cancel', { cancelable: true }));

  test('with Escape gives the focus back', async () => {
    const { user } = await openAsAdmin();
    check('Placeholder').getByRole('checkbox', { name: 'On' }).focus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Settings' }));
  });

  test('with unsaved changes asks first', async () => {
    const { dialog, user } = await openAsAdmin();
    await user.click(check('Placeholder').getByRole('checkbox', { name: 'On' }));
    await user.keyboard('{Escape}');
    const stay = screen.getByRole('button', { name: 'Keep editing' });
    expect(document.activeElement).toBe(stay);
    expect(screen.getByText('You have changes that are not saved.')).toBeDefined();

    await user.click(stay);
    expect(isOn('Placeholder')).toBe(false);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));

    expect(cancelByBrowser(dialog)).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Discard them' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Settings' }));
  });
});
