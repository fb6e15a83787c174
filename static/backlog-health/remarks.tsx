import '../ui/remarks.css';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/words';

import type { Health } from './health';
import { ReadExactly } from './read-exactly';

const TICK = 60_000;

function Adjusted({ by, at, health }: NonNullable<Health['adjusted']> & { readonly health: Health }) {
  const { say, show, ago } = useWords();
  const now = useNow(TICK);
  const name = health.words.people[by];
  const when = ago(Math.max(0, now - Date.parse(at)));
  return (
    <p className="quiet">
      {name === undefined
        ? say('screen.adjusted-by-someone', { ago: when })
        : show('screen.adjusted', { name: <bdi key="name">{name}</bdi>, ago: when })}
    </p>
  );
}

/**
 * What is good to know of the board, in quiet lines: an order that is not a rank, a past that is not exact, and checks that are not as they
 * come.
 */
export function QuietRemarks({ health }: { readonly health: Health }) {
  const { say } = useWords();
  const { adjusted, board } = health;
  return (
    <>
      {!board.isRanked && <p className="quiet">{say('screen.unranked')}</p>}
      <ReadExactly key={board.id} />
      {adjusted !== null && <Adjusted {...adjusted} health={health} />}
    </>
  );
}
