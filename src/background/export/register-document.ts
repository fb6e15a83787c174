import { document, heading, paragraph } from '#src/background/adf';
import { heatMapTable } from '#src/background/export/heat-map-table';
import { sentenceWith } from '#src/background/export/people';
import { overTable, riskTable, type Exported } from '#src/background/export/risk-tables';
import type { Words } from '#src/background/words';
import type { AdfNode } from '#src/domain/backlog/issue';
import { isLive } from '#src/domain/risk/risk';
import { figuresOf, summaryOf } from '#src/domain/risk/summary';

/** A line that stands where the register cannot. */
export function lineDocument(message: 'export.no-access' | 'export.empty', { say }: Words): AdfNode {
  return document(heading(3, say('export.heading')), paragraph(say(message)));
}

/**
 * A register as a page's export shows it: how it stands, when it was last reviewed and by whom, the heat map as a coloured table, then the
 * risks. Letters and words say what the colours do.
 */
export function registerDocument(
  { unread, ...exported }: Exported & { readonly unread: number },
  words: Words,
): AdfNode {
  const { register, risks, today } = exported;
  const { say, day } = words;
  const there = risks.filter(({ deleted }) => deleted === null);
  const { live, levels, overdue, daysOverdue } = figuresOf(summaryOf(register, there).load, today);
  const { lastReview } = register;
  const review =
    lastReview === null
      ? [say('export.never-reviewed')]
      : sentenceWith(
          lastReview.people,
          (people) =>
            say('export.last-review', {
              date: day(lastReview.ended.on),
              risks: new Set(lastReview.looks.map(({ riskId }) => riskId)).size,
              people,
            }),
          exported.accounts,
          words,
        );
  const over = overTable({ risks: there }, words);
  return document(
    heading(3, say('export.heading')),
    paragraph(
      say('export.figures', { live, ...levels }),
      ...(overdue > 0 ? [` ${say('export.overdue', { overdue, days: daysOverdue })}`] : []),
    ),
    paragraph(...review),
    ...(unread > 0 ? [paragraph(say('export.unread', { count: unread }))] : []),
    ...(live > 0
      ? [
          heading(4, say('export.heat-map')),
          heatMapTable(there.filter(isLive), register.scale, words),
          heading(4, say('export.risks')),
          riskTable({ ...exported, risks: there }, words),
        ]
      : []),
    ...(over === null ? [] : [heading(4, say('export.over')), over]),
  );
}
