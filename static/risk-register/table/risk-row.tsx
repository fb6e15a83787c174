import { memo } from 'react';

import type { AssessedRisk } from '#src/domain/risk/assess-register';
import type { Level } from '#src/domain/risk/level';
import type { Risk } from '#src/domain/risk/risk';

import type { useChange } from '../change-log';
import type { View } from '../nav';
import { LevelLozenge } from '../parts/level-lozenge';
import { Menu } from '../parts/menu';
import type { Mitigation } from '../state/opened';
import { stateWords } from '../words/event-words';
import type { RiskWords } from '../words/risk-words';

import { CheckLabels } from './check-labels';
import { DueCell } from './due-cell';
import { InlineEdit } from './inline-edit';
import { MitigationCell } from './mitigation-cell';
import { Rank } from './rank';

function statementOf(words: RiskWords, { cause, event, effect }: Risk): string | null {
  if (cause === null && event === null && effect === null) return null;
  return words.say('risk.statement', {
    cause: cause ?? '',
    event: event ?? '',
    effect: effect ?? '',
    hasCause: cause === null ? 'no' : 'yes',
    hasEvent: event === null ? 'no' : 'yes',
    hasEffect: effect === null ? 'no' : 'yes',
  });
}

/** One risk of the list. Everything that it draws comes in, so that one change draws one row. */
export const RiskRow = memo(function RiskRow({
  risk,
  level,
  assessed,
  ties,
  words,
  mitigations,
  canChange,
  isSelected,
  onSelect,
  change,
  go,
}: {
  readonly risk: Risk;
  readonly level: Level;
  readonly assessed: AssessedRisk | null;
  /** How many risks share its rank, itself included; 0 for one that is over. */
  readonly ties: number;
  readonly words: RiskWords;
  readonly mitigations: ReadonlyMap<string, Mitigation> | null;
  readonly canChange: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (riskId: string, isOn: boolean) => void;
  readonly change: ReturnType<typeof useChange>['change'];
  readonly go: (view: View) => void;
}) {
  const { say } = words;
  const key = words.key(risk.id);
  const statement = statementOf(words, risk);
  const isOver = assessed === null;
  const edit = { risk, words, canChange, change };
  const open = () => {
    go({ kind: 'risk', riskId: risk.id });
  };
  return (
    <tr role="row" className={`risks__row${isSelected ? ' risks__row--selected' : ''}`}>
      {canChange && (
        <td role="cell" className="risks__select">
          <input
            type="checkbox"
            aria-label={say('risk.list.select', { risk: key })}
            checked={isSelected}
            onChange={(event) => {
              onSelect(risk.id, event.target.checked);
            }}
          />
        </td>
      )}
      <th role="rowheader" scope="row" className="risks__number">
        <button type="button" className="risk-key link-button" data-focus={`row-${risk.id}`} onClick={open}>
          {key}
        </button>
      </th>
      <td role="cell" className="risks__statement">
        <InlineEdit {...edit} field="title" />
        <CheckLabels words={words} assessed={assessed} beside="statement" />
        {statement !== null && <p className="risks__guided">{statement}</p>}
        <div className="risks__meta">
          <InlineEdit {...edit} field="categoryId" /> <span aria-hidden="true">·</span>{' '}
          <InlineEdit {...edit} field="state" shown={stateWords(words, risk.state)} />
        </div>
      </td>
      <td role="cell" className="risks__level" data-label={say('risk.field.level')}>
        <InlineEdit {...edit} field="exposure" shown={<LevelLozenge level={level} isOver={isOver} />} />
        {assessed !== null && <Rank rank={assessed.rank} ties={ties} words={words} />}
      </td>
      <td role="cell" className="risks__mitigation" data-label={say('risk.column.mitigation')}>
        <MitigationCell risk={risk} assessed={assessed} words={words} mitigations={mitigations} />
      </td>
      <td role="cell" className="risks__owner" data-label={say('risk.field.owner')}>
        <InlineEdit {...edit} field="ownerId" />
        <CheckLabels words={words} assessed={assessed} beside="owner" />
      </td>
      <td role="cell" className="risks__due" data-label={say('risk.column.due')}>
        <DueCell assessed={assessed} words={words} />
      </td>
      <td role="cell" className="risks__more">
        <Menu
          label={say('risk.row.menu', { risk: key })}
          focusKey={`menu-${risk.id}`}
          items={[
            { key: 'open', label: say(canChange ? 'risk.row.edit' : 'risk.row.open'), onSelect: open },
            {
              key: 'history',
              label: say('risk.row.history'),
              onSelect: () => {
                go({ kind: 'history', riskId: risk.id });
              },
            },
            ...(canChange
              ? [
                  {
                    key: 'delete',
                    label: say('risk.row.delete'),
                    onSelect: () => void change(risk, { kind: 'delete' }),
                  },
                ]
              : []),
          ]}
        />
      </td>
    </tr>
  );
});
