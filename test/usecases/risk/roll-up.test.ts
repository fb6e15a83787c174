import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '#src/domain/risk/calendar';
import { rollUp } from '#src/domain/risk/roll-up';
import { figuresOf, type Load } from '#src/domain/risk/summary';
import { BadCursorError, type SummaryRecord } from '#src/ports/risk/register-store';
import { rollUpRegisters, type RollUpPorts } from '#src/usecases/risk/roll-up';

import { overviewOf, type WikiPage } from '../../builders/overview';
import { buildRegister, buildRisks, exposure, TODAY } from '../../builders/risk';
import { summaryOf } from '#src/domain/risk/summary';

const FIRST = { spaceId: '1', cursor: null };
const SITE = { spaceId: null, cursor: null };

/** Everything there is, page by page. */
async function readAll(ports: RollUpPorts, spaceId: string | null) {
  const pages = [await rollUpRegisters(ports, { spaceId, cursor: null }, TODAY)];
  for (let { cursor } = pages[0]!; cursor !== null; cursor = pages.at(-1)!.cursor) {
    pages.push(await rollUpRegisters(ports, { spaceId, cursor }, TODAY));
  }
  return { pages, registers: pages.flatMap(({ registers }) => registers) };
}

async function titles(ports: RollUpPorts, spaceId: string | null) {
  const { registers } = await readAll(ports, spaceId);
  return registers.map(({ page }) => page.title).sort();
}

describe('rollUpRegisters', () => {
  it('gives what the registers of a space hold, with the page as Confluence has it now', async () => {
    const { portsFor } = await overviewOf([
      { id: '11', title: 'Launch', risks: [{ ...exposure(3, 3), ownerId: null }, {}] },
    ]);
    const { registers, cursor } = await rollUpRegisters(portsFor('maria'), FIRST, TODAY);
    expect(cursor).toBeNull();
    expect(registers).toEqual([
      {
        page: { id: '11', title: 'Launch', spaceId: '1', path: '/wiki/spaces/S1/pages/11' },
        summary: {
          registerId: expect.any(String) as string,
          scale: 3,
          cells: [0, 0, 0, 0, 1, 0, 0, 0, 1],
          load: [
            { ownerId: null, level: 'high', dueOn: '2026-12-01', count: 1 },
            { ownerId: 'maria', level: 'medium', dueOn: '2026-12-08', count: 1 },
          ],
          over: 0,
          lastReviewOn: null,
        },
        trend: [{ week: '2026-11-23', levels: { high: 1, medium: 1, low: 0 }, overdue: 0 }],
      },
    ]);
  });

  const pages: readonly WikiPage[] = [
    { id: '11', title: 'For all' },
    { id: '12', title: 'For Maria', readers: ['maria'] },
    { id: '13', title: 'In the archive', status: 'archived' },
    { id: '14', title: 'In the trash', status: 'trashed' },
    { id: '15', title: 'Moved away', writtenIn: '1', spaceId: '2' },
    { id: '16', title: 'Moved to where nobody may look', writtenIn: '1', spaceId: '9', readers: [] },
    { id: '17', title: 'Elsewhere', spaceId: '2' },
    { id: '18', title: 'Two on one page', macros: 2 },
  ];
  const twice = ['Two on one page', 'Two on one page'];

  it.each([
    ['maria', '1', ['For Maria', 'For all', ...twice]],
    ['jonas', '1', ['For all', ...twice]],
    ['maria', '2', ['Elsewhere']],
    ['maria', null, ['Elsewhere', 'For Maria', 'For all', 'Moved away', ...twice]],
    ['jonas', null, ['Elsewhere', 'For all', 'Moved away', ...twice]],
  ])('shows %s of space %s what they may see there', async (who, spaceId, expected) => {
    const { portsFor } = await overviewOf(pages);
    expect(await titles(portsFor(who), spaceId)).toEqual([...expected].sort());
  });

  it('counts nothing of a page that the viewer may not see', async () => {
    const { portsFor } = await overviewOf(pages);
    const live = async (who: string) => {
      const { registers } = await readAll(portsFor(who), '1');
      return rollUp(
        registers.map(({ summary }) => summary),
        TODAY,
      ).live;
    };
    expect([await live('maria'), await live('jonas')]).toEqual([4, 3]);
  });

  it('refuses a space that the viewer may not see, and says of one without registers that it has none', async () => {
    const { portsFor, calls } = await overviewOf([{ id: '19', spaceId: '9', readers: [] }]);
    const ports = portsFor('maria');
    await expect(rollUpRegisters(ports, { spaceId: '9', cursor: null }, TODAY)).rejects.toMatchObject({
      name: 'ReadFailure',
      kind: 'no-access',
    });
    expect(await rollUpRegisters(ports, FIRST, TODAY)).toEqual({ registers: [], cursor: null });
    expect(calls.spaces).toBe(2);
    expect(await rollUpRegisters(ports, SITE, TODAY)).toEqual({ registers: [], cursor: null });
    expect(calls.spaces).toBe(2);
  });

  it('reads 200 registers with two queries and two calls, each register once', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ id: String(1000 + index) }));
    const { portsFor, calls } = await overviewOf(many);
    const { pages: read, registers } = await readAll(portsFor('maria'), '1');
    expect(read).toHaveLength(2);
    expect(calls).toEqual({ queries: 2, pages: 2, spaces: 0 });
    expect(new Set(registers.map(({ page }) => page.id)).size).toBe(200);
  });

  it('goes on past a page of which the viewer sees nothing', async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ id: String(1000 + index), readers: [] }));
    const { portsFor } = await overviewOf(many);
    const ports = portsFor('maria');
    const first = await rollUpRegisters(ports, FIRST, TODAY);
    expect(first.registers).toEqual([]);
    expect(first.cursor).not.toBeNull();
    expect(await rollUpRegisters(ports, { spaceId: '1', cursor: first.cursor }, TODAY)).toEqual({
      registers: [],
      cursor: null,
    });
  });

  it('refuses a cursor that no page gave', async () => {
    const { portsFor } = await overviewOf([{ id: '11' }]);
    await expect(
      rollUpRegisters(portsFor('maria'), { spaceId: '1', cursor: 'made up' }, TODAY),
    ).rejects.toThrow(BadCursorError);
  });
});

