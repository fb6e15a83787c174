import { useId, useMemo, useRef, useState } from 'react';

import { useWidth } from '../../ui/use-width';
import { useWords } from '../../ui/words';
import type { Health } from '../health';

import { EndOfBacklog, HEIGHT, LABEL_HEIGHT, SprintEnds, SprintStretches } from './scale';
import { TapeBlock, TapeFigures } from './tape-block';
import { TapeCallout } from './tape-callout';
import { layOutTape } from './tape-layout';
import { TapeLegend } from './tape-legend';
import { useTapeKeys } from './tape-keys';
import { tapeInWords } from './tape-in-words';
import './tape.css';

const ASSUMED_WIDTH = 960;
/** Below this width the callout takes the whole of it, with no line to its block. */
const NARROW = 608;

/**
 * The backlog in rank order against the stretches in which the next two sprints may end. One stop for the Tab key;
 * inside it the arrow keys go from issue to issue.
 */
export function Tape({ health }: { readonly health: Health }) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame, ASSUMED_WIDTH);
  const layout = useMemo(() => layOutTape(health, room), [health, room]);
  const { blocks } = layout;
  const hole = blocks.findIndex((block) => block.issue.key === health.firstHole);
  const [pointed, setPointed] = useState<number | null>(null);
  const { svg, stop, focused, onKeyDown, onFocus, onBlur } = useTapeKeys(blocks, Math.max(0, hole));
  const top = layout.sprintEnds.length > 0 ? 0 : LABEL_HEIGHT;
  const description = useId();
  const hatch = useId();
  const shown = blocks[pointed ?? focused ?? hole];
  const isPlaced = room > NARROW && layout.width <= room;

  return (
    <section className="tape" aria-labelledby={`${description}-title`}>
      <h2 id={`${description}-title`} className="for-readers">
        {words.say(health.board.isRanked ? 'tape.title' : 'tape.title-unranked')}
      </h2>
      <p id={description} className="for-readers">
        {tapeInWords(words, health, blocks)} {words.say('tape.keys')}
      </p>
      <div className="tape__frame" ref={frame}>
        <div className="tape__strip" style={{ width: layout.width }}>
          <svg
            ref={svg}
            className="tape__drawing"
            width={layout.width}
            height={HEIGHT - top}
            viewBox={`0 ${top} ${layout.width} ${HEIGHT - top}`}
            role="group"
            aria-labelledby={`${description}-title`}
            aria-describedby={description}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onBlur={onBlur}
            onPointerLeave={() => {
              setPointed(null);
            }}
          >
            <defs>
              <pattern
                id={hatch}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line className="tape__hatch" x1="0" y1="0" x2="0" y2="6" />
              </pattern>
            </defs>
            <SprintStretches layout={layout} />
            <EndOfBacklog layout={layout} />
            {blocks.map((block, index) => (
              <TapeBlock
                key={block.issue.id}
                block={block}
                health={health}
                hatch={hatch}
                isStop={index === stop}
                isFirstHole={index === hole}
                isShown={isPlaced && block === shown}
                onPoint={() => {
                  setPointed(index);
                }}
              />
            ))}
            <SprintEnds health={health} layout={layout} />
            {health.unit === 'points' && <TapeFigures blocks={blocks} />}
          </svg>
        </div>
      </div>
      <TapeCallout
        health={health}
        layout={layout}
        block={shown}
        isFirstHole={shown === blocks[hole]}
        isPlaced={isPlaced}
      />
      <TapeLegend health={health} layout={layout} />
    </section>
  );
}
