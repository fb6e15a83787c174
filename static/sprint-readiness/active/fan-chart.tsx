import { useId, useRef } from 'react';

import { scaleLinear } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';

import { useWidth } from '../../ui/use-width';
import { useWords, type Unit } from '../../ui/words';
import type { FollowUp } from '../state/opened';

import '../parts/figures.css';
import './fan-chart.css';

type Fan = NonNullable<FollowUp['fan']>;
type Course = FollowUp['course'];

const ASSUMED_WIDTH = 720;
const HEIGHT = 220;
const SIDE = { top: 12, right: 12, bottom: 26, left: 34 };

/** Delivered by a share of the time: the last step before it. */
function deliveredBy(course: Course, at: number): number {
  return course.findLast((step) => step.at <= at)?.amount ?? 0;
}

/** A course of steps as the corners of a staircase. */
function staircase(course: Course): Course {
  return course.flatMap((step, index) => {
    const last = course[index - 1];
    return last === undefined ? [step] : [{ at: step.at, amount: last.amount }, step];
  });
}

/** The same as a table, for those who do not see the picture, and for exact figures. */
function FanTable({
  fan,
  course,
  elapsed,
  unit,
}: {
  readonly fan: Fan;
  readonly course: Course;
  readonly elapsed: number;
  readonly unit: Unit;
}) {
  const { say, percent, range, amount } = useWords();
  return (
    <details className="sprint-fan__details">
      <summary>{say('sprint.fan.as-table')}</summary>
      <table className="sprint-figures">
        <thead>
          <tr>
            <th scope="col">{say('sprint.fan.time')}</th>
            <th scope="col">{say('sprint.fan.usual')}</th>
            <th scope="col">{say('sprint.fan.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {fan.map(({ at, p15, p85 }) => (
            <tr key={at}>
              <th scope="row">{percent(at)}</th>
              <td>{range(unit, p15, p85)}</td>
              <td>{at <= elapsed ? amount(unit, deliveredBy(course, at)) : say('sprint.fan.to-come')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What is delivered so far, over what was usually delivered by then. */
export function FanChart({
  fan,
  course,
  elapsed,
  planned,
  unit,
  label,
  caption,
}: {
  readonly fan: Fan;
  readonly course: Course;
  readonly elapsed: number;
  /** What the sprint started with. */
  readonly planned: number;
  readonly unit: Unit;
  readonly label: string;
  readonly caption: string;
}) {
  const { number, percent, say, amount } = useWords();
  const figure = useRef<HTMLElement>(null);
  const captionId = useId();
  const width = useWidth(figure, ASSUMED_WIDTH);
  const most = Math.max(1, planned, ...fan.map(({ p85 }) => p85), ...course.map((step) => step.amount));
  const x = scaleLinear<number>({ domain: [0, 1], range: [SIDE.left, width - SIDE.right] });
  const y = scaleLinear<number>({ domain: [0, most * 1.05], range: [HEIGHT - SIDE.bottom, SIDE.top] });
  const ticks = y.ticks(5).filter((tick) => unit === 'points' || Number.isInteger(tick));
  return (
    <figure ref={figure} className="sprint-fan">
      <svg
        className="sprint-fan__svg"
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={label}
        aria-describedby={captionId}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className="sprint-fan__grid"
              x1={SIDE.left}
              x2={width - SIDE.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className="sprint-fan__tick" x={SIDE.left - 6} y={y(tick) + 4} textAnchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <text
            key={tick}
            className="sprint-fan__tick"
            x={x(tick)}
            y={HEIGHT - 8}
            textAnchor={tick === 1 ? 'end' : tick === 0 ? 'start' : 'middle'}
          >
            {percent(tick)}
          </text>
        ))}
        <Area
          className="sprint-fan__likely"
          data={[...fan]}
          x={({ at }) => x(at)}
          y0={({ p15 }) => y(p15)}
          y1={({ p85 }) => y(p85)}
        />
        <LinePath
          className="sprint-fan__middle"
          data={[...fan]}
          x={({ at }) => x(at)}
          y={({ p50 }) => y(p50)}
          fill="none"
        />
        <line
          className="sprint-fan__planned"
          x1={SIDE.left}
          x2={width - SIDE.right}
          y1={y(planned)}
          y2={y(planned)}
        />
        <text className="sprint-fan__label" x={width - SIDE.right} y={y(planned) - 5} textAnchor="end">
          {say('sprint.fan.planned', { planned: amount(unit, planned) })}
        </text>
        <LinePath
          className="sprint-fan__course"
          data={[...staircase(course)]}
          x={({ at }) => x(at)}
          y={(step) => y(step.amount)}
          fill="none"
        />
        <circle className="sprint-fan__now" cx={x(elapsed)} cy={y(course.at(-1)?.amount ?? 0)} r={5} />
      </svg>
      <figcaption id={captionId} className="sprint-fan__caption">
        {caption}
      </figcaption>
      <FanTable fan={fan} course={course} elapsed={elapsed} unit={unit} />
    </figure>
  );
}
