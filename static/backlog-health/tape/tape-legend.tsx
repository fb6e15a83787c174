import type { ReactNode } from 'react';

import { useWords } from '../../ui/words';
import { standingOf, type Health, type Standing } from '../health';
import { EVEN, LIKELY } from '../verdict/basis';

import { standingWord } from './issue-words';
import { StandingMark } from './standing-mark';
import type { TapeLayout } from './tape-layout';

function Entry({ mark, children }: { readonly mark: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="tape__entry">
      {mark}
      {children}
    </li>
  );
}

const STANDINGS: readonly Standing[] = ['ready', 'warned', 'unready'];

/** What the marks of the tape mean; only those that are on it. */
export function TapeLegend({ health, layout }: { readonly health: Health; readonly layout: TapeLayout }) {
  const words = useWords();
  const { say, percent, amount } = words;
  const present = new Set(layout.blocks.map((block) => standingOf(block.issue)));
  const { hidden } = layout;
  const hasUnestimated =
    health.unit === 'points' && layout.blocks.some((block) => block.issue.estimate === null);
  const total = health.issues.reduce((sum, issue) => sum + issue.width, 0);
  /** Widths of issues without an estimate are the team's usual one, so a sum with them is not exact. */
  const sumOf = (value: number, issues: Health['issues']) => {
    const exact = amount(health.unit, value);
    const isExact = health.unit === 'items' || issues.every((issue) => issue.estimate !== null);
    return isExact ? exact : say('amount.about', { amount: exact });
  };
  return (
    <div className="tape__legend">
      <p className="tape__legend-title">
        {say(health.unit === 'points' ? 'tape.legend' : 'tape.legend-items')}
      </p>
      <ul className="tape__entries">
        {STANDINGS.filter((standing) => present.has(standing)).map((standing) => (
          <Entry key={standing} mark={<StandingMark standing={standing} />}>
            {standingWord(words, standing)}
          </Entry>
        ))}
        {hasUnestimated && (
          <Entry
            mark={
              <span className="tape__question" aria-hidden="true">
                ?
              </span>
            }
          >
            {say('tape.unestimated')}
          </Entry>
        )}
        {layout.sprintEnds.length > 0 && (
          <Entry
            mark={
              <svg className="tape__swatch" width="16" height="14" aria-hidden="true">
                <rect className="tape__stretch" width="16" height="14" />
                <line className="tape__even" x1="0.5" x2="0.5" y1="0" y2="14" />
                <line className="tape__likely" x1="15" x2="15" y1="0" y2="14" />
              </svg>
            }
          >
            {say('tape.legend-sprint-end', {
              period: health.history.period,
              even: percent(EVEN),
              likely: percent(LIKELY),
            })}
          </Entry>
        )}
      </ul>
      {layout.endOfBacklog !== null && (
        <p className="tape__more">{say('tape.ends', { amount: sumOf(total, health.issues) })}</p>
      )}
      {hidden.items > 0 && (
        <p className="tape__more">
          {health.unit === 'points'
            ? say('tape.more', {
                items: hidden.items,
                amount: sumOf(hidden.amount, health.issues.slice(-hidden.items)),
              })
            : say('tape.more-items', { items: hidden.items })}
        </p>
      )}
    </div>
  );
}
