import { useState } from 'react';

import { showFlag } from '../flag-store';
import { Icon } from '../parts/icon';
import { Menu, type MenuItem } from '../parts/menu';
import { goTo } from '../routing';
import { CopyDialog, MoveDialog } from './place-dialogs';
import { RestrictDialog } from './restrict-dialog';
import { act, type PageData } from './wiki-client';
import { exportPath, historyPath, pagePath, spacePath } from './wiki-routing';

const complain = (error: unknown) => {
  const description = error instanceof Error ? error.message : String(error);
  showFlag({
    id: 'wiki-act',
    title: 'That did not work',
    description,
    type: 'error',
    isBold: false,
    isAutoDismiss: true,
    actions: [],
  });
};

/** The ••• menu of a page. */
export function PageActions({
  page,
  onChanged,
}: {
  readonly page: PageData;
  readonly onChanged: () => void;
}) {
  const [dialog, setDialog] = useState<'restrict' | 'copy' | 'move' | null>(null);
  const close = () => {
    setDialog(null);
  };
  const { space, can } = page;
  const entry = (isShown: boolean, key: string, label: string, onSelect: () => void): MenuItem[] =>
    isShown ? [{ key, label, onSelect }] : [];
  const open = (which: NonNullable<typeof dialog>) => () => {
    setDialog(which);
  };
  const doIt = (what: 'archive' | 'trash' | 'purge', then: () => void) => () => {
    act({ act: what, pageId: page.id }).then(then, complain);
  };
  const isCurrent = page.status === 'current';
  const items = [
    ...entry(page.status !== 'draft', 'history', 'Version history', () => {
      goTo(historyPath(space.key, page.id));
    }),
    ...entry(isCurrent && can.restrict, 'restrict', 'Restrictions', open('restrict')),
    ...entry(isCurrent && can.copy, 'copy', 'Copy', open('copy')),
    ...entry(isCurrent && can.delete && !page.isHome, 'move', 'Move', open('move')),
    ...entry(isCurrent, 'pdf', 'Export to PDF', () => {
      goTo(exportPath(space.key, page.id, 'pdf'));
    }),
    ...entry(isCurrent, 'word', 'Export to Word', () => {
      goTo(exportPath(space.key, page.id, 'word'));
    }),
    ...entry(isCurrent && can.archive && !page.isHome, 'archive', 'Archive', doIt('archive', onChanged)),
    ...entry(
      (isCurrent || page.status === 'archived') && can.delete && !page.isHome,
      'trash',
      'Delete',
      doIt('trash', onChanged),
    ),
    ...entry(
      page.status === 'trashed' && can.purge,
      'purge',
      'Delete for good',
      doIt('purge', () => {
        goTo(spacePath(space.key));
      }),
    ),
  ];
  return (
    <>
      <Menu
        label="More actions"
        button={<Icon name="more" />}
        className="menu-end"
        items={items}
        empty="Nothing can be done here."
      />
      {dialog === 'restrict' && (
        <RestrictDialog
          page={page}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
      {dialog === 'copy' && (
        <CopyDialog
          page={page}
          onClose={close}
          onDone={(made) => {
            close();
            goTo(pagePath(made.spaceKey, made.id));
          }}
        />
      )}
      {dialog === 'move' && (
        <MoveDialog
          page={page}
          onClose={close}
          onDone={(moved) => {
            close();
            onChanged();
            goTo(pagePath(moved.spaceKey, moved.id), 'replace');
          }}
        />
      )}
    </>
  );
}
