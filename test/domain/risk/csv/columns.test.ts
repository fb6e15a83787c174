import { describe, expect, it } from 'vitest';

import { CSV_COLUMNS, CSV_HEADERS, mapColumns } from '#src/domain/risk/csv/columns';

const columns = (...headers: readonly string[]) => mapColumns(headers).columns;

describe('mapColumns', () => {
  it('knows its own headers, but for what a register works out itself', () => {
    const read = columns(...CSV_HEADERS);
    expect(read).toEqual(
      CSV_COLUMNS.map((column) => (['number', 'level', 'reviewDueOn'].includes(column) ? null : column)),
    );
    expect(mapColumns(CSV_HEADERS)).toMatchObject({ unknown: [], repeated: [], hasTitle: true });
  });

  it.each([
    ['risk_title', 'title'],
    ['  LIKELIHOOD ', 'probability'],
    ['Severity', 'impact'],
    ['\uFEFFTitle', 'title'],
    ['Due-Date', 'dueOn'],
    ['Assignee', 'owner'],
    ['Mitigation', 'plan'],
    ['Risk Response', 'response'],
    ['Status', 'state'],
    ['Titel', 'title'],
    ['Eintrittswahrscheinlichkeit', 'probability'],
    ['Gegenmaßnahmen', 'plan'],
    ['Verantwortlich', 'owner'],
    ['Fällig am', 'dueOn'],
    ['Colour', null],
    ['', null],
  ])('takes %j for %s', (header, column) => {
    expect(columns(header)).toEqual([column]);
  });

  it('takes the exact name where two fit, else the first, and says what it does not read', () => {
    expect(mapColumns(['Description', 'Title', 'Priority', 'Owner', 'Assignee'])).toEqual({
      columns: [null, 'title', null, 'owner', null],
      unknown: ['Priority'],
      repeated: [
        { header: 'Description', column: 'title' },
        { header: 'Assignee', column: 'owner' },
      ],
      hasTitle: true,
    });
    expect(columns('Summary', 'Description')).toEqual(['title', null]);
  });

  it('says when there is no title', () => {
    expect(mapColumns(['Owner']).hasTitle).toBe(false);
  });
});
