import { useEffect } from 'react';

import { ForgeFrame } from '../parts/forge-frame';
import { NoAccess } from '../parts/states';
import { isOpenTo, useSession } from '../session';
import type { Place } from '../site-client';

interface AppPageProps {
  readonly moduleKey: string;
  readonly base: string;
  /** Null for a page of the whole site. */
  readonly spaceKey: string | null;
}

/** A full-page module of an app in Confluence: of a space, or of the whole site. */
export function WikiAppPage({ moduleKey, base, spaceKey }: AppPageProps) {
  const { session } = useSession();
  const wanted = spaceKey === null ? 'wiki' : 'space';
  const module = session.modules.find(({ key, place }) => key === moduleKey && place === wanted);
  const title = module?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - Local site`;
  }, [title]);
  if (!module || !isOpenTo(session, module)) return <NoAccess what="page" />;
  const place: Place =
    spaceKey === null ? { kind: 'wiki', moduleKey } : { kind: 'space', moduleKey, spaceKey };
  return (
    <>
      <header className="page-head">
        <h1>{module.title}</h1>
      </header>
      <ForgeFrame
        module={module}
        place={place}
        base={base}
        isFilling={module.viewportSize !== undefined}
        onTitle={(text) => {
          document.title = text;
        }}
      />
    </>
  );
}
