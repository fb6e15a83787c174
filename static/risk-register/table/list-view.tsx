import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';

import type { Cell } from '#src/domain/risk/rating';

import { AS_IT_COMES, EVERYTHING_LIVE, type ListArrangement, type ListFilter } from './arrange';

interface ListView {
  readonly arrangement: ListArrangement;
  readonly filterBy: (part: Partial<ListFilter>) => void;
  readonly arrangeBy: (part: Partial<Omit<ListArrangement, 'filter'>>) => void;
  readonly clear: () => void;
  /** Lists what is in one place of the heat map, and goes there. */
  readonly showCell: (cell: Cell) => void;
  /** The list's heading, which takes the focus. */
  readonly heading: { current: HTMLHeadingElement | null };
}

const ListViewContext = createContext<ListView | null>(null);

/** @throws Error outside of a `ListViewProvider`. */
export function useListView(): ListView {
  const view = useContext(ListViewContext);
  if (view === null) throw new Error('useListView needs a ListViewProvider above it.');
  return view;
}

/** How the list is arranged, shared with the heat map. */
export function ListViewProvider({ children }: { readonly children: ReactNode }) {
  const [arrangement, setArrangement] = useState(AS_IT_COMES);
  const heading = useRef<HTMLHeadingElement | null>(null);
  const filterBy = useCallback((part: Partial<ListFilter>) => {
    setArrangement((last) => ({ ...last, filter: { ...last.filter, ...part } }));
  }, []);
  const view = useMemo(
    () => ({
      arrangement,
      filterBy,
      arrangeBy: (part: Partial<Omit<ListArrangement, 'filter'>>) => {
        setArrangement((last) => ({ ...last, ...part }));
      },
      clear: () => {
        setArrangement((last) => ({ ...last, filter: EVERYTHING_LIVE }));
      },
      showCell: (cell: Cell) => {
        setArrangement((last) => ({ ...last, filter: { ...EVERYTHING_LIVE, cell } }));
        heading.current?.focus();
      },
      heading,
    }),
    [arrangement, filterBy],
  );
  return <ListViewContext.Provider value={view}>{children}</ListViewContext.Provider>;
}
