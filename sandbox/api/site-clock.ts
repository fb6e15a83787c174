import { type Clock, createClock } from '#sandbox/clock';
import type { Store } from '#sandbox/state/store';

const COLLECTION = 'workbench';

/** The site's clock as it was left: how far it was moved forward survives a restart. */
export function openClock(store: Store): Clock {
  const saved = [...store.load(COLLECTION)].find(([id]) => id === 'clock')?.[1];
  const clock = createClock(Date.now, typeof saved === 'number' ? saved : 0);
  return {
    ...clock,
    advance(milliseconds) {
      clock.advance(milliseconds);
      store.put(COLLECTION, 'clock', clock.offset());
    },
  };
}
