import { screen, waitFor, within } from '@testing-library/react';
import { parse } from 'papaparse';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { CSV_HEADERS } from '#src/domain/risk/csv/columns';

import { buildFields } from '../../builders/risk';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;
let file: Blob | null;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
  file = null;
  URL.createObjectURL = vi.fn((blob: Blob) => {
    file = blob;
    return 'blob:risks';
  });
  URL.revokeObjectURL = vi.fn();
  // jsdom would try to go there.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});

async function choose(item: string, visitor = { accountId: 'maria', canEdit: true }) {
  const opened = openRegister(register, { visitor });
  await screen.findByRole('button', { name: 'More actions' });
  await rowOf(1);
  await opened.user.click(screen.getByRole('button', { name: 'More actions' }));
  await opened.user.click(screen.getByRole('menuitem', { name: item }));
  return opened;
}

async function importing(text: string) {
  const opened = await choose('Import from CSV…');
  const field = await screen.findByLabelText('CSV file');
  await opened.user.upload(field, new File([text], 'risks.csv', { type: 'text/csv' }));
  return opened;
}

const remarks = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()));

describe('export', () => {
  test('writes every risk, with nothing that a spreadsheet would compute, for readers too', async () => {
    register.create(
      'maria',
      crypto.randomUUID(),
      buildFields({ title: '=HYPERLINK("http://x","pay")', ownerId: null }),
      {
        kind: 'written',
      },
    );
    await choose('Export to CSV', { accountId: 'sam', canEdit: false });
    expect(await screen.findByText('10 risks exported.')).toBeTruthy();

    const { data } = parse<string[]>((await file!.text()).replace(/^\uFEFF/, ''));
    expect(data[0]).toEqual(CSV_HEADERS);
    expect(data).toHaveLength(11);
    const [first, , , , , , , , , last] = data.slice(1);
    const column = (name: string) => CSV_HEADERS.indexOf(name);
    expect(first?.[column('Owner')]).toBe('Maria Keller');
    expect(first?.[column('Mitigating issues')]).toBe('AUR-126');
    expect(first?.[column('Level')]).toBe('High');
    expect(last?.[column('Title')]).toBe(`'=HYPERLINK("http://x","pay")`);
  });

  test('what is exported is imported as it was', async () => {
    await choose('Export to CSV');
    await screen.findByText('9 risks exported.');
    const text = await file!.text();
    const before = register.risks.map(({ title, probability, impact, ownerId, state, dueOn }) => ({
      title,
      probability,
      impact,
      ownerId,
      state,
      dueOn,
    }));
    document.body.innerHTML = '';
    register = new FakeRegister({ fields: LAUNCH.slice(0, 1), mitigations: [] });
    const { user } = await importing(text);
    await user.click(await screen.findByRole('button', { name: 'Import 9 risks' }));

    await waitFor(() => {
      expect(register.risks).toHaveLength(10);
    });
    expect(register.risks.slice(1)).toMatchObject(before);
  });

  test('copies a table for editors, and as text', async () => {
    const copied = new Map<string, string>();
    // What browsers still do within a click.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand = vi.fn(() => {
      const event = Object.assign(new Event('copy', { cancelable: true }), {
        clipboardData: { setData: (type: string, text: string) => copied.set(type, text) },
      });
      document.dispatchEvent(event);
      return event.defaultPrevented;
    });
    await choose('Copy as a table', { accountId: 'sam', canEdit: false });
    expect(await screen.findByText('9 risks copied as a table.')).toBeTruthy();

    const table = new DOMParser().parseFromString(copied.get('text/html') ?? '', 'text/html');
    expect(table.querySelectorAll('tr')).toHaveLength(10);
    expect([...table.querySelectorAll('tr')[1]!.children].map((cell) => cell.textContent)).toEqual([
      'R-1',
      'Tax API changes in January and invoices are rejected',
      'High',
      'High',
      'High',
      'Technical dependency',
      'Mitigating',
      'Mitigate · Adapter behind a flag · AUR-126',
      'Maria Keller',
      'Dec 1',
    ]);
    expect(copied.get('text/plain')?.split('\n')).toHaveLength(10);
  });
});

