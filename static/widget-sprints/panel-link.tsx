import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';

import { usePlatform } from '../ui/bridge-context';
import type { DashboardBridge } from '../widgets/dashboard-bridge';

/** The app's page in a project, as the manifest names it. */
const MODULE = 'project-backlog-health';

/**
 * A link to the panel of a board, at its own address in the project. Where the product does not tell that address, it leads to the
 * board, whose menu opens the panel.
 */
export function PanelLink({
  dashboard,
  boardId,
  projectKey,
  children,
}: {
  readonly dashboard: DashboardBridge;
  readonly boardId: number;
  readonly projectKey: string;
  readonly children: ReactNode;
}) {
  const { bridge, context } = usePlatform();
  const [address, setAddress] = useState<string | null>(null);
  const board = `/jira/software/c/projects/${encodeURIComponent(projectKey)}/boards/${boardId}`;
  const path = `/boards/${boardId}`;
  useEffect(() => {
    let isWanted = true;
    void dashboard.addressOf({ moduleKey: MODULE, projectKey, path }).then((found) => {
      if (isWanted) setAddress(found);
    });
    return () => {
      isWanted = false;
    };
  }, [dashboard, projectKey, path]);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    dashboard
      .openModule({ moduleKey: MODULE, projectKey, path })
      .catch(async () => {
        await bridge.open(board);
      })
      .catch(() => undefined);
  };
  return (
    <a href={address ?? `${context.siteUrl}${board}`} target="_blank" rel="noopener" onClick={open}>
      {children}
    </a>
  );
}
