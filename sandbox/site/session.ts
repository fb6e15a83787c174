import { createContext, useContext } from 'react';

import type { AppModule, Session } from './site-client';

/** Who the session is when nobody has logged in. */
export const ANONYMOUS = 'anonymous';

/** The session and how to change it, for every part of the page. */
export interface SessionScope {
  readonly session: Session;
  readonly switchUser: (accountId: string) => void;
  readonly switchTheme: () => void;
  /** Sets the language of the account. */
  readonly switchLocale: (locale: string) => void;
  /** Reads the session again, after the clock moved. */
  readonly refresh: () => void;
}

export const SessionContext = createContext<SessionScope | null>(null);

/** Whether a module is shown to whoever looks: without a log-in only one that says so. */
export const isOpenTo = ({ accountId }: Session, module: Pick<AppModule, 'unlicensedAccess'>) =>
  accountId !== ANONYMOUS || module.unlicensedAccess?.includes('anonymous') === true;

/** The session. @throws Error outside the site's page. */
export function useSession(): SessionScope {
  const scope = useContext(SessionContext);
  if (!scope) throw new Error('useSession works only inside the site.');
  return scope;
}
