import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

import type { Address } from '../ui/bridge';

import { pathOf, placeOf, START, type Place } from './place';

interface Places {
  readonly place: Place;
  /** Goes to another place; what is not named stays. */
  readonly go: (to: Partial<Place>) => void;
}

const PlaceContext = createContext<Places | null>(null);

/** Knows what the screen shows, by its address where it has one. */
export function PlaceProvider({
  address,
  children,
}: {
  readonly address: Address | null;
  readonly children: ReactNode;
}) {
  const [place, setPlace] = useState(() => (address === null ? START : placeOf(address.path())));
  useEffect(() => {
    address?.follow((path) => {
      setPlace(placeOf(path));
    });
  }, [address]);
  const go = useCallback(
    (to: Partial<Place>) => {
      const next = { ...place, ...to };
      setPlace(next);
      address?.push(pathOf(next));
    },
    [address, place],
  );
  const places = useMemo(() => ({ place, go }), [place, go]);
  return <PlaceContext.Provider value={places}>{children}</PlaceContext.Provider>;
}

/** @throws Error outside of a `PlaceProvider`. */
export function usePlace(): Places {
  const places = useContext(PlaceContext);
  if (places === null) throw new Error('usePlace needs a PlaceProvider above it.');
  return places;
}
