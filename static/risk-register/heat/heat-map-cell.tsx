import type { HeatCell } from '#src/domain/risk/heat-map';
import { cellOf, isSameCell } from '#src/domain/risk/rating';

import { useDesk } from '../desk';
import { useNav } from '../nav';
import { useListView } from '../table/list-view';
import { useRiskWords } from '../words/risk-words';

import { Chip } from './chip';
import { placeWords } from './place-words';
import type { Carrying } from './use-carrying';

/** Chips in a cell before the rest is counted. */
const CHIPS = { 3: 9, 5: 4 } as const;

/** A cell of the heat map, with the risks that stand there. */
export function HeatMapCell({
  cell: { probability, impact, level, riskIds },
  carrying,
  stop,
  hintId,
}: {
  readonly cell: HeatCell;
  readonly carrying: Carrying;
  /** The one chip that the Tab key comes to; null on an empty map. */
  readonly stop: string | null;
  readonly hintId: string;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { register, byId, readOnly } = useDesk();
  const { go } = useNav();
  const { showCell } = useListView();
  const { carry, pointer } = carrying;
  const { scale } = register;
  const canMove = readOnly === null;
  const place = { probability, impact };
  const most = CHIPS[scale];
  const shown = riskIds.length > most ? riskIds.slice(0, most - 1) : riskIds;
  const more = riskIds.length - shown.length;
  const isTarget = carry !== null && isSameCell(carry.over, place);
  return (
    <td
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
              hintId={hintId}
              shift={pointer.carry?.riskId === riskId ? pointer.shift : null}
              onFocus={() => {
                carrying.onFocus(riskId);
              }}
              onBlur={carrying.onBlur}
              onPress={(event) => {
                if (canMove) pointer.press(event, riskId, cellOf(risk, scale));
              }}
              onOpen={() => {
                if (!pointer.wasDrag()) go({ kind: 'risk', riskId });
              }}
              onKeyDown={(event) => {
                carrying.onKeyDown(event, riskId, place);
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
            <span className="for-readers"> {placeWords(words, place, scale)}</span>
          </button>
        )}
      </div>
    </td>
  );
}
