import type { MouseEvent, ReactNode } from 'react';

import { usePlatform } from '../ui/bridge-context';

/** A link to a page of Confluence. A plain click goes through Confluence, since the screen sits in a frame of another site. */
export function PageLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const { bridge, context } = usePlatform();
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void bridge.open(path);
  };
  return (
    <a href={`${context.siteUrl}${path}`} target="_blank" rel="noopener" onClick={open}>
      {children}
    </a>
  );
}