describe('import', () => {
  test('shows line by line what would be, and writes nothing before', async () => {
    const { user } = await importing(
      'Risk title;Likelihood;Impact;Owner;Due date;Colour\n' +
        'Servers fail in the launch week;High;Medium;Sam Okafor;2026-12-01;red\n' +
        'No budget for a second year;sometimes;3;Someone Else;12/01/2026;\n' +
        '\n' +
        ';High;High;;;\n',
    );

    expect(await screen.findByText('2 rows of 3 can become risks, 1 with a remark.')).toBeTruthy();
    expect(screen.getByText('Not read: Colour.')).toBeTruthy();
    expect(remarks()).toEqual([
      ['2', 'Servers fail in the launch week', 'Medium', 'No category yet', 'Sam Okafor', ''],
      [
        '3',
        'No budget for a second year',
        'Medium',
        'No category yet',
        'nobody',
        'Probability: “sometimes” is not understood · Owner: “Someone Else” was not found · Due date: “12/01/2026” is not understood',
      ],
      ['5', '', 'High', 'No category yet', 'nobody', 'Left out: A title is needed'],
    ]);
    expect(register.risks).toHaveLength(9);

    await user.click(screen.getByRole('button', { name: 'Import 2 risks' }));
    expect(await screen.findByText('2 risks imported.', { selector: '.log__text' })).toBeTruthy();
    expect(register.risk(10)).toMatchObject({ ownerId: 'sam', dueOn: '2026-12-01', impact: { step: 2 } });
    expect(register.events.at(-1)).toMatchObject({ kind: 'created', origin: { kind: 'import' } });
  });

  test('goes on where it stopped, and makes nothing twice', async () => {
    const lines = Array.from(
      { length: 45 },
      (_, index) => `Risk of line ${index + 1} that may happen,High,Low`,
    );
    const { user } = await importing(['Title,Probability,Impact', ...lines].join('\n'));
    let calls = 0;
    const create = register.answer.bind(register);
    register.answer = (visitor, call, payload) => {
      if (call === 'create-risks') calls += 1;
      const answered = create(visitor, call, payload);
      if (call === 'create-risks' && calls === 2) throw new Error('Lost.');
      return answered;
    };
    await user.click(await screen.findByRole('button', { name: 'Import 45 risks' }));

    expect((await screen.findByRole('alert')).textContent).toBe(
      'Stopped after 20 of 45: Confluence does not answer. What is imported stays.',
    );
    await user.click(screen.getByRole('button', { name: 'Go on with the 25 left' }));
    await waitFor(() => {
      expect(register.risks).toHaveLength(54);
    });
    expect(await screen.findByText('45 risks imported.', { selector: '.log__text' })).toBeTruthy();
    expect(new Set(register.risks.map(({ title }) => title)).size).toBe(54);
  });

  test.each([
    { of: 'a file without a title', text: 'Colour,Size\nred,5', said: /No column is called Title/ },
    {
      of: 'more risks than the register holds',
      text: ['Title', ...Array.from({ length: 492 }, (_, index) => `Risk number ${index} of many`)].join(
        '\n',
      ),
      said: /room for 491 more risks \(500 in all\)/,
    },
  ])('refuses $of in words', async ({ text, said }) => {
    await importing(text);
    expect((await screen.findByRole('alert')).textContent).toMatch(said);
    const button = screen.queryByRole('button', { name: /^Import \d/ });
    expect(button === null || (button as HTMLButtonElement).disabled).toBe(true);
  });

  test('names an owner by name, and takes no name that two people have', async () => {
    const { user } = await importing('Title,Owner\nServers fail in the launch week,jonas adeyemi\n');
    const table = await screen.findByRole('table');
    expect(within(table).getByText('Jonas Adeyemi')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Import 1 risk' }));
    await waitFor(() => {
      expect(register.risk(10).ownerId).toBe('jonas');
    });
  });
});
