import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';

import { useInSight } from '../ui/use-in-sight';

import './dock.css';

interface Dock {
  /** null until it is drawn. */
  readonly element: HTMLElement | null;
  /** Counts something that stands in it. @returns takes it out. */
  readonly moor: () => () => void;
}

const DockContext = createContext<Dock | null>(null);

/**
 * Has a place at the lower edge of what is in sight, for what speaks of the register wherever one looks at it. The page keeps as
 * much room below its content, so that nothing has to stay behind it.
 */
export function DockProvider({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    setElement(place.current);
  }, []);
  useInSight(place, count > 0);
  useEffect(() => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--dock-height', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--dock-height');
    };
  }, [element]);
  const moor = useCallback(() => {
    setCount((last) => last + 1);
    return () => {
      setCount((last) => last - 1);
    };
  }, []);
  const dock = useMemo(() => ({ element, moor }), [element, moor]);
  return (
    <DockContext.Provider value={dock}>
      {children}
      <div ref={place} className="dock" />
    </DockContext.Provider>
  );
}

/** Draws its children in the dock. @throws Error outside of a `DockProvider`. */
export function Docked({ children }: { readonly children: ReactNode }) {
  const dock = useContext(DockContext);
  if (dock === null) throw new Error('Docked needs a DockProvider above it.');
  const { element, moor } = dock;
  useEffect(() => moor(), [moor]);
  return element && createPortal(children, element);
}
