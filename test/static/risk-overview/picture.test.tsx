import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { answer } from '../fake-bridge';

import { load, pageOf, register, THREE, wiki } from './overview-builder';
import { pageTitles, registerRows, renderOverview, renderRegisters } from './render-overview';

describe('the first line', () => {
  test.each([
    ['needs somebody', THREE, '3 registers, 13 risks: 3 High, 6 reviews overdue, the oldest by 12 days.'],
    ['is calm', [register(1, [load('low')])], '1 register, 1 risk: none High, no review overdue.'],
    [
      'has one overdue by a day',
      [register(1, [load('medium', 1, { dueOn: '2026-11-23' })])],
      '1 register, 1 risk: none High, 1 review overdue by 1 day.',
    ],
    [
      'has one due today',
      [register(1, [load('high', 1, { dueOn: '2026-11-24' })])],
      '1 register, 1 risk: 1 High, no review overdue.',
    ],
    ['has no open risk', [register(1, [], { over: 4 })], '1 register, no open risk.'],
  ])('of a space that %s', async (_, rows, sentence) => {
    await renderRegisters(rows);
    expect(screen.getByRole('heading', { level: 2, name: sentence })).toBeDefined();
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(sentence);
  });
});

describe('the registers', () => {
  test('are listed with what needs somebody first', async () => {
    await renderRegisters(THREE);
    expect(registerRows()).toEqual([
      ['Plan 2', '3', '4', '0', '6 by 12 days', 'Dec 1, 2025'],
      ['Plan 1', '0', '2', '3', '0', 'Nov 17'],
      ['Ångström', '0', '0', '1', '0', 'never'],
    ]);
  });

  test('are sorted by any column, once down and once up, and the column says so', async () => {
    const { user } = await renderRegisters(THREE);
    const press = async (name: string) => {
      await user.click(screen.getByRole('button', { name }));
    };
    const sorted = () =>
      screen
        .getAllByRole('columnheader')
        .flatMap((head) => head.ariaSort ?? head.getAttribute('aria-sort') ?? [])
        .join();
    expect(sorted()).toBe('descending');
    await press('Page');
    expect([pageTitles(), sorted()]).toEqual([['Ångström', 'Plan 1', 'Plan 2'], 'ascending']);
    await press('Page');
    expect([pageTitles(), sorted()]).toEqual([['Plan 2', 'Plan 1', 'Ångström'], 'descending']);
    await press('Low');
    expect(pageTitles()).toEqual(['Plan 1', 'Ångström', 'Plan 2']);
    await press('Last review');
    expect(pageTitles()).toEqual(['Ångström', 'Plan 2', 'Plan 1']);
  });

  test('name their space on the page of the site alone', async () => {
    const { user } = await renderRegisters(THREE, 'site');
    await screen.findByRole('cell', { name: 'Help' });
    expect(registerRows().map((row) => row[1])).toEqual(['Aurora', 'Aurora', 'Help']);
    await user.click(screen.getByRole('button', { name: 'Space' }));
    expect(pageTitles().at(-1)).toBe('Ångström');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Risks of all spaces');
  });

  test('lead to their pages', async () => {
    const { bridge, user } = await renderRegisters(THREE);
    const link = screen.getByRole('link', { name: 'Plan 1' });
    expect(link.getAttribute('href')).toBe('https://acme.atlassian.net/wiki/spaces/AUR/pages/101');
    await user.click(link);
    expect(bridge.opened).toEqual(['/wiki/spaces/AUR/pages/101']);
  });

  test('are narrowed by words and by what they need', async () => {
    const { user } = await renderRegisters(THREE);
    const show = async (what: string) => {
      await user.selectOptions(screen.getByLabelText('Show'), what);
    };
    await user.type(screen.getByLabelText('Find a page'), 'ÅNG');
    expect(pageTitles()).toEqual(['Ångström']);
    expect(screen.getByText('1 of 3 registers')).toBeDefined();
    await user.clear(screen.getByLabelText('Find a page'));
    await show('With a review overdue');
    expect(pageTitles()).toEqual(['Plan 2']);
    await show('With a High risk');
    expect(pageTitles()).toEqual(['Plan 2']);
    await show('Never reviewed');
    expect(pageTitles()).toEqual(['Ångström']);
    await user.type(screen.getByLabelText('Find a page'), 'Plan');
    expect(screen.queryByRole('table', { name: 'Registers' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all registers' }));
    expect(pageTitles()).toHaveLength(3);
    expect(document.activeElement).toBe(screen.getByLabelText('Find a page'));
  });

  test('are drawn 200 at first, and all when asked for', async () => {
    const many = Array.from({ length: 205 }, (_, index) => register(index + 1, [load('low', 50)]));
    const { user } = await renderRegisters(many);
    expect(screen.getByRole('heading', { name: /^205 registers, 10,250 risks:/ })).toBeDefined();
    expect(registerRows()).toHaveLength(200);
    await user.click(screen.getByRole('button', { name: 'Show 5 more' }));
    expect(registerRows()).toHaveLength(205);
  });
});

describe('the heat map', () => {
  const map = () => within(screen.getByRole('region', { name: 'Where the risks stand' }));
  const places = () =>
    map()
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);

  test('counts the risks of all registers, and says the level in words and by a letter', async () => {
    await renderRegisters(THREE);
    const counted = places().filter((text) => !text.includes('no risk'));
    expect(counted).toEqual(['H33 risks, High', 'M66 risks, Medium', 'L44 risks, Low', '']);
    expect(places().filter((text) => text.includes('no risk'))).toHaveLength(6);
  });

  test('narrows the registers to those with a risk in a place, and back', async () => {
    const { user } = await renderRegisters(THREE);
    const place = map().getByRole('button', { name: '4 risks, Low' });
    await user.click(place);
    expect(place.getAttribute('aria-pressed')).toBe('true');
    expect(pageTitles()).toEqual(['Plan 1', 'Ångström']);
    await user.click(screen.getByRole('button', { name: /Probability Low, impact Low/ }));
    expect(pageTitles()).toHaveLength(3);
    expect(document.activeElement).toBe(screen.getByLabelText('Find a page'));
  });

  test('draws five steps where all have five', async () => {
    await renderRegisters([register(1, [load('high', 2)], { scale: 5 })]);
    expect(map().getAllByRole('rowheader')).toHaveLength(5);
    expect(map().getByText('Very low', { selector: '[scope=row]' })).toBeDefined();
    expect(screen.queryByText(/drawn together/)).toBeNull();
  });

  test('says in words what it does where scales differ, and still finds the registers of a place', async () => {
    const { user } = await renderRegisters([
      register(1, [load('high', 2)], { scale: 5 }),
      register(2, [load('high', 1), load('low', 1)]),
    ]);
    expect(map().getAllByRole('rowheader')).toHaveLength(3);
    expect(screen.getByText(/^Some registers use three steps and others five/)).toBeDefined();
    await user.click(map().getByRole('button', { name: '3 risks, High' }));
    expect(pageTitles()).toEqual(['Plan 1', 'Plan 2']);
    await user.click(map().getByRole('button', { name: '1 risk, Low' }));
    expect(pageTitles()).toEqual(['Plan 2']);
  });
});

describe('the owners', () => {
  const owners = () => within(screen.getByRole('region', { name: 'Who owns them' }));
  const rows = () =>
    owners()
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent));

  test('are named by Confluence, nobody first, and the deactivated marked', async () => {
    const { bridge } = await renderRegisters(THREE);
    await screen.findByText('Petra Lund');
    expect(rows()).toEqual([
      ['Nobody', '2', '2', '2'],
      ['Petra Lund deactivated', '5', '1', '4'],
      ['Jonas Berg', '3', '0', '0'],
      ['Maria Sol', '2', '0', '0'],
      ['Somebody whose name is not known', '1', '0', '0'],
    ]);
    expect(bridge.read).toEqual(['/wiki/api/v2/users-bulk']);
  });

  test('narrow the registers to those in which they own something', async () => {
    const { user } = await renderRegisters(THREE);
    await user.click(await screen.findByRole('button', { name: 'Petra Lund' }));
    expect(pageTitles()).toEqual(['Plan 2']);
    await user.click(screen.getByRole('button', { name: /^Owner: Petra Lund/ }));
    await user.click(owners().getByRole('button', { name: 'Nobody' }));
    expect(pageTitles()).toEqual(['Plan 2']);
    expect(screen.getByRole('button', { name: /^Owner: Nobody/ })).toBeDefined();
  });

  test('do without names when Confluence gives none', async () => {
    renderOverview({
      'roll-up-registers': () => answer(pageOf(THREE)),
      confluence: (path, question) => {
        if (path.includes('users')) throw new Error('no answer');
        return wiki(path, question);
      },
    });
    expect(await screen.findAllByText('Somebody whose name is not known')).toHaveLength(4);
  });

  test('are ten at first, and all when asked for', async () => {
    const many = Array.from({ length: 12 }, (_, index) => load('low', 1, { ownerId: `owner-${index}` }));
    const { user } = await renderRegisters([register(1, many)]);
    expect(rows()).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'Show all 12 owners' }));
    expect(rows()).toHaveLength(12);
    await user.click(screen.getByRole('button', { name: 'Show fewer owners' }));
    expect(rows()).toHaveLength(10);
  });
});

