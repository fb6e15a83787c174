import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

import { moveTo, step, type HeatCell } from '#src/domain/risk/heat-map';
import { levelOf } from '#src/domain/risk/level';
import { cellOf, isSameCell, type Cell } from '#src/domain/risk/rating';

import { useChange, useLog } from '../change-log';
import { useDesk } from '../desk';
import { useNav } from '../nav';
import { useListView } from '../table/list-view';
import { useRiskWords } from '../words/risk-words';

import { Chip } from './chip';
import { usePointerCarry, type Carry } from './use-carry';

/** Chips in a cell before the rest is counted. */
const CHIPS = { 3: 9, 5: 4 } as const;

const ARROWS: Readonly<Record<string, readonly [keyof Cell, 1 | -1]>> = {
  ArrowUp: ['probability', 1],
  ArrowDown: ['probability', -1],
  ArrowRight: ['impact', 1],
  ArrowLeft: ['impact', -1],
};

/** Where the live risks stand. A chip is moved to another cell with the pointer, or with the keyboard. */
export function HeatMap() {
  const words = useRiskWords();
  const { say } = words;
  const { assessment, assessed, register, byId, readOnly } = useDesk();
  const { change } = useChange();
  const { announce } = useLog();
  const { go } = useNav();
  const { showCell } = useListView();
  const [held, setHeld] = useState<Carry | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const map = useRef<HTMLTableElement>(null);
  const hint = useId();
  const { scale } = register;
  const canMove = readOnly === null;

  const put = (riskId: string, cell: Cell) => {
    const risk = byId.get(riskId);
    const patch = risk && moveTo(risk, cell, scale);
    if (risk !== undefined && patch) void change(risk, { kind: 'edit', patch });
  };
  const pointer = usePointerCarry(put);
  const carry = pointer.carry ?? held;

  const placeWords = ({ probability, impact }: Cell) =>
    say('risk.heat.place', {
      probability: words.stepOf(probability),
      impact: words.stepOf(impact),
      level: levelOf(probability, impact, scale),
    });

  const chips = () => [...(map.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])];

  const onKeyDown = (event: KeyboardEvent, riskId: string, from: Cell) => {
    const risk = byId.get(riskId);
    if (risk === undefined) return;
    const isHeld = held?.riskId === riskId;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const arrow = ARROWS[event.key];
    if (isHeld && arrow !== undefined) {
      event.preventDefault();
      const [axis, by] = arrow;
      const turned = axis === 'impact' && isRtl ? ((by * -1) as 1 | -1) : by;
      const over = step(held.over, axis, turned, scale);
      setHeld({ ...held, over });
      announce(say('risk.heat.over', { place: placeWords(over) }));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!canMove) go({ kind: 'risk', riskId });
      else if (!isHeld) {
        setHeld({ riskId, from, over: from, by: 'keys' });
        announce(say('risk.heat.held', { risk: words.key(riskId), place: placeWords(from) }));
      } else {
        setHeld(null);
        if (isSameCell(held.over, from)) announce(say('risk.heat.put-back', { risk: words.key(riskId) }));
        else put(riskId, held.over);
      }
    } else if (event.key === 'Escape' && isHeld) {
      event.preventDefault();
      setHeld(null);
      announce(say('risk.heat.put-back', { risk: words.key(riskId) }));
    } else if (arrow !== undefined || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const all = chips();
      const at = all.findIndex((chip) => chip === document.activeElement);
      const isForth = event.key === 'ArrowDown' || event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight');
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : at + (isForth ? 1 : -1);
      all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
    }
  };

  // A chip that goes to another cell is another element: the focus has to follow it.
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (focused.current === null || (activeElement !== null && activeElement !== body)) return;
    const all = chips();
    (all.find((chip) => chip.dataset['chip'] === focused.current) ?? all[0])?.focus();
  });

  const first = assessment.heatMap.flat().flatMap(({ riskIds }) => riskIds)[0] ?? null;
  const stop = current !== null && assessed.has(current) ? current : first;

  const cell = ({ probability, impact, level, riskIds }: HeatCell) => {
    const place = { probability, impact };
    const most = CHIPS[scale];
    const shown = riskIds.length > most ? riskIds.slice(0, most - 1) : riskIds;
    const more = riskIds.length - shown.length;
    const isTarget = carry !== null && isSameCell(carry.over, place);
    return (
      <td
        key={impact}
        className={`heat__cell heat__cell--${level}${isTarget ? ' heat__cell--target' : ''}`}
        data-probability={probability}
        data-impact={impact}
      >
        <span className="heat__level" aria-hidden="true">
          {say('risk.heat.letter', { level })}
        </span>
        <span className="for-readers">{words.level(level)}</span>
        <div className="heat__chips">
          {shown.map((riskId) => {
            const risk = byId.get(riskId);
            if (risk === undefined) return null;
            return (
              <Chip
                key={riskId}
                risk={risk}
                isMovable={canMove}
                isHeld={carry?.riskId === riskId}
                isStop={riskId === stop}
                hintId={hint}
                shift={pointer.carry?.riskId === riskId ? pointer.shift : null}
                onFocus={() => {
                  focused.current = riskId;
                  setCurrent(riskId);
                }}
                onBlur={() => {
                  focused.current = null;
                  setHeld(null);
                }}
                onPress={(event) => {
                  if (canMove) pointer.press(event, riskId, cellOf(risk, scale));
                }}
                onOpen={() => {
                  if (!pointer.wasDrag()) go({ kind: 'risk', riskId });
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, riskId, place);
                }}
              />
            );
          })}
          {more > 0 && (
            <button
              type="button"
              className="heat__more"
              onClick={() => {
                showCell(place);
              }}
            >
              {say('risk.heat.more', { count: more })}
              <span className="for-readers"> {placeWords(place)}</span>
            </button>
          )}
        </div>
      </td>
    );
  };

  return (
    <div className={carry === null ? 'heat' : 'heat heat--carrying'}>
      <table ref={map} className={`heat__map heat__map--${scale}`}>
        <caption className="for-readers">{say('risk.heat.caption')}</caption>
        <colgroup>
          <col className="heat__labels" />
          <col span={scale} />
        </colgroup>
        <tbody>
          {assessment.heatMap.map((row, index) => (
            <tr key={row[0]?.probability}>
              <th scope="row" className="heat__row">
                {index === 0 && <span className="heat__axis">{say('risk.field.probability')}</span>}{' '}
                <span className={index === 0 ? undefined : 'heat__step'}>
                  {words.stepOf(row[0]?.probability ?? 1)}
                </span>
              </th>
              {row.map(cell)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {(assessment.heatMap[0] ?? []).map(({ impact }, index, all) => (
              <th key={impact} scope="col" className="heat__column">
                {index === all.length - 1
                  ? say('risk.heat.last-impact', { step: words.stepOf(impact) })
                  : words.stepOf(impact)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p id={hint} className="heat__hint">
        {say(canMove ? 'risk.heat.hint' : 'risk.heat.hint-read-only')}
      </p>
    </div>
  );
}
