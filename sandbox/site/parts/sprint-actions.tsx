import { useState } from 'react';

import type { BoardFrame } from '../board-frame';
import { useSession } from '../session';
import type { AppModule } from '../site-client';
import { ModuleDialog } from './forge-frame';
import { Icon } from './icon';
import { Menu, type MenuItem } from './menu';
import {
  CompleteSprintDialog,
  DeleteSprintDialog,
  EditSprintDialog,
  StartSprintDialog,
} from './sprint-dialogs';

interface SprintActionsProps {
  readonly frame: BoardFrame;
  readonly sprint: BoardFrame['sprints'][number];
  readonly projectKey: string;
  readonly onRefresh: () => void;
}

type Open = 'start' | 'complete' | 'edit' | 'delete' | AppModule | null;

/** What can be done to a sprint of the backlog: Jira's own acts, then those that apps add. */
export function SprintActions({ frame, sprint, projectKey, onRefresh }: SprintActionsProps) {
  const { session } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
  };
  const dialog = {
    sprint,
    onClose: close,
    onDone: () => {
      close();
      onRefresh();
    },
  };
  const item = (key: string, label: string, what: Open, hint?: string): MenuItem => ({
    key,
    label,
    ...(hint !== undefined && { hint }),
    onSelect: () => {
      setOpen(what);
    },
  });
  const modules = session.modules.filter(({ place }) => place === 'sprint');
  const isFuture = sprint.state === 'future';
  const isReadOnly = session.ownSite !== null;
  return (
    <span className="sprint-actions">
      {!isReadOnly && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpen(isFuture ? 'start' : 'complete');
          }}
        >
          {isFuture ? 'Start sprint' : 'Complete sprint'}
        </button>
      )}
      <Menu
        label={`More actions for ${sprint.name}`}
        button={<Icon name="more" />}
        // Alone at the left edge, it has room on the other side only.
        className={isReadOnly ? '' : 'menu-end'}
        empty="No app has an action here."
        items={[
          ...(isReadOnly ? [] : [item('edit', 'Edit sprint', 'edit')]),
          ...(isFuture && !isReadOnly ? [item('delete', 'Delete sprint', 'delete')] : []),
          ...modules.map((module) => item(module.key, module.title, module, module.tooltip)),
        ]}
      />
      {open === 'start' && <StartSprintDialog {...dialog} now={session.now} />}
      {open === 'complete' && (
        <CompleteSprintDialog
          {...dialog}
          boardId={frame.board.id}
          others={frame.sprints.filter(({ id }) => id !== sprint.id)}
        />
      )}
      {open === 'edit' && <EditSprintDialog {...dialog} />}
      {open === 'delete' && <DeleteSprintDialog {...dialog} />}
      {open !== null && typeof open === 'object' && (
        <ModuleDialog
          module={open}
          place={{ moduleKey: open.key, projectKey, boardId: frame.board.id, sprintId: sprint.id }}
          title={open.title}
          {...(open.viewportSize !== undefined && { size: open.viewportSize })}
          onClosed={close}
          onRefresh={onRefresh}
        />
      )}
    </span>
  );
}