describe('the trend', () => {
  test('says once what stayed the same', async () => {
    const levels = { high: 2, medium: 0, low: 0 };
    const trend = ['2026-11-16', '2026-11-23'].map((week) => ({ week, levels, overdue: 0 }));
    await renderRegisters([register(1, [load('high', 2)], { trend })]);
    const listed = within(screen.getByRole('region', { name: 'Week by week' })).getAllByRole('listitem');
    expect(listed.map(({ textContent }) => textContent)).toEqual([
      'High: 2 in every week',
      'Medium: 0 in every week',
      'Low: 0 in every week',
    ]);
  });

  test('is told in words, and in a table of figures', async () => {
    const { user } = await renderRegisters(THREE);
    const trend = within(screen.getByRole('region', { name: 'Week by week' }));
    expect(trend.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'High: 3 now, 1 in the first week, 3 at most',
      'Medium: 6 now, 4 in the first week, 7 at most',
      'Low: 3 now, 0 in the first week, 3 at most',
    ]);
    expect(trend.getByText(/^Open risks at the end of each of 3 weeks, from that of Nov 9\./)).toBeDefined();
    await user.click(trend.getByText('All figures'));
    const [, ...weeks] = trend.getAllByRole('row');
    expect(weeks.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Nov 23', '3', '6', '3'],
      ['Nov 16', '1', '7', '3'],
      ['Nov 9', '1', '4', '0'],
    ]);
  });

  test('says so where there is too little of it', async () => {
    await renderRegisters([register(1, [load('low')])]);
    expect(screen.getByText(/^A trend needs two weeks\./)).toBeDefined();
  });
});
