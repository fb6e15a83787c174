import type { FrameHistory, HistoryAction, Location } from './bridge/frame-view';
import { goTo, onAddress } from './routing';

/** The address below `base` as a history of the app's own: `base` itself is `/` inside. */
export function createFrameHistory(base: string): FrameHistory {
  let action: HistoryAction = 'POP';
  const current = (): Location => ({
    pathname: window.location.pathname.slice(base.length) || '/',
    search: window.location.search,
    hash: window.location.hash,
    state: window.history.state as unknown,
  });
  const move = (to: Location, how: 'push' | 'replace') => {
    const below = to.pathname === '/' ? '' : `/${to.pathname.replace(/^\//, '')}`;
    action = how === 'push' ? 'PUSH' : 'REPLACE';
    goTo(base + below + to.search + to.hash, how, to.state ?? null);
    action = 'POP';
  };
  return {
    current,
    push: (to) => {
      move(to, 'push');
    },
    replace: (to) => {
      move(to, 'replace');
    },
    go: (by) => {
      window.history.go(by);
    },
    listen: (listener) =>
      onAddress(() => {
        if (window.location.pathname.startsWith(base)) listener(current(), action);
      }),
  };
}
