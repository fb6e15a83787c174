import { useLayoutEffect, useRef, type RefObject } from 'react';

/** A value as it was drawn last, for what happens later: handlers, timers, answers. */
export function useLatest<Value>(value: Value): RefObject<Value> & { readonly current: Value } {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
