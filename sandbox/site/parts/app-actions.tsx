import { useState } from 'react';

import { useSession } from '../session';
import type { AppModule } from '../site-client';
import { ModuleDialog } from './forge-frame';
import { Icon } from './icon';
import { Menu } from './menu';

interface AppActionsProps {
  readonly where: 'board' | 'backlog';
  readonly projectKey: string;
  readonly boardId: number;
  readonly onRefresh: () => void;
}

/** The ••• menu of a board or its backlog: the actions that apps add, each of which opens its dialog. */
export function AppActions({ where, projectKey, boardId, onRefresh }: AppActionsProps) {
  const { session } = useSession();
  const [open, setOpen] = useState<AppModule | null>(null);
  const modules = session.modules.filter((module) => module.place === where);
  return (
    <>
      <Menu
        label="More actions"
        button={<Icon name="more" />}
        className="menu-end"
        empty="No app has an action here."
        items={modules.map((module) => ({
          key: module.key,
          label: module.title,
          ...(module.tooltip !== undefined && { hint: module.tooltip }),
          onSelect: () => {
            setOpen(module);
          },
        }))}
      />
      {open && (
        <ModuleDialog
          module={open}
          place={{ moduleKey: open.key, projectKey, boardId }}
          title={open.title}
          {...(open.viewportSize !== undefined && { size: open.viewportSize })}
          onClosed={() => {
            setOpen(null);
          }}
          onRefresh={onRefresh}
        />
      )}
    </>
  );
}
