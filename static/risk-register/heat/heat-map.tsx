import { useId, useRef } from 'react';

import { useDesk } from '../desk';
import { useRiskWords } from '../words/risk-words';

import { HeatMapCell } from './heat-map-cell';
import { useCarrying } from './use-carrying';

/** Where the live risks stand. A chip is moved to another cell with the pointer, or with the keyboard. */
export function HeatMap() {
  const words = useRiskWords();
  const { say } = words;
  const { assessment, assessed, register, readOnly } = useDesk();
  const map = useRef<HTMLTableElement>(null);
  const carrying = useCarrying(map);
  const hint = useId();
  const { scale } = register;
  const { carry, current } = carrying;
  const first = assessment.heatMap.flat().flatMap(({ riskIds }) => riskIds)[0] ?? null;
  const stop = current !== null && assessed.has(current) ? current : first;

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
              {row.map((cell) => (
                <HeatMapCell key={cell.impact} cell={cell} carrying={carrying} stop={stop} hintId={hint} />
              ))}
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
        {say(readOnly === null ? 'risk.heat.hint' : 'risk.heat.hint-read-only')}
      </p>
    </div>
  );
}
