import { useWords } from '../../ui/words';
import type { Health } from '../health';

import type { TapeLayout } from './tape-layout';

/** The measures of the drawing from top to bottom, in pixels. */
export const LABEL_HEIGHT = 18;
const LABEL_Y = 13;
export const STRETCH = { y: 20, height: 60 };
export const BLOCK = { y: 30, height: 40 };
export const HEIGHT = 84;

const SPRINT_NAMES = ['tape.next-sprint-ends', 'tape.sprint-after-ends'] as const;
/** Labels nearer to the left edge than this, with or without their amounts, start at their line instead of ending there. */
const LABEL_ROOM = { name: 100, whole: 170 } as const;
const NARROW_SCREEN = 720;

/** The ground behind the blocks where a sprint may end. */
export function SprintStretches({ layout }: { readonly layout: TapeLayout }) {
  return (
    <g aria-hidden="true">
      {layout.sprintEnds.map(({ from, to }) => (
        <rect key={to} className="tape__stretch" x={from} width={Math.max(1, to - from)} {...STRETCH} />
      ))}
    </g>
  );
}

/** Where the next two sprints may end, over the blocks: a dotted line at an even chance, a solid one at a likely one. */
export function SprintEnds({ health, layout }: { readonly health: Health; readonly layout: TapeLayout }) {
  const words = useWords();
  const { demand, unit } = health;
  const ranges = demand === null ? [] : [demand.one, demand.two];
  return (
    <g aria-hidden="true" className="tape__ends">
      {layout.sprintEnds.map(({ from, to }, index) => {
        const range = ranges[index];
        const name = words.say(SPRINT_NAMES[index === 0 ? 0 : 1], { period: health.history.period });
        const amounts =
          range === undefined || layout.width < NARROW_SCREEN
            ? null
            : words.range(unit, range.p50, range.p85);
        const room = amounts === null ? LABEL_ROOM.name : LABEL_ROOM.whole;
        return (
          <g key={name}>
            <line className="tape__even" x1={from} x2={from} y1={STRETCH.y} y2={STRETCH.y + STRETCH.height} />
            <line
              className="tape__likely"
              x1={to}
              x2={to}
              y1={STRETCH.y - 4}
              y2={STRETCH.y + STRETCH.height}
            />
            <text className="tape__label" x={to} y={LABEL_Y} textAnchor={to < room ? 'start' : 'end'}>
              <tspan className="tape__label-name">{name}</tspan>
              {amounts !== null && <tspan dx="6">{amounts}</tspan>}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Two bars where the backlog ends, and a dotted line through the stretch for which it has nothing left. */
export function EndOfBacklog({ layout }: { readonly layout: TapeLayout }) {
  const { endOfBacklog, width } = layout;
  if (endOfBacklog === null) return null;
  const middle = BLOCK.y + BLOCK.height / 2;
  const bar = `v${BLOCK.height}`;
  return (
    <g aria-hidden="true">
      <path
        className="tape__end"
        d={`M${endOfBacklog + 4},${BLOCK.y} ${bar} M${endOfBacklog + 8},${BLOCK.y} ${bar}`}
      />
      <line className="tape__nothing" x1={endOfBacklog + 14} x2={width} y1={middle} y2={middle} />
    </g>
  );
}
