import { momentOf, type WikiDesk } from '#sandbox/confluence/acts/desk';
import { createPage } from '#sandbox/confluence/acts/pages';
import type { Space } from '#sandbox/confluence/model';
import type { Adf } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

/** A space to create, with the title and text of its home page. */
export interface NewSpace extends Pick<Space, 'key' | 'name' | 'grants'> {
  readonly description?: string;
  readonly home: { readonly title: string; readonly body: Adf };
}

/** Creates a space with its home page. @throws SiteError when the key is taken or is none. */
export function createSpace(desk: WikiDesk, fields: NewSpace, act: Act): Space {
  if (!/^[A-Za-z0-9]{1,255}$/.test(fields.key)) throw new SiteError(`${fields.key} is not a key of a space.`);
  if (desk.indexes.spaceByKey(fields.key)) throw new SiteError(`There is already a space ${fields.key}.`);
  const space: Space = {
    id: String(desk.records.nextId('spaces')),
    key: fields.key,
    name: fields.name,
    description: fields.description ?? '',
    type: 'global',
    status: 'current',
    authorId: act.by,
    createdAt: momentOf(desk, act),
    homepageId: null,
    grants: [...fields.grants],
  };
  desk.records.put('spaces', space);
  const { title, body } = fields.home;
  const home = createPage(desk, { spaceId: space.id, title, body, parentId: null }, act);
  const whole = { ...space, homepageId: home.id };
  desk.records.put('spaces', whole);
  return whole;
}
