import { describe, expect, it } from 'vitest';

import { createWikiViewer } from '#sandbox/confluence/permissions';

import { buildWiki } from './wiki.fixture';

const ONLY_LEA = { accountIds: ['lea'], groupIds: [] };
const EVERYBODY = ['lea', 'dev', 'vic', 'out', undefined, null] as const;

describe('who may see and edit', () => {
  const seen = (world: ReturnType<typeof buildWiki>, pageId: string, verb: 'canView' | 'canEdit') =>
    EVERYBODY.filter((account) =>
      createWikiViewer(world.wiki, account)[verb](world.wiki.get('pages', pageId)!),
    );

  it('follows the permissions of the space', () => {
    const world = buildWiki();
    const page = world.write('Plan');
    expect(seen(world, page.id, 'canView')).toEqual(['lea', 'dev', 'vic', null]);
    expect(seen(world, page.id, 'canEdit')).toEqual(['lea', 'dev', null]);
  });

  it('shows a public space to everybody', () => {
    const world = buildWiki();
    expect(seen(world, world.open.homepageId!, 'canView')).toEqual([...EVERYBODY]);
    expect(seen(world, world.open.homepageId!, 'canEdit')).toEqual(['lea', null]);
  });

  it('hides a restricted page and all below it, also from the app itself and from administrators', () => {
    const world = buildWiki();
    const page = world.write('Plan');
    const below = world.write('Below', { parentId: page.id });
    world.wiki.restrictPage(page.id, { readers: ONLY_LEA });
    expect(seen(world, page.id, 'canView')).toEqual(['lea']);
    expect(seen(world, below.id, 'canView')).toEqual(['lea']);
    expect(createWikiViewer(world.wiki, 'ada').canView(world.wiki.get('pages', page.id)!)).toBe(false);
  });

  it('lets those on the list edit; what is below stays open', () => {
    const world = buildWiki();
    const page = world.write('Plan');
    const below = world.write('Below', { parentId: page.id });
    world.wiki.restrictPage(page.id, { editors: ONLY_LEA });
    expect(seen(world, page.id, 'canView')).toEqual(['lea', 'dev', 'vic', null]);
    expect(seen(world, page.id, 'canEdit')).toEqual(['lea']);
    expect(seen(world, below.id, 'canEdit')).toEqual(['lea', 'dev', null]);
  });

  it('keeps a draft to its author, and the trash to those who may delete', () => {
    const world = buildWiki();
    const draft = world.write('', { status: 'draft' }, 'dev');
    expect(seen(world, draft.id, 'canView')).toEqual(['dev']);
    const page = world.write('Plan');
    world.wiki.trashPage(page.id);
    expect(seen(world, page.id, 'canView')).toEqual(['lea', 'dev', null]);
  });

  it('takes an account that is not active for nobody', () => {
    const world = buildWiki();
    world.site.put('users', { ...world.site.get('users', 'dev')!, active: false });
    const viewer = createWikiViewer(world.wiki, 'dev');
    expect(viewer.accountId).toBeUndefined();
    expect(viewer.canView(world.wiki.get('pages', world.team.homepageId!)!)).toBe(false);
  });

  it('lets everybody change own comments, and few delete those of others', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    const comment = wiki.addComment(
      { pageId: page.id },
      { type: 'doc', version: 1, content: [] },
      { by: 'vic' },
    );
    const can = (account: string, verb: 'edit' | 'delete') =>
      createWikiViewer(wiki, account).canChange(comment, verb);
    expect([can('vic', 'edit'), can('vic', 'delete')]).toEqual([true, true]);
    expect([can('dev', 'edit'), can('dev', 'delete')]).toEqual([false, false]);
    expect([can('lea', 'edit'), can('lea', 'delete')]).toEqual([false, true]);
  });
});
