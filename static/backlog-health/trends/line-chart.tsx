import { useId, useRef } from 'react';

import { Area, LinePath } from '@visx/shape';

import { SPRINTS_AHEAD } from '#src/domain/trend/story';
import { stretchesOf } from '#src/domain/trend/stretches';

import { useWidth } from '../../ui/use-width';
import { useWords, type Unit } from '../../ui/words';

import { HEIGHT, layoutOf, type Layout } from './chart-layout';
import { dayWords, scaleDay } from './day-words';
import { courseWords, NOTES, pointWords, TITLES } from './figure-words';
import type { Point, Series } from './series';
import { useCursor } from './use-cursor';

const ASSUMED_WIDTH = 480;

/** A weekend without anybody is no gap. */
const DAYS_BRIDGED = 2;

/** From here on points are drawn smaller. */
const MANY = 45;

function Grid({ layout }: { readonly layout: Layout }) {
  const words = useWords();
  return (
    <>
      {layout.levels.map((level) => (
        <g key={level}>
          <line
            className="chart__level"
            x1={layout.left}
            x2={layout.right}
            y1={layout.yOf(level)}
            y2={layout.yOf(level)}
          />
          <text className="chart__tick" x={layout.left - 8} y={layout.yOf(level) + 4} textAnchor="end">
            {words.number(level)}
          </text>
        </g>
      ))}
      {layout.dates.map((date) => (
        <text
          key={date.getTime()}
          className="chart__tick"
          x={layout.dateX(date)}
          y={HEIGHT - 6}
          textAnchor={layout.dateX(date) > layout.right - 24 ? 'end' : 'middle'}
        >
          {scaleDay(words, date)}
        </text>
      ))}
    </>
  );
}

/** The range of a day that stands alone: an area without width is not to be seen. */
function Whisker({ points, layout }: { readonly points: readonly Point[]; readonly layout: Layout }) {
  return points.map(({ day, value, upper }) =>
    upper === null ? null : (
      <line
        key={day}
        className="chart__whisker"
        x1={layout.xOf(day)}
        x2={layout.xOf(day)}
        y1={layout.yOf(value)}
        y2={layout.yOf(upper)}
      />
    ),
  );
}

function Lines({ points, layout }: { readonly points: readonly Point[]; readonly layout: Layout }) {
  const stretches = stretchesOf(points, DAYS_BRIDGED);
  return (
    <>
      {stretches.map((stretch) => (
        <g key={stretch[0]?.day}>
          {stretch.length === 1 && <Whisker points={stretch} layout={layout} />}
          <Area<Point>
            className="chart__range"
            data={[...stretch]}
            x={({ day }) => layout.xOf(day)}
            y0={({ value }) => layout.yOf(value)}
            y1={({ value, upper }) => layout.yOf(upper ?? value)}
          />
          <LinePath<Point>
            className="chart__line"
            data={[...stretch]}
            x={({ day }) => layout.xOf(day)}
            y={({ value }) => layout.yOf(value)}
          />
        </g>
      ))}
      {points.map(({ day, value }) => (
        <circle
          key={day}
          className="chart__point"
          cx={layout.xOf(day)}
          cy={layout.yOf(value)}
          r={points.length > MANY ? 2 : 3}
        />
      ))}
    </>
  );
}

/**
 * A figure by day. Days that nobody knows are gaps. The arrow keys go from day to day; what is drawn is also in words beside it, and in
 * the table.
 */
export function LineChart({
  series,
  span,
  unit,
  today,
}: {
  readonly series: Series;
  readonly span: readonly [string, string];
  readonly unit: Unit;
  readonly today: string;
}) {
  const words = useWords();
  const { say } = words;
  const { figure, points } = series;
  const frame = useRef<HTMLElement>(null);
  const title = useId();
  const course = useId();
  const note = useId();
  const layout = layoutOf(series, span, useWidth(frame, ASSUMED_WIDTH));
  const cursor = useCursor(points, layout);
  const read = points[cursor.index];
  const told = (point: Point) =>
    say('trends.on-day', {
      value: pointWords(words, figure, point, unit),
      day: dayWords(words, point.day, today),
    });
  return (
    <section ref={frame} className="chart" aria-labelledby={title}>
      <h3 id={title} className="chart__title">
        {say(TITLES[figure])}
      </h3>
      <p className="chart__read">{read === undefined ? say('trends.course-none') : told(read)}</p>
      {read !== undefined && (
        <div
          className="chart__plot"
          role="slider"
          tabIndex={0}
          aria-label={say('trends.by-day', { title: say(TITLES[figure]) })}
          aria-describedby={`${course} ${note}`}
          aria-valuemin={1}
          aria-valuemax={points.length}
          aria-valuenow={cursor.index + 1}
          aria-valuetext={told(read)}
          {...cursor.handlers}
        >
          <svg className="chart__svg" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
            <Grid layout={layout} />
            {figure === 'runway' && (
              <line
                className="chart__goal"
                x1={layout.left}
                x2={layout.right}
                y1={layout.yOf(SPRINTS_AHEAD)}
                y2={layout.yOf(SPRINTS_AHEAD)}
              />
            )}
            <Lines points={points} layout={layout} />
            {cursor.isChosen && (
              <g className="chart__cursor">
                <line x1={layout.xOf(read.day)} x2={layout.xOf(read.day)} y1={0} y2={layout.bottom} />
                <circle cx={layout.xOf(read.day)} cy={layout.yOf(read.value)} r={5} />
              </g>
            )}
          </svg>
        </div>
      )}
      <p id={course} className="trends__unseen">
        {courseWords(words, series, unit, today)}
      </p>
      <p id={note} className="chart__note">
        {say(NOTES[figure])}
      </p>
    </section>
  );
}
