import { describe, expect, it } from 'vitest';

import { findDuplicates } from '#src/domain/backlog/near-duplicates';
import { buildBacklog, buildParent } from '../../builders/issue';

/** What the second of two summaries is to the first. */
function compare(one: string, other: string): 'same' | 'close' | 'different' {
  const [first, second] = findDuplicates(buildBacklog([{ summary: one }, { summary: other }]));
  expect(first).toBeNull();
  if (second === null || second === undefined) return 'different';
  expect(second.key).toBe('AUR-1');
  return second.isSame ? 'same' : 'close';
}

describe('two summaries', () => {
  it.each([
    ['Export invoices as PDF', 'Export invoices as PDF'],
    ['Export invoices as PDF', 'EXPORT INVOICES AS PDF'],
    ['Export invoices as PDF', '  export  invoices, as "PDF"! '],
    ['Export invoices as PDF', 'As PDF: export invoices'],
    ['Fix UntilSuccessfulTestCase flaky test.', 'Fix flaky test UntilSuccessfulTestCase'],
    ['Export invoices', 'Export\u200b invo\u00adices'],
    ['Ｅｘｐｏｒｔ invoices', 'Export invoices'],
    ['Straße sperren', 'STRASSE SPERREN'],
    ['Rechnung für Größe ändern', 'rechnung FÜR GRÖSSE ändern'],
    ['Cafe\u0301 menu', 'Café menu'],
    ['Διόρθωσε τους λογαριασμούς', 'ΔΙΌΡΘΩΣΕ ΤΟΎΣ ΛΟΓΑΡΙΑΣΜΟΎΣ'.replace('ΤΟΎΣ', 'ΤΟΥΣ')],
    ['Исправить счёт', 'исправить СЧЁТ!'],
    ['請求書をPDFで出力する', '請求書を、PDFで出力する。'],
    ['PDFで請求書を出力する', '請求書をPDFで出力する'],
    ['ส่งออกใบแจ้งหนี้', 'ส่งออกใบแจ้งหนี้!'],
  ])('%j and %j are the same', (one, other) => {
    expect(compare(one, other)).toBe('same');
  });

  it.each([
    ['Export invoices as PDF', 'Export invoice as a PDF'],
    ['Allow user to export the invoice', 'Allow users to export invoices'],
    ['Move boxes between shelves', 'Move boxes between the shelves'],
    ['Rechnung als PDF ausgeben', 'Rechnungen als PDF ausgeben'],
    ['Der Kunde sieht eine Rechnung', 'Kunde sieht Rechnung'],
    ["Exporter l'facture en PDF", 'Exporter facture en PDF'],
    ["Show the agent's log", 'Show agent log'],
    ['Correct the shipping address', 'Correct the shipping adress'],
    ['Log in page', 'Login page'],
    ['Send an e-mail reminder', 'Send an email reminder'],
    ['CLONE - Export invoices as PDF', 'Export invoices as PDF'],
    ['[CLONE] CLONE - Export invoices as PDF', 'Export invoices as PDF'],
    ['Copy of Export invoices as PDF', 'Export invoices as PDF'],
  ])('%j and %j are very close', (one, other) => {
    expect(compare(one, other)).toBe('close');
    expect(compare(other, one)).toBe('close');
  });

  it.each([
    ['Add unit tests for the parser', 'Add unit tests for the writer'],
    ['Sprint 12 report', 'Sprint 13 report'],
    ['Upgrade Spring to 4.1.1', 'Upgrade Spring to 4.1.6'],
    ['Upgrade to 1.2.3', 'Upgrade to 3.2.1'],
    ['Round 1 2 of edits', 'Round 12 of edits'],
    ['Phase I of the move', 'Phase II of the move'],
    ['Support C', 'Support C++'],
    ['Support C', 'Support C#'],
    ['Listen on HTTP', 'Listen on HTTPS'],
    ['Tabbed content re-design', 'Non-tabbed content re-design'],
    ['Users can see drafts', 'Users cannot see drafts'],
    ['Users can see drafts', 'Users can not see drafts'],
    ['Enable Framework->Executor messages', 'Enable Executor->Framework messages'],
    ['Move data from Oracle to Postgres', 'Move data from Postgres to Oracle'],
    ['Umzug von Köln nach Bonn', 'Umzug von Bonn nach Köln'],
    ['東京から大阪へ移動', '大阪から東京へ移動'],
    ['Add authentication to agents', 'Add authorization to agents'],
    ['???', '!!!'],
    ['', ''],
    ['🚀', '🚀'],
  ])('%j and %j are different', (one, other) => {
    expect(compare(one, other)).toBe('different');
  });
});

describe('findDuplicates', () => {
  const summary = 'Export invoices as PDF';

  it('points every repetition to the highest-ranked, and leaves that one alone', () => {
    const backlog = buildBacklog([{ summary }, { summary: 'Another' }, { summary }, { summary }]);
    const first = { key: 'AUR-1', isSame: true };
    expect(findDuplicates(backlog)).toEqual([null, null, first, first]);
  });

  it('says of each pair whether it is the same', () => {
    const backlog = buildBacklog([{ summary }, { summary: 'Export an invoice as PDF' }, { summary }]);
    expect(findDuplicates(backlog)).toEqual([
      null,
      { key: 'AUR-1', isSame: false },
      { key: 'AUR-1', isSame: true },
    ]);
    const reversed = buildBacklog([{ summary: 'Export an invoice as PDF' }, { summary }, { summary }]);
    expect(findDuplicates(reversed)).toEqual([
      null,
      { key: 'AUR-1', isSame: false },
      { key: 'AUR-1', isSame: false },
    ]);
  });

  it('leaves sub-tasks out, and does not compare a story with an epic', () => {
    const backlog = buildBacklog([
      { summary, issueType: { name: 'Sub-task', level: -1 } },
      { summary, issueType: { name: 'Epic', level: 1 } },
      { summary },
      { summary, issueType: { name: 'Sub-task', level: -1 } },
    ]);
    expect(findDuplicates(backlog)).toEqual([null, null, null, null]);
  });

  it('lets a short title stand under each of several parents', () => {
    const [one, other] = [buildParent(), buildParent({ id: '9002', key: 'AUR-901' })];
    const titled = (title: string, parent = one) => ({ summary: title, parent });
    const short = [titled('Write the docs'), titled('Write the docs', other), titled('Write docs', other)];
    expect(findDuplicates(buildBacklog(short))).toEqual([null, null, { key: 'AUR-2', isSame: false }]);
    const long = [titled(summary), titled(summary, other)];
    expect(findDuplicates(buildBacklog(long))).toEqual([null, { key: 'AUR-1', isSame: true }]);
  });

  it('looks each issue up and compares none with all others', () => {
    const reads = { count: 0 };
    const backlog = (size: number) =>
      buildBacklog(Array.from({ length: size }, () => ({}))).map((issue, index) => ({
        ...issue,
        get summary() {
          reads.count += 1;
          return `Add unit tests for part ${index} of the parser`;
        },
      }));
    findDuplicates(backlog(100));
    const few = reads.count;
    reads.count = 0;
    findDuplicates(backlog(1_000));
    expect(reads.count).toBe(10 * few);
  });
});
