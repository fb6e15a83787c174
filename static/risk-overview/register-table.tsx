import { useMemo, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { CalendarDate } from '#src/domain/risk/calendar';
import type { Scale } from '#src/domain/risk/rating';

import type { MessageId } from '../ui/locale';

import { ownerName } from './owner-loads';
import { PageLink } from './page-link';
import {
  BY_NEED,
  chosenLines,
  EVERYTHING,
  sortLines,
  type Choice,
  type Line,
  type Sort,
  type SortKey,
} from './state/arrange';
import type { People } from './state/use-people';
import { TableFilters } from './table-filters';
import { useOverviewWords, type OverviewWords } from './words';
import './register-table.css';

/** Lines that are drawn at first; more when asked for, so that a site with thousands stays quick. */
const DRAWN = 200;

const COLUMNS = [
  ['page', 'overview.column.page'],
  ['space', 'overview.column.space'],
  ['high', 'overview.column.high'],
  ['medium', 'overview.column.medium'],
  ['low', 'overview.column.low'],
  ['overdue', 'overview.column.overdue'],
  ['lastReview', 'overview.column.last-review'],
] as const satisfies readonly (readonly [SortKey, MessageId])[];

/** Sorted downwards first; and those of them whose figures stand at the end of their column. */
const NUMBERS: ReadonlySet<SortKey> = new Set(['high', 'medium', 'low', 'overdue']);
const AT_END: ReadonlySet<SortKey> = new Set(['high', 'medium', 'low']);

function lastReviewWords({ say, day }: OverviewWords, { lastReviewOn }: Line, today: CalendarDate): string {
  return lastReviewOn === null ? say('overview.never-reviewed') : day(lastReviewOn, today);
}

/** The registers, each with what needs somebody. */
export function RegisterTable({
  lines,
  scale,
  spaces,
  people,
  today,
  choice,
  onChange,
}: {
  /** In the order of need. */
  readonly lines: readonly Line[];
  /** Of the common heat map. */
  readonly scale: Scale;
  /** Names of spaces by id; null on the page of one space. */
  readonly spaces: ReadonlyMap<string, string> | null;
  readonly people: People;
  readonly today: CalendarDate;
  readonly choice: Choice;
  readonly onChange: (part: Partial<Choice>) => void;
}) {
  const words = useOverviewWords();
  const { say, number, locale } = words;
  const [sort, setSort] = useState<Sort>(BY_NEED);
  const [drawn, setDrawn] = useState(DRAWN);
  const chosen = useMemo(() => chosenLines(lines, choice, { scale, locale }), [lines, choice, scale, locale]);
  const sorted = useMemo(
    () => sortLines(chosen, sort, { spaces: spaces ?? new Map(), locale }),
    [chosen, sort, spaces, locale],
  );
  const columns = COLUMNS.filter(([key]) => key !== 'space' || spaces !== null);
  const more = sorted.length - drawn;

  const head = ([key, message]: (typeof COLUMNS)[number]) => {
    const isSorted = sort.key === key;
    return (
      <th
        key={key}
        scope="col"
        className={`registers__${key}${AT_END.has(key) ? ' figures__number' : ''}`}
        aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined}
      >
        <button
          type="button"
          className="registers__sort"
          onClick={() => {
            setSort({ key, isDown: isSorted ? !sort.isDown : NUMBERS.has(key) });
          }}
        >
          {say(message)}
          {isSorted && (
            <svg className="registers__arrow" viewBox="0 0 8 8" aria-hidden="true">
              <path d={sort.isDown ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} />
            </svg>
          )}
        </button>
      </th>
    );
  };

  const row = (line: Line) => {
    const { registerId, page, levels, overdue, daysOverdue } = line;
    const space = spaces?.get(page.spaceId);
    const lastReview = lastReviewWords(words, line, today);
    return (
      <tr key={registerId}>
        <th scope="row" className="registers__page">
          <PageLink path={page.path}>{page.title}</PageLink>
          {/* Said here where there is no room for columns of their own. */}
          <span className="registers__beside">
            {space !== undefined && `${space} · `}
            {say('overview.reviewed-on', { date: lastReview })}
          </span>
        </th>
        {spaces !== null && <td className="registers__space">{space}</td>}
        <td className={levels.high > 0 ? 'figures__number registers__is-high' : 'figures__number'}>
          {number(levels.high)}
        </td>
        <td className="figures__number">{number(levels.medium)}</td>
        <td className="figures__number">{number(levels.low)}</td>
        <td className="registers__overdue">
          <span className="registers__count">{number(overdue)}</span>
          {overdue > 0 && (
            <span className="registers__days"> {say('overview.by-days', { days: daysOverdue })}</span>
          )}
        </td>
        <td className="registers__lastReview">{lastReview}</td>
      </tr>
    );
  };

  return (
    <section className="panel" aria-labelledby="overview-registers">
      <h2 id="overview-registers" className="panel__title">
        {say('overview.registers')}
      </h2>
      <TableFilters
        choice={choice}
        scale={scale}
        ownerName={choice.owner && ownerName(words, choice.owner.id, people)}
        onChange={onChange}
      />
      <p className="registers__found" role="status">
        {say('overview.found', { shown: sorted.length, all: lines.length })}
      </p>
      {sorted.length === 0 ? (
        <div className="registers__nothing">
          <p>{say('overview.none-chosen')}</p>
          <Button
            spacing="compact"
            onClick={(event) => {
              // The button goes with what it says.
              event.currentTarget.closest('section')?.querySelector('input')?.focus();
              onChange(EVERYTHING);
            }}
          >
            {say('overview.show-all')}
          </Button>
        </div>
      ) : (
        <table className="figures registers" aria-labelledby="overview-registers">
          <thead>
            <tr>{columns.map(head)}</tr>
          </thead>
          <tbody>{sorted.slice(0, drawn).map(row)}</tbody>
        </table>
      )}
      {more > 0 && (
        <div className="panel__more">
          <Button
            spacing="compact"
            onClick={() => {
              setDrawn(drawn + DRAWN);
            }}
          >
            {say('overview.more', { count: Math.min(more, DRAWN) })}
          </Button>
        </div>
      )}
    </section>
  );
}
