import { createContext, useContext } from 'react';

import type { Session } from './site-client';

/** The session and how to change it, for every part of the page. */
export interface SessionScope {
  readonly session: Session;
  readonly switchUser: (accountId: string) => void;
  readonly switchTheme: () => void;
  /** Reads the session again, after the clock moved. */
  readonly refresh: () => void;
}

export const SessionContext = createContext<SessionScope | null>(null);

/** The session. @throws Error outside the site's page. */
export function useSession(): SessionScope {
  const scope = useContext(SessionContext);
  if (!scope) throw new Error('useSession works only inside the site.');
  return scope;
}
