import { createContext, useContext, type ReactNode } from 'react';

import type { Bridge, ScreenContext } from './bridge';

interface Platform {
  readonly bridge: Bridge;
  readonly context: ScreenContext;
}

const PlatformContext = createContext<Platform | null>(null);

/** Gives the screens below it their way to Jira. */
export function PlatformProvider({ bridge, context, children }: Platform & { readonly children: ReactNode }) {
  return <PlatformContext.Provider value={{ bridge, context }}>{children}</PlatformContext.Provider>;
}

/**
 * The way to Jira, and where the screen was opened.
 *
 * @throws Error outside of a `PlatformProvider`.
 */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('usePlatform needs a PlatformProvider above it.');
  return platform;
}
