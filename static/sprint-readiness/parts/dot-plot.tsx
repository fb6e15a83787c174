import { useId, useRef } from 'react';

import { scaleLinear } from '@visx/scale';

import { useWidth } from '../../ui/use-width';
import { useWords, type Unit } from '../../ui/words';

import { columnsOf } from './dot-columns';
import './dot-plot.css';

/** A line across the dots at an amount. */
export interface Mark {
  readonly at: number;
  readonly label: string;
  readonly kind: 'main' | 'minor';
}

const ASSUMED_WIDTH = 720;
const EDGE = 12;
/** Room for the two rows of labels over the dots. */
const HEAD = 46;
const ROW = 20;
const AXIS = 24;
const TICKS = 8;

/** So much room takes a label at most. */
const LABEL = 130;

/** A minor line lies left of the main one as a rule, and its label on its far side. */
function labelPlace(x: number, width: number, kind: Mark['kind']) {
  const isBefore = x > LABEL && (kind === 'minor' || x > width - LABEL);
  return isBefore ? { textAnchor: 'end' as const, dx: -6 } : { textAnchor: 'start' as const, dx: 6 };
}

/** Equally likely amounts as dots over a line of amounts (a quantile dot plot), with lines through them. */
export function DotPlot({
  dots,
  unit,
  filledFrom,
  marks,
  label,
  caption,
}: {
  readonly dots: readonly number[];
  readonly unit: Unit;
  /** Dots from here on are filled; null fills none. */
  readonly filledFrom: number | null;
  readonly marks: readonly Mark[];
  /** All that the picture says, in words. */
  readonly label: string;
  readonly caption: string;
}) {
  const { number } = useWords();
  const figure = useRef<HTMLElement>(null);
  const captionId = useId();
  const width = useWidth(figure, ASSUMED_WIDTH);
  const most = Math.max(1, ...dots, ...marks.map(({ at }) => at));
  const x = scaleLinear<number>({ domain: [0, most * 1.04], range: [EDGE, width - EDGE] });
  const { radius, placed, rows } = columnsOf(
    dots.map((dot) => ({ value: dot, x: x(dot) })),
    width,
  );
  const base = HEAD + Math.max(3, rows) * (2 * radius + 2);
  const ticks = x
    .ticks(Math.min(TICKS, Math.floor(width / 60)))
    .filter((tick) => unit === 'points' || Number.isInteger(tick));
  return (
    <figure ref={figure} className="sprint-dots">
      <svg
        className="sprint-dots__svg"
        width={width}
        height={base + AXIS}
        role="img"
        aria-label={label}
        aria-describedby={captionId}
      >
        <line className="sprint-dots__axis" x1={0} x2={width} y1={base} y2={base} />
        {ticks.map((tick) => (
          <text key={tick} className="sprint-dots__tick" x={x(tick)} y={base + 18} textAnchor="middle">
            {number(tick)}
          </text>
        ))}
        {placed.map(({ value, cx, row }, index) => (
          <circle
            key={index}
            className={
              filledFrom !== null && value >= filledFrom
                ? 'sprint-dots__dot sprint-dots__dot--filled'
                : 'sprint-dots__dot'
            }
            cx={cx}
            cy={base - (row + 0.5) * (2 * radius + 2)}
            r={radius}
          />
        ))}
        {marks.map(({ at, label: words, kind }, row) => (
          <g key={kind} className={`sprint-dots__mark sprint-dots__mark--${kind}`}>
            <line x1={x(at)} x2={x(at)} y1={row * ROW + 4} y2={base} />
            <text x={x(at)} y={row * ROW + 14} {...labelPlace(x(at), width, kind)}>
              {words}
            </text>
          </g>
        ))}
      </svg>
      <figcaption id={captionId} className="sprint-dots__caption">
        {caption}
      </figcaption>
    </figure>
  );
}
