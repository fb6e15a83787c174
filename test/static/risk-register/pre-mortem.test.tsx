import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { PACE, startPoll } from '../../../static/risk-register/pre-mortem/poll';

import { FakeRegister, type Visitor } from './fake-register';
import { openRegister } from './render-register';
import { LAUNCH } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH });
});

async function openPreMortem(visitor: Visitor = { accountId: 'maria', canEdit: true }) {
  const opened = openRegister(register, { visitor });
  await opened.user.click(await opened.page.findByRole('button', { name: 'Pre-mortem' }));
  const field = await opened.page.findByRole('textbox', { name: 'What is one reason this might fail?' });
  return { ...opened, field };
}

describe('the pre-mortem', () => {
  test('gathers reasons without names, from readers too, and counts likes', async () => {
    const lead = await openPreMortem();
    const reader = await openPreMortem({ accountId: 'sam', canEdit: false });
    await reader.user.type(reader.field, 'Nobody tests on old printers{Enter}');
    expect(await reader.page.findByText('Nobody tests on old printers')).toBeTruthy();
    expect((reader.field as HTMLTextAreaElement).value).toBe('');

    await lead.user.type(lead.field, 'Support hears of it too late{Enter}');
    expect(await lead.page.findByText('Nobody tests on old printers')).toBeTruthy();
    await lead.user.click(
      lead.page.getByRole('button', { name: 'Like: Nobody tests on old printers. 0 likes' }),
    );
    const liked = await lead.page.findByRole('button', {
      name: 'Like: Nobody tests on old printers. 1 like',
    });
    expect(liked.getAttribute('aria-pressed')).toBe('true');
    expect(JSON.stringify(register.entries)).not.toContain('sam');
    const shown = [...document.querySelectorAll('.mortem__reasons')].map(({ textContent }) => textContent);
    expect(shown.join()).not.toContain('Sam');
    expect(reader.page.queryByRole('button', { name: /^Make a risk/ })).toBeNull();
    expect(reader.page.queryByRole('button', { name: /^Merge/ })).toBeNull();
  });

  test('merges reasons, and makes a risk of one: once', async () => {
    const { user, field } = await openPreMortem();
    for (const text of ['Printers jam', 'Old printers jam', 'Support hears of it too late']) {
      await user.type(field, `${text}{Enter}`);
      await screen.findByText(text);
    }
    await user.click(screen.getByRole('checkbox', { name: 'Pick for merging: Printers jam' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pick for merging: Old printers jam' }));
    await user.click(screen.getByRole('button', { name: 'Merge the 2 picked' }));
    expect(await screen.findByText('(2 reasons)')).toBeTruthy();
    expect(screen.getByText('2 reasons, 0 likes')).toBeTruthy();

    register.faults.set('create-risks', ['lost-after']);
    const make = () => screen.getByRole('button', { name: 'Make a risk of: Support hears of it too late' });
    await user.click(make());
    expect((await screen.findByRole('alert')).textContent).toBe('Confluence does not answer');
    await user.click(make());

    expect(await screen.findByText('a risk now')).toBeTruthy();
    expect(register.risks).toHaveLength(10);
    expect(register.risk(10)).toMatchObject({ title: 'Support hears of it too late', version: 1 });
    expect(register.events.at(-1)).toMatchObject({ kind: 'created', origin: { kind: 'pre-mortem' } });
    expect(screen.queryByRole('button', { name: /^Make a risk of: Support/ })).toBeNull();
  });

  test('keeps a reason that was not taken', async () => {
    const { user, field } = await openPreMortem();
    register.faults.set('write-pre-mortem', [{ code: 'no-access' }]);
    await user.type(field, 'The office floods{Enter}');

    expect((await screen.findByRole('alert')).textContent).toBe('You cannot open this register');
    expect((field as HTMLTextAreaElement).value).toBe('The office floods');
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Add reason' }));
    expect(within(screen.getByRole('main')).getByRole('alert').textContent).toBe('Write a reason first');
  });

  test('keeps a half-written reason while the register is looked at', async () => {
    const { user, field } = await openPreMortem();
    await user.type(field, 'Half a thou');
    await user.click(screen.getByRole('button', { name: 'Back to the register' }));
    await user.click(await screen.findByRole('button', { name: 'Pre-mortem' }));
    const again = await screen.findByRole('textbox', { name: 'What is one reason this might fail?' });
    expect((again as HTMLTextAreaElement).value).toBe('Half a thou');
    await user.type(again, 'ght{Enter}');
    expect(await screen.findByText('Half a thought')).toBeTruthy();
    expect((again as HTMLTextAreaElement).value).toBe('');
  });

  test('shows what others add without a reload', async () => {
    await openPreMortem();
    await screen.findByText('No reasons yet. Yours may be the first.');
    register.answer({ accountId: 'jonas', canEdit: false }, 'write-pre-mortem', {
      entry: { kind: 'reason', id: crypto.randomUUID(), text: 'The date was never real' },
    });

    await waitFor(
      () => {
        expect(screen.getByText('The date was never real')).toBeTruthy();
      },
      { timeout: PACE.fast + 2_000 },
    );
  }, 10_000);
});

describe('reading again and again', () => {
  let isHidden = false;

  beforeEach(() => {
    vi.useFakeTimers();
    isHidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const pass = async (milliseconds: number) => {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    });
  };

  test('slows down while nothing is new, up to a limit, and quickens when something is', async () => {
    let isNew = false;
    const times: number[] = [];
    const poll = startPoll(() => {
      times.push(Date.now());
      return Promise.resolve(isNew);
    });
    await pass(200_000);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits.slice(0, 3)).toEqual([4_500, 6_750, 10_125]);
    expect(Math.max(...waits)).toBe(PACE.slow);

    isNew = true;
    await pass(PACE.slow);
    const count = times.length;
    await pass(PACE.fast * 3);
    expect(times.length - count).toBe(3);
    poll.stop();
    await pass(60_000);
    expect(times.length - count).toBe(3);
  });

  test('pauses while hidden, and reads at once when it is shown again', async () => {
    let reads = 0;
    const poll = startPoll(() => {
      reads += 1;
      return Promise.reject(new Error('Offline.'));
    });
    await pass(0);
    isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(300_000);
    expect(reads).toBe(1);

    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(reads).toBe(2);
    poll.stop();
  });
});
