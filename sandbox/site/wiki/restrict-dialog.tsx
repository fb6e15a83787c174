import { useState } from 'react';

import { useSession } from '../session';
import { useLoaded } from '../use-loaded';
import { FormDialog } from './form-dialog';
import { act, type PageData, readPeople } from './wiki-client';

type Verb = 'view' | 'edit';

function Audience({ verb, chosen }: { readonly verb: Verb; readonly chosen: PageData['readers'] }) {
  const { session } = useSession();
  const people = useLoaded(readPeople);
  const [isOn, setOn] = useState(chosen !== null);
  // Whoever restricts a page stays on the list, as in Confluence.
  const listed = chosen?.people.map(({ accountId }) => accountId) ?? [session.accountId];
  return (
    <fieldset>
      <legend>{verb === 'view' ? 'Who can view' : 'Who can edit'}</legend>
      <label className="switch">
        <input
          type="checkbox"
          name={`${verb}-on`}
          checked={isOn}
          onChange={(event) => {
            setOn(event.target.checked);
          }}
        />
        Only some people
      </label>
      {isOn && people.state === 'ready' && (
        <ul>
          {people.value.map(({ accountId, displayName }) => (
            <li key={accountId}>
              <label className="switch">
                <input
                  type="checkbox"
                  name={verb}
                  value={accountId}
                  defaultChecked={listed.includes(accountId)}
                />
                {displayName}
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

/** Says who may view and who may edit a page. */
export function RestrictDialog({
  page,
  onClose,
  onDone,
}: {
  readonly page: PageData;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const audience = (form: FormData, verb: Verb, before: PageData['readers']) =>
    form.get(`${verb}-on`) === null
      ? null
      : { accountIds: form.getAll(verb).map(String), groupIds: before?.groupIds ?? [] };
  return (
    <FormDialog
      title="Restrictions"
      submit="Apply"
      onClose={onClose}
      onSubmit={async (form) => {
        await act({
          act: 'restrict',
          pageId: page.id,
          readers: audience(form, 'view', page.readers),
          editors: audience(form, 'edit', page.editors),
        });
        onDone();
      }}
    >
      <Audience verb="view" chosen={page.readers} />
      <Audience verb="edit" chosen={page.editors} />
    </FormDialog>
  );
}
