import { describe, expect, it } from 'vitest';

import type { BoardGlance } from '#src/contract/dashboard/calls';

import type { BoardView } from '../../../static/widget-sprints/use-glances';
import { byWorry, summaryOf } from '../../../static/widget-sprints/worry';

type Figures = NonNullable<BoardGlance['figures']>;

function view(id: number, change: Partial<Figures> | null, failure: BoardView['failure'] = null): BoardView {
  const figures: Figures | null = change && {
    asOf: '2026-10-12T08:00:00.000Z',
    unit: 'points',
    period: 'sprint',
    runway: null,
    band: null,
    shortBy: null,
    firstHole: null,
    readyAbove: 0,
    history: { known: 9, required: 5 },
    ...change,
  };
  const glance = {
    board: { id, name: `Board ${id}` },
    figures,
    checkedAt: '2026-10-12T08:00:00.000Z',
    isFresh: true,
    isLicensed: true,
  };
  return { id, projectKey: 'AUR', glance: failure ? null : glance, failure, isAsking: false };
}

const runway = (p85: number, band: Figures['band'], shortBy = 0) => ({
  runway: { p85, isLowerBound: false },
  band,
  shortBy,
});

describe('the order of boards', () => {
  it('is by worry: short ones first, then those of which nobody knows, then what is well, then what is not for the viewer', () => {
    const views = [
      view(1, runway(2.5, 'green')),
      view(2, null, { code: 'not-found', message: '' }),
      view(3, {}),
      view(4, runway(1.8, 'amber', 5)),
      view(5, runway(0.4, 'red', 20)),
      view(6, runway(0.2, 'red', 25)),
      view(7, null, { code: 'offline' }),
    ];
    expect(views.toSorted(byWorry).map(({ id }) => id)).toEqual([6, 5, 4, 7, 3, 1, 2]);
  });

  it('counts as behind only what is known to be short', () => {
    const views = [view(1, runway(2.5, 'green')), view(2, {}), view(3, runway(0.4, 'red', 20))];
    expect(summaryOf(views)).toEqual({ known: 3, behind: 1, unsure: 1, areComing: false });
    expect(summaryOf([{ ...view(1, null), isAsking: true }])).toMatchObject({ known: 0, areComing: true });
  });
});
