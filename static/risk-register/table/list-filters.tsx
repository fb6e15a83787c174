import { LEVELS, type Level } from '#src/domain/risk/level';
import type { StateKind } from '#src/domain/risk/risk';

import { useDesk } from '../desk';
import { Chooser, type Choice } from '../parts/chooser';
import { useRiskWords } from '../words/risk-words';

import {
  categoryKeyOf,
  categoryOf,
  isListed,
  isNeedy,
  NOBODY,
  type GroupBy,
  type ListFilter,
  type Row,
} from './arrange';
import { useListView } from './list-view';

const STATES: readonly (StateKind | 'all')[] = [
  'open',
  'mitigating',
  'accepted',
  'happened',
  'closed',
  'all',
];

/** Narrows the list, and groups it. Choices that would list nothing are not offered. */
export function ListFilters({ rows }: { readonly rows: readonly Row[] }) {
  const words = useRiskWords();
  const { say } = words;
  const { register, readOnly } = useDesk();
  const { arrangement, filterBy, arrangeBy } = useListView();
  const { filter, group } = arrangement;
  const { scale } = register;

  /** How many rows each value of one part would list. */
  const counted = (part: keyof ListFilter, valueOf: (row: Row) => string) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      if (!isListed(row, filter, scale, part)) continue;
      const value = valueOf(row);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  const choicesOf = (
    counts: ReadonlyMap<string, number>,
    all: string,
    nameOf: (value: string) => string,
    chosen: string | null,
  ): readonly Choice[] => {
    const values = [...new Set([...counts.keys(), ...(chosen === null ? [] : [chosen])])];
    return [
      { value: '', label: all },
      ...values
        .map((value) => ({ value, name: nameOf(value) }))
        .sort((a, b) => a.name.localeCompare(b.name, words.locale))
        .map(({ value, name }) => ({
          value,
          label: say('risk.list.choice', { name, count: counts.get(value) ?? 0 }),
        })),
    ];
  };
  const levels = counted('level', ({ level }) => level);
  const states = counted('state', ({ risk }) => risk.state.kind);
  const needy = rows.filter((row) => isListed(row, filter, scale, 'isNeedy') && isNeedy(row)).length;

  return (
    <div className="filters" role="group" aria-label={say('risk.list.filters')}>
      <div className="filters__line">
        <div className="filters__search">
          <input
            type="search"
            className="field__input"
            aria-label={say('risk.list.search')}
            placeholder={say('risk.list.search')}
            value={filter.text}
            onChange={(event) => {
              filterBy({ text: event.target.value });
            }}
          />
        </div>
        <label className="filters__only">
          <input
            type="checkbox"
            checked={filter.isNeedy}
            onChange={(event) => {
              filterBy({ isNeedy: event.target.checked });
            }}
          />
          {say('risk.list.needs-you', { count: needy, who: readOnly === null ? 'you' : 'somebody' })}
        </label>
      </div>
      <Chooser
        label={say('risk.field.owner')}
        value={filter.owner ?? ''}
        isChosen={filter.owner !== null}
        choices={choicesOf(
          counted('owner', ({ risk }) => risk.ownerId ?? NOBODY),
          say('risk.list.everybody'),
          (value) => words.person(value === NOBODY ? null : value),
          filter.owner,
        )}
        onChoose={(value) => {
          filterBy({ owner: value === '' ? null : value });
        }}
      />
      <Chooser
        label={say('risk.field.category')}
        value={filter.categoryId ?? ''}
        isChosen={filter.categoryId !== null}
        choices={choicesOf(
          counted('categoryId', ({ risk }) => categoryKeyOf(risk)),
          say('risk.list.every-category'),
          (key) => words.category(categoryOf(key)),
          filter.categoryId,
        )}
        onChoose={(value) => {
          filterBy({ categoryId: value === '' ? null : value });
        }}
      />
      <Chooser
        label={say('risk.field.level')}
        value={filter.level ?? ''}
        isChosen={filter.level !== null}
        choices={[
          { value: '', label: say('risk.list.every-level') },
          ...LEVELS.filter((level) => levels.has(level) || filter.level === level).map((level) => ({
            value: level,
            label: say('risk.list.choice', { name: words.level(level), count: levels.get(level) ?? 0 }),
          })),
        ]}
        onChoose={(value) => {
          filterBy({ level: value === '' ? null : (value as Level) });
        }}
      />
      <Chooser
        label={say('risk.field.state')}
        value={filter.state}
        isChosen={filter.state !== 'live'}
        choices={[
          { value: 'live', label: say('risk.list.live') },
          ...STATES.filter((state) => state === 'all' || states.has(state) || filter.state === state).map(
            (state) => ({
              value: state,
              label:
                state === 'all'
                  ? say('risk.list.every-state')
                  : say('risk.list.choice', { name: words.state(state), count: states.get(state) ?? 0 }),
            }),
          ),
        ]}
        onChoose={(value) => {
          filterBy({ state: value as ListFilter['state'] });
        }}
      />
      <Chooser
        label={say('risk.list.group')}
        value={group}
        isChosen={group !== 'none'}
        choices={[
          { value: 'none', label: say('risk.list.group-none') },
          { value: 'owner', label: say('risk.field.owner') },
          { value: 'category', label: say('risk.field.category') },
        ]}
        onChoose={(value) => {
          arrangeBy({ group: value as GroupBy });
        }}
      />
    </div>
  );
}
