import { LEVELS, type Level } from '#src/domain/risk/level';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type { TrendPoint } from '#src/domain/risk/trend';

import { useOverviewWords, type OverviewWords } from './words';
import './trend.css';

const HEIGHT = 40;
const STEP = 10;
const BAR = 7;

/** How a level went from the first week to the last, in words. */
function trendWords({ say, level: name }: OverviewWords, level: Level, counts: readonly number[]): string {
  const [first = 0, last = 0] = [counts[0], counts.at(-1)];
  return say('overview.trend.line', {
    level: name(level),
    first,
    last,
    most: Math.max(0, ...counts),
    moves: new Set(counts).size > 1 ? 'yes' : 'no',
  });
}

/** A bar for each week, the last at the end of the line of reading. The words beside it say the same. */
function Bars({ level, counts }: { readonly level: Level; readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  const width = counts.length * STEP;
  return (
    <svg
      className={`trend__bars trend__bars--${level}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      style={{ maxWidth: `${counts.length * 2}rem` }}
      aria-hidden="true"
    >
      {counts.map((count, index) => {
        // A week with one risk must not look like a week with none.
        const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);
        return (
          <rect
            key={index}
            className={count === 0 ? 'trend__nothing' : 'trend__bar'}
            x={index * STEP}
            y={HEIGHT - height}
            width={BAR}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** Live risks by level at the end of each week, and the same as a table of figures. */
export function Trend({
  points,
  today,
}: {
  readonly points: readonly TrendPoint[];
  readonly today: CalendarDate;
}) {
  const words = useOverviewWords();
  const { say } = words;
  const [first] = points;
  return (
    <section className="panel" aria-labelledby="overview-trend">
      <h2 id="overview-trend" className="panel__title">
        {say('overview.trend.title')}
      </h2>
      {first === undefined || points.length < 2 ? (
        <p className="panel__note">{say('overview.trend.too-little')}</p>
      ) : (
        <>
          <ul className="trend">
            {LEVELS.map((level) => {
              const counts = points.map(({ levels }) => levels[level]);
              return (
                <li key={level} className="trend__level">
                  <Bars level={level} counts={counts} />
                  <span className="trend__words">{trendWords(words, level, counts)}</span>
                </li>
              );
            })}
          </ul>
          <p className="panel__note">
            {say('overview.trend.scale', { from: words.day(first.week, today), weeks: points.length })}
          </p>
          <details className="trend__figures">
            <summary>{say('overview.trend.figures')}</summary>
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{say('overview.trend.week')}</th>
                  {LEVELS.map((level) => (
                    <th key={level} scope="col" className="figures__number">
                      {words.level(level)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {points.toReversed().map(({ week, levels }) => (
                  <tr key={week}>
                    <th scope="row">{words.day(week, today)}</th>
                    {LEVELS.map((level) => (
                      <td key={level} className="figures__number">
                        {words.number(levels[level])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
