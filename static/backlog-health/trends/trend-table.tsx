import type { Trend, TrendDay } from '#src/contract/trend';

import type { MessageId } from '../../ui/locale';
import { useWords, type Words } from '../../ui/words';

import { dayWords } from './day-words';

/** Where a day's figures come from, or why it has none. */
function sourceOf({ source, skipped }: TrendDay): MessageId {
  if (source === 'viewer') return 'trends.source.viewer';
  if (source === 'count') return 'trends.source.count';
  switch (skipped) {
    case 'no-capacity':
      return 'trends.source.no-capacity';
    case 'not-seen':
      return 'trends.source.not-seen';
    case 'no-answer':
    case 'cut-off':
    case null:
      return 'trends.source.none';
  }
}

interface Column {
  readonly title: MessageId;
  /** null for what the day does not know. */
  readonly tell: (day: TrendDay, words: Words) => string | null;
}

const COLUMNS: readonly Column[] = [
  {
    title: 'trends.column.runway',
    tell: ({ reading }, { say, sprints }) =>
      reading?.runway
        ? say('trends.cell-runway', { low: sprints(reading.runway.p85), high: sprints(reading.runway.p50) })
        : null,
  },
  {
    title: 'trends.figure.ready',
    tell: ({ reading }, { amount }) => (reading === null ? null : amount(reading.unit, reading.ready.amount)),
  },
  {
    title: 'trends.figure.depth',
    tell: ({ reading }, { amount }) => (reading === null ? null : amount(reading.unit, reading.depth.amount)),
  },
  {
    title: 'trends.figure.sprint',
    tell: ({ sprintItems }, { number }) => (sprintItems === null ? null : number(sprintItems)),
  },
  {
    title: 'trends.column.scope',
    tell: ({ scope }, { say, amount, number }) =>
      scope === null
        ? null
        : say('trends.cell-scope', {
            committed: amount(scope.unit, scope.committed),
            added: number(scope.added),
            removed: number(scope.removed),
          }),
  },
  {
    title: 'trends.figure.open',
    tell: ({ openItems }, { number }) => (openItems === null ? null : number(openItems)),
  },
];

function Cell({ told }: { readonly told: string | null }) {
  const { say } = useWords();
  if (told !== null) return <td>{told}</td>;
  return (
    <td className="trend-table__unknown">
      <span aria-hidden="true">–</span>
      <span className="trends__unseen">{say('trends.unknown')}</span>
    </td>
  );
}

/** Every figure of every day of which anything is known, the newest first. */
export function TrendTable({ trend: { days, today } }: { readonly trend: Trend }) {
  const words = useWords();
  const { say } = words;
  return (
    // A wide table scrolls, and so it can be reached by the keyboard.
    <div className="trend-table" role="region" aria-label={say('trends.table')} tabIndex={0}>
      <table className="trend-table__table">
        <thead>
          <tr>
            <th scope="col">{say('trends.column.day')}</th>
            {COLUMNS.map(({ title }) => (
              <th key={title} scope="col">
                {say(title)}
              </th>
            ))}
            <th scope="col">{say('trends.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{dayWords(words, day.day, today)}</th>
              {COLUMNS.map(({ title, tell }) => (
                <Cell key={title} told={tell(day, words)} />
              ))}
              <td>{say(sourceOf(day))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
