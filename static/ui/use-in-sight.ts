import { useEffect, type RefObject } from 'react';

const LOOK_EVERY = 250;
const GAP = 8;

/**
 * Keeps an element at the lower edge of what can be seen of its frame. On a page of Jira the frame is as high as its content
 * and the page around it scrolls, which the frame cannot see. An observer says what part of it is in sight, but only when
 * that becomes more or less; so it is asked anew, time and again.
 */
export function useInSight(ref: RefObject<HTMLElement>, isNeeded: boolean): void {
  useEffect(() => {
    const element = ref.current;
    const main = element?.closest('main');
    if (!isNeeded || element === null || !main || typeof IntersectionObserver === 'undefined')
      return undefined;
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.at(-1)?.intersectionRect;
      if (seen === undefined || seen.height === 0) return;
      element.style.insetBlockEnd = `${Math.max(GAP, window.innerHeight - seen.bottom + GAP)}px`;
    });
    observer.observe(main);
    const timer = setInterval(() => {
      observer.unobserve(main);
      observer.observe(main);
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      observer.disconnect();
    };
  }, [ref, isNeeded]);
}
