import type { ReactNode } from 'react';

import { HttpError } from '../http';
import { usePath } from '../routing';
import { useSession } from '../session';
import type { Loaded } from '../use-loaded';
import { spacesPath } from '../wiki/wiki-routing';
import { Link } from './link';

/** As Jira says it: what the viewer may not see looks the same as what does not exist. */
export function NoAccess({ what }: { readonly what: string }) {
  const isWiki = usePath().startsWith('/wiki');
  const isOwn = useSession().session.ownSite !== null;
  return (
    <section className="no-access">
      <h1>You don’t have access to this {what}</h1>
      <p>
        Make sure the {what} exists. If it does, ask its administrator for permission
        {isOwn ? '.' : ', or switch to another user at the top right.'}
      </p>
      {isWiki ? <Link href={spacesPath}>View all spaces</Link> : <Link href="/">View all projects</Link>}
    </section>
  );
}

const isRefusal = (error: unknown) => error instanceof HttpError && [401, 403, 404].includes(error.status);

/** Shows what was read once it is there, and otherwise why not. */
export function Shown<Value>({
  loaded,
  what,
  children,
}: {
  readonly loaded: Loaded<Value>;
  readonly what: string;
  readonly children: (value: Value) => ReactNode;
}) {
  if (loaded.state === 'loading')
    return (
      <p className="loading" role="status">
        Loading…
      </p>
    );
  if (loaded.state === 'ready') return <>{children(loaded.value)}</>;
  if (isRefusal(loaded.error)) return <NoAccess what={what} />;
  return (
    <section className="failed" role="alert">
      <h1>That did not work</h1>
      <p>{loaded.error instanceof Error ? loaded.error.message : String(loaded.error)}</p>
    </section>
  );
}
