import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { Docked } from '../dock';
import { useNav } from '../nav';
import { useRiskWords } from '../words/risk-words';

import { arrange, categoryOf, EVERYTHING_LIVE, NOBODY, rowsOf, type SortBy } from './arrange';
import { ListFilters } from './list-filters';
import { COLUMNS, ListHead } from './list-head';
import { NothingListed } from './nothing-listed';
import { useListView } from './list-view';
import { RiskRow } from './risk-row';
import './list.css';
import './table.css';
import './cards.css';
import './inline-edit.css';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar')).BulkBar }));

/** All risks in a table. Plain markup: 500 rows are drawn at once. */
export function RiskList() {
  const words = useRiskWords();
  const { say, locale } = words;
  const { risks, assessed, register, readOnly, mitigations } = useDesk();
  const { arrangement, arrangeBy, filterBy, heading } = useListView();
  const { change } = useChange();
  const { view, go } = useNav();
  const isInFront = view.kind === 'register';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  const { filter, sort, group } = arrangement;
  const { scale } = register;
  const canChange = readOnly === null;

  const rows = useMemo(() => rowsOf(risks, assessed, scale), [risks, assessed, scale]);
  const groups = useMemo(() => {
    const collator = new Intl.Collator(locale);
    return arrange(rows, arrangement, scale, {
      owner: words.person,
      category: words.category,
      compare: (one, other) => collator.compare(one, other),
    });
  }, [rows, arrangement, scale, words, locale]);
  const shown = groups.flatMap(({ rows: some }) => some);
  const ties = useMemo(() => {
    const counts = new Map<number, number>();
    for (const { rank } of assessed.values()) counts.set(rank, (counts.get(rank) ?? 0) + 1);
    return counts;
  }, [assessed]);
  const chosen = shown.filter(({ risk }) => selected.has(risk.id));

  const select = useCallback((riskId: string, isOn: boolean) => {
    setSelected((last) => {
      const next = new Set(last);
      if (isOn) next.add(riskId);
      else next.delete(riskId);
      return next;
    });
  }, []);
  const sortBy = (by: SortBy) => {
    arrangeBy({ sort: { by, isReversed: sort.by === by && !sort.isReversed } });
  };
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING_LIVE);
  const selection = chosen.length === 0 ? 'none' : chosen.length < shown.length ? 'some' : 'all';
  const span = COLUMNS.length + (canChange ? 2 : 1);

  return (
    <section className="list" aria-labelledby="risk-list-title">
      <h2 id="risk-list-title" ref={heading} tabIndex={-1} className="list__title">
        {say('risk.list.title', { shown: shown.length, all: risks.length })}
      </h2>
      <ListFilters rows={rows} />
      {filter.cell !== null && (
        <p className="list__note">
          {say('risk.list.in-cell', {
            probability: words.stepOf(filter.cell.probability),
            impact: words.stepOf(filter.cell.impact),
          })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              filterBy({ cell: null });
              heading.current?.focus();
            }}
          >
            {say('risk.list.whole')}
          </button>
        </p>
      )}
      <p className="for-readers" role="status">
        {chosen.length > 0 && say('risk.bulk.title', { count: chosen.length })}
        {chosen.length === 0 &&
          isFiltered &&
          say('risk.list.title', { shown: shown.length, all: risks.length })}
      </p>
      {isInFront && chosen.length > 0 && (
        <Docked>
          <Suspense fallback={<div className="bulk" aria-busy="true" />}>
            <BulkBar
              chosen={chosen.map(({ risk }) => risk)}
              onDone={(left) => {
                setSelected(new Set(left));
                if (left.length === 0) heading.current?.focus();
              }}
            />
          </Suspense>
        </Docked>
      )}
      {shown.length === 0 ? (
        <NothingListed isFiltered={isFiltered} />
      ) : (
        <table ref={table} className="risks" role="table" aria-labelledby="risk-list-title">
          <ListHead
            sort={sort}
            onSort={sortBy}
            selection={canChange ? selection : null}
            onSelectAll={(isOn) => {
              setSelected(new Set(isOn ? shown.map(({ risk }) => risk.id) : []));
            }}
          />
          {groups.map(({ key, rows: some }) => (
            <tbody key={key} role="rowgroup">
              {group !== 'none' && (
                <tr role="row" className="risks__group">
                  <th scope="rowgroup" role="rowheader" colSpan={span}>
                    {group === 'owner'
                      ? words.person(key === NOBODY ? null : key)
                      : words.category(categoryOf(key))}{' '}
                    <span className="risks__count">
                      {say('risk.list.group-count', { count: some.length })}
                    </span>
                  </th>
                </tr>
              )}
              {some.map(({ risk, level, assessed: facts }) => (
                <RiskRow
                  key={risk.id}
                  risk={risk}
                  level={level}
                  assessed={facts}
                  ties={facts === null ? 0 : (ties.get(facts.rank) ?? 1)}
                  words={words}
                  mitigations={mitigations}
                  canChange={canChange}
                  isSelected={selected.has(risk.id)}
                  onSelect={select}
                  change={change}
                  go={go}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  );
}