/** One register with a load and a trend, as it is stored. */
function portsWith(load: readonly Load[], weeks = 1): RollUpPorts {
  const summary = { ...summaryOf(buildRegister(), buildRisks([])), load };
  const trend = Array.from({ length: weeks }, (_, index) => ({
    week: addDays('2026-11-23', -7 * (weeks - 1 - index)),
    levels: { high: index, medium: 0, low: 0 },
    overdue: 0,
  }));
  const record: SummaryRecord = { pageId: '11', localId: 'macro', spaceId: '1', summary, trend };
  return {
    listSummaries: () => Promise.resolve({ summaries: [record], cursor: null }),
    readPages: () => Promise.resolve([{ id: '11', title: 'Launch', spaceId: '1', path: '/wiki/x' }]),
    maySeeSpace: () => Promise.resolve(true),
  };
}

describe('what travels of a register', () => {
  const entry = fc.record({
    ownerId: fc.constantFrom(null, 'maria', 'jonas'),
    level: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    dueOn: fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days)),
    count: fc.integer({ min: 1, max: 9 }),
  });

  it('says of every owner what the whole load says, in at most six entries each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 60 }), async (load) => {
        const { registers } = await rollUpRegisters(portsWith(load), FIRST, TODAY);
        const sent = registers[0]!.summary.load;
        expect(sent.length).toBeLessThanOrEqual(18);
        expect(figuresOf(sent, TODAY)).toEqual(figuresOf(load, TODAY));
        for (const owner of [null, 'maria', 'jonas']) {
          const own = (all: readonly Load[]) => all.filter(({ ownerId }) => ownerId === owner);
          expect(figuresOf(own(sent), TODAY)).toEqual(figuresOf(own(load), TODAY));
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it.each([
    [25, 25],
    [26, 26],
    [27, 26],
  ])('is of %s weeks of trend the last %s', async (stored, sent) => {
    const { registers } = await rollUpRegisters(portsWith([], stored), FIRST, TODAY);
    const { trend } = registers[0]!;
    expect(trend).toHaveLength(sent);
    expect(trend.at(-1)).toMatchObject({ week: '2026-11-23', levels: { high: stored - 1 } });
  });
});
