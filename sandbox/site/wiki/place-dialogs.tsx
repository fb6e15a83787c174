import { useCallback, useState } from 'react';

import { useLoaded } from '../use-loaded';
import { FormDialog, textIn } from './form-dialog';
import { act, type PageData, readSpace, readSpaces } from './wiki-client';

type Made = NonNullable<Awaited<ReturnType<typeof act>>>;

interface DialogProps {
  readonly page: PageData;
  readonly onClose: () => void;
  readonly onDone: (made: Made) => void;
}

function SpaceSelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (key: string) => void;
}) {
  const spaces = useLoaded(readSpaces);
  return (
    <label>
      Space
      <select
        name="space"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {(spaces.state === 'ready' ? spaces.value : []).map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Copies a page: its body as it is, macros included, and what is ticked. */
export function CopyDialog({ page, onClose, onDone }: DialogProps) {
  const [space, setSpace] = useState(page.space.key);
  return (
    <FormDialog
      title="Copy page"
      submit="Copy"
      onClose={onClose}
      onSubmit={async (form) => {
        const made = await act({
          act: 'copy',
          pageId: page.id,
          title: textIn(form, 'title'),
          spaceKey: space,
          copyRestrictions: form.get('restrictions') !== null,
          copyProperties: form.get('properties') !== null,
        });
        if (made) onDone(made);
      }}
    >
      <label>
        Title
        <input name="title" required maxLength={255} defaultValue={`Copy of ${page.title}`} />
      </label>
      <SpaceSelect value={space} onChange={setSpace} />
      <label className="switch">
        <input type="checkbox" name="restrictions" /> Copy restrictions
      </label>
      <label className="switch">
        <input type="checkbox" name="properties" /> Copy content properties
      </label>
    </FormDialog>
  );
}

/** Moves a page below another one, to another space too. */
export function MoveDialog({ page, onClose, onDone }: DialogProps) {
  const [space, setSpace] = useState(page.space.key);
  const tree = useLoaded(useCallback(async () => await readSpace(space), [space]));
  const parents = tree.state === 'ready' ? tree.value.tree.filter(({ id }) => id !== page.id) : [];
  return (
    <FormDialog
      title="Move page"
      submit="Move"
      onClose={onClose}
      onSubmit={async (form) => {
        const parentId = textIn(form, 'parent');
        const moved = await act({
          act: 'move',
          pageId: page.id,
          spaceKey: space,
          parentId: parentId === '' ? null : parentId,
        });
        if (moved) onDone(moved);
      }}
    >
      <SpaceSelect value={space} onChange={setSpace} />
      <label>
        Below
        <select name="parent" key={`${space} ${tree.state}`} defaultValue={page.ancestors.at(-1)?.id ?? ''}>
          <option value="">The top of the space</option>
          {parents.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </FormDialog>
  );
}
