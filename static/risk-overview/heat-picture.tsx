import type { CountedCell, RollUp } from '#src/domain/risk/roll-up';
import { isSameCell, type Cell } from '#src/domain/risk/rating';

import type { Choice } from './state/arrange';
import { useOverviewWords } from './words';
import './heat-picture.css';

/** How many risks stand where, over all registers. A place that holds some narrows the table to their registers. */
export function HeatPicture({
  picture,
  isMixed,
  chosen,
  onChoose,
}: {
  readonly picture: RollUp;
  /** Whether some registers have three steps and others five. */
  readonly isMixed: boolean;
  readonly chosen: Cell | null;
  readonly onChoose: (part: Pick<Choice, 'cell'>) => void;
}) {
  const words = useOverviewWords();
  const { say } = words;
  const { cells, scale } = picture;

  const place = ({ probability, impact, level, count }: CountedCell) => {
    const cell = { probability, impact };
    const isChosen = chosen !== null && isSameCell(chosen, cell);
    const letter = (
      <span className="picture__level" aria-hidden="true">
        {say('overview.level-letter', { level })}
      </span>
    );
    return (
      <td key={impact} className={`picture__cell picture__cell--${level}`}>
        {count === 0 ? (
          <span className="picture__none">
            {letter}
            <span aria-hidden="true">·</span>
            <span className="for-readers">{say('overview.heat.count', { count, level })}</span>
          </span>
        ) : (
          <button
            type="button"
            className="picture__count"
            aria-pressed={isChosen}
            onClick={() => {
              onChoose({ cell: isChosen ? null : cell });
            }}
          >
            {letter}
            <span aria-hidden="true">{words.number(count)}</span>
            <span className="for-readers">{say('overview.heat.count', { count, level })}</span>
          </button>
        )}
      </td>
    );
  };

  return (
    <section className="panel" aria-labelledby="overview-heat">
      <h2 id="overview-heat" className="panel__title">
        {say('overview.heat.title')}
      </h2>
      <table className={`picture picture--${scale}`}>
        <caption className="for-readers">{say('overview.heat.caption')}</caption>
        <tbody>
          {cells.map((row, index) => (
            <tr key={row[0]?.probability}>
              <th scope="row" className="picture__row">
                {index === 0 && <span className="picture__axis">{say('overview.heat.probability')}</span>}
                {words.step(row[0]?.probability ?? 1, scale)}
              </th>
              {row.map(place)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {(cells[0] ?? []).map(({ impact }, index, all) => (
              <th key={impact} scope="col" className="picture__column">
                {words.step(impact, scale)}
                {index === all.length - 1 && (
                  <span className="picture__axis">{say('overview.heat.impact')}</span>
                )}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      {isMixed && <p className="panel__note">{say('overview.heat.mixed')}</p>}
    </section>
  );
}
