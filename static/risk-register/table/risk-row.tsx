import { memo } from 'react';

import type { AssessedRisk } from '#src/domain/risk/assess-register';
import { daysBetween } from '#src/domain/risk/calendar';
import type { RiskCheckId } from '#src/domain/risk/finding';
import type { Level } from '#src/domain/risk/level';
import type { Risk } from '#src/domain/risk/risk';

import { Lozenge, type Tone } from '../../ui/lozenge';

import type { useChange } from '../change-log';
import type { View } from '../nav';
import { Menu } from '../parts/menu';
import type { Mitigation } from '../state/opened';
import { stateWords } from '../words/event-words';
import { findingLabel, findingWords } from '../words/finding-words';
import type { RiskWords } from '../words/risk-words';

import { InlineEdit } from './inline-edit';
import { MitigationCell } from './mitigation-cell';

export const LEVEL_TONES = { high: 'danger', medium: 'warning', low: 'success' } satisfies Record<
  Level,
  Tone
>;

const SEVERITY_TONES = { critical: 'danger', warn: 'warning', info: 'neutral' } as const;

/** Beside which field each check shows; those of the mitigation cell are its own. */
const BESIDE: Readonly<Partial<Record<RiskCheckId, 'statement' | 'owner' | 'due'>>> = {
  'no-owner': 'owner',
  'review-overdue': 'due',
  'rubber-stamp': 'due',
  'near-certain': 'statement',
  'vague-statement': 'statement',
  'duplicate-risk': 'statement',
};

/** What checks say beside one field. */
export function Labels({
  words,
  assessed,
  beside,
}: {
  readonly words: RiskWords;
  readonly assessed: AssessedRisk | null;
  readonly beside: 'statement' | 'owner' | 'due';
}) {
  const found = assessed?.findings.filter(({ check }) => BESIDE[check] === beside) ?? [];
  return (
    <>
      {found.map((finding) => (
        <span key={finding.check} title={findingWords(words, finding)}>
          {' '}
          <Lozenge tone={SEVERITY_TONES[finding.severity]}>{findingLabel(words, finding)}</Lozenge>
        </span>
      ))}
    </>
  );
}

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

/** When a review is due, seen from today. */
export function dueWords(words: RiskWords, on: string): string {
  const days = daysBetween(words.today, on);
  return days < 0 ? words.say('risk.label.review-overdue', { days: -days }) : words.say('risk.due', { days });
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
        <Labels words={words} assessed={assessed} beside="statement" />
        {statement !== null && <p className="risks__guided">{statement}</p>}
        <div className="risks__meta">
          <InlineEdit {...edit} field="categoryId" /> <span aria-hidden="true">·</span>{' '}
          <InlineEdit {...edit} field="state" shown={stateWords(words, risk.state)} />
        </div>
      </td>
      <td role="cell" className="risks__level" data-label={say('risk.field.level')}>
        <InlineEdit
          {...edit}
          field="exposure"
          shown={<Lozenge tone={isOver ? 'neutral' : LEVEL_TONES[level]}>{words.level(level)}</Lozenge>}
        />
        {assessed !== null && (
          <p
            className="risks__rank"
            title={
              ties > 1
                ? say('risk.rank.tied', { rank: assessed.rank, others: ties - 1 })
                : say('risk.rank.alone', { rank: assessed.rank })
            }
          >
            <span aria-hidden="true">
              {say('risk.rank.short', { rank: assessed.rank, tied: ties > 1 ? 'yes' : 'no' })}
            </span>
            <span className="for-readers">
              {ties > 1
                ? say('risk.rank.tied', { rank: assessed.rank, others: ties - 1 })
                : say('risk.rank.alone', { rank: assessed.rank })}
            </span>
          </p>
        )}
      </td>
      <td role="cell" className="risks__mitigation" data-label={say('risk.column.mitigation')}>
        <MitigationCell risk={risk} assessed={assessed} words={words} mitigations={mitigations} />
      </td>
      <td role="cell" className="risks__owner" data-label={say('risk.field.owner')}>
        <InlineEdit {...edit} field="ownerId" />
        <Labels words={words} assessed={assessed} beside="owner" />
      </td>
      <td role="cell" className="risks__due" data-label={say('risk.column.due')}>
        {assessed === null ? (
          <span className="muted">{say('risk.due-none')}</span>
        ) : (
          <>
            {assessed.due.daysOverdue === 0 && dueWords(words, assessed.due.on)}
            <Labels words={words} assessed={assessed} beside="due" />
            {assessed.due.daysOverdue > 0 &&
              !assessed.findings.some(({ check }) => check === 'review-overdue') &&
              dueWords(words, assessed.due.on)}
          </>
        )}
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
