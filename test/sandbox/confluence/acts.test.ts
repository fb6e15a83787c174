import { describe, expect, it } from 'vitest';

import { createWikiSite } from '#sandbox/confluence/site';
import { macroNode } from '#sandbox/forge/macro-node';
import { textAdf } from '#sandbox/jira/adf';

import { buildWiki, DAY, MONDAY } from './wiki.fixture';

const STAMP = { extensionKey: 'app/env/static/register', title: 'Register', layout: 'block' } as const;
const withMacro = {
  type: 'doc',
  version: 1,
  content: [macroNode(STAMP, 'macro-1', { register: 'r-1', columns: ['a', 'b'] })],
};

describe('drafts and publishing', () => {
  it('keeps a draft to itself until it is published as version 1', () => {
    const { wiki, team, write } = buildWiki();
    const draft = write('', { status: 'draft' });
    expect(draft).toMatchObject({ status: 'draft', version: 1, parentId: team.homepageId });
    expect(wiki.versionsOf(draft.id)).toEqual([]);
    wiki.saveDraft(draft.id, { title: 'Plan', body: textAdf('First words.') }, { by: 'lea' });
    const page = wiki.publishPage(draft.id, {}, { by: 'lea', at: MONDAY + DAY });
    expect(page).toMatchObject({
      title: 'Plan',
      status: 'current',
      version: 1,
      body: textAdf('First words.'),
    });
    expect(wiki.versionsOf(page.id)).toMatchObject([{ number: 1, authorId: 'lea', createdAt: MONDAY + DAY }]);
  });

  it('keeps unpublished changes of a published page beside it, and drops them when it is published', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    wiki.saveDraft(page.id, { title: 'Plan B', body: textAdf('Draft.') }, { by: 'dev' });
    expect(wiki.get('pages', page.id)).toMatchObject({
      title: 'Plan',
      version: 1,
      draft: { title: 'Plan B', basedOn: 1, authorId: 'dev' },
    });
    wiki.editPage(page.id, { title: 'Plan B', version: 2 }, { by: 'dev' });
    expect(wiki.get('pages', page.id)).toMatchObject({ title: 'Plan B', version: 2, draft: null });
  });

  it('discards a draft: the page that was never published goes, another stays', () => {
    const { wiki, write } = buildWiki();
    const draft = write('', { status: 'draft' });
    expect(wiki.discardDraft(draft.id)).toBeNull();
    expect(wiki.get('pages', draft.id)).toBeUndefined();
    const page = write('Plan');
    wiki.saveDraft(page.id, { title: 'x', body: textAdf('y') }, { by: 'lea' });
    expect(wiki.discardDraft(page.id)).toMatchObject({ title: 'Plan', draft: null });
  });

  it.each([
    ['without a title', ' ', 'SiteError'],
    ['with a title that is taken, in any case', 'TEAM HOME', 'TitleTaken'],
    ['with a title that is too long', 'x'.repeat(256), 'SiteError'],
  ])('does not publish %s', (_what, title, name) => {
    const { wiki, write } = buildWiki();
    const draft = write('', { status: 'draft' });
    expect(() => wiki.publishPage(draft.id, { title }, { by: 'lea' })).toThrow(
      expect.objectContaining({ name }) as Error,
    );
    expect(wiki.get('pages', draft.id)?.status).toBe('draft');
  });
});

describe('versions', () => {
  it.each([
    ['the same number', 1],
    ['a number that skips one', 3],
  ])('refuses %s', (_what, version) => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    expect(() => wiki.editPage(page.id, { body: textAdf('x'), version }, { by: 'dev' })).toThrow(
      `Version must be incremented when updating a page. Current Version: [1]. Provided version: [${version}]`,
    );
    expect(wiki.get('pages', page.id)).toEqual(page);
  });

  it('keeps every body, and restores an old one as the newest', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan', { body: textAdf('one') });
    wiki.editPage(
      page.id,
      { title: 'Plan 2', body: textAdf('two'), version: 2, message: 'Why' },
      { by: 'dev' },
    );
    const restored = wiki.restoreVersion(page.id, 1, { by: 'lea' });
    expect(restored).toMatchObject({ title: 'Plan', body: textAdf('one'), version: 3 });
    expect(
      wiki.versionsOf(page.id).map(({ number, message, authorId }) => [number, message, authorId]),
    ).toEqual([
      [1, '', 'lea'],
      [2, 'Why', 'dev'],
      [3, 'Reverted from v. 1', 'lea'],
    ]);
    expect(() => wiki.restoreVersion(page.id, 9, { by: 'lea' })).toThrow('There is no record');
  });
});

describe('copies and moves', () => {
  it('copies the body byte by byte: a macro keeps its id and its parameters', () => {
    const { wiki, team, write } = buildWiki();
    const page = write('Plan', { body: withMacro });
    wiki.addProperty(page.id, { key: 'k', value: 1 }, { by: 'lea' });
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    const copy = wiki.copyPage(page.id, { title: 'Plan copy', spaceId: team.id }, { by: 'dev' });
    expect(copy).toMatchObject({
      body: withMacro,
      version: 1,
      copiedFrom: page.id,
      authorId: 'dev',
      readers: null,
    });
    expect(copy.id).not.toBe(page.id);
    expect(wiki.propertiesOf(copy.id)).toEqual([]);
    const whole = wiki.copyPage(
      page.id,
      { title: 'Plan copy 2', spaceId: team.id, copyProperties: true, copyRestrictions: true },
      { by: 'dev' },
    );
    expect(wiki.propertiesOf(whole.id)).toMatchObject([{ key: 'k', value: 1, pageId: whole.id }]);
    expect(whole.readers).toEqual({ accountIds: ['lea'], groupIds: [] });
  });

  it('copies and moves to another space; what is below goes along, and ids stay', () => {
    const { wiki, open, write } = buildWiki();
    const page = write('Plan', { body: withMacro });
    const child = write('Below', { parentId: page.id });
    expect(wiki.copyPage(page.id, { title: 'Plan', spaceId: open.id }, { by: 'lea' }).spaceId).toBe(open.id);
    expect(() => wiki.movePage(page.id, { spaceId: open.id, parentId: open.homepageId })).toThrow(
      'same TITLE',
    );
    wiki.editPage(page.id, { title: 'Plan of the team', version: 2 }, { by: 'lea' });
    wiki.movePage(page.id, { spaceId: open.id, parentId: open.homepageId });
    expect(wiki.get('pages', page.id)).toMatchObject({ spaceId: open.id, body: withMacro, version: 2 });
    expect(wiki.get('pages', child.id)).toMatchObject({ spaceId: open.id, parentId: page.id });
  });

  it('orders pages among their siblings, and never puts one below itself', () => {
    const { wiki, team, write } = buildWiki();
    const [one, two, three] = [write('One'), write('Two'), write('Three')];
    const home = team.homepageId!;
    wiki.movePage(three.id, { spaceId: team.id, parentId: home, index: 0 });
    expect(wiki.childrenOf(home).map(({ title }) => title)).toEqual(['Three', 'One', 'Two']);
    wiki.movePage(two.id, { spaceId: team.id, parentId: one.id });
    expect(() => wiki.movePage(one.id, { spaceId: team.id, parentId: two.id })).toThrow('below itself');
    expect(() => wiki.movePage(home, { spaceId: team.id, parentId: one.id })).toThrow('home page');
  });
});

describe('archive, trash and purge', () => {
  it('archives a page with those below it, and brings it back alone', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    const child = write('Below', { parentId: page.id });
    wiki.archivePage(page.id);
    expect(wiki.get('pages', child.id)?.status).toBe('archived');
    expect(() => wiki.editPage(page.id, { title: 'x', version: 2 }, { by: 'lea' })).toThrow('archived');
    expect(wiki.unarchivePage(page.id).status).toBe('current');
    expect(wiki.get('pages', child.id)?.status).toBe('archived');
  });

  it('moves to the trash and back with body, versions and comments; children move up', () => {
    const { wiki, team, write } = buildWiki();
    const page = write('Plan', { body: withMacro });
    const child = write('Below', { parentId: page.id });
    wiki.addComment({ pageId: page.id }, textAdf('Fine.'), { by: 'dev' });
    wiki.trashPage(page.id);
    expect(wiki.get('pages', child.id)?.parentId).toBe(team.homepageId);
    const other = write('Plan');
    expect(() => wiki.restorePage(page.id)).toThrow('same TITLE');
    wiki.trashPage(other.id);
    expect(wiki.restorePage(page.id)).toMatchObject({
      id: page.id,
      status: 'current',
      body: withMacro,
      version: 1,
    });
    expect(wiki.commentsOf(page.id)).toHaveLength(1);
  });

  it('purges for good, and only from the trash', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    wiki.addComment({ pageId: page.id }, textAdf('Fine.'), { by: 'dev' });
    expect(() => {
      wiki.purgePage(page.id);
    }).toThrow('Only a page in the trash');
    wiki.trashPage(page.id);
    wiki.purgePage(page.id);
    expect([wiki.get('pages', page.id), wiki.versionsOf(page.id), wiki.commentsOf(page.id)]).toEqual([
      undefined,
      [],
      [],
    ]);
    expect(Number(write('Next').id)).toBeGreaterThan(0);
  });
});

describe('comments and the store', () => {
  it('keeps the versions of a comment, and its answers go with it', () => {
    const { wiki, write } = buildWiki();
    const page = write('Plan');
    const comment = wiki.addComment({ pageId: page.id }, textAdf('One.'), { by: 'dev' });
    wiki.addComment({ pageId: page.id, parentId: comment.id }, textAdf('Answer.'), { by: 'lea' });
    wiki.editComment(comment.id, { body: textAdf('Two.'), version: 2 }, { by: 'dev' });
    expect(wiki.commentVersionsOf(comment.id).map(({ body }) => body)).toEqual([
      textAdf('One.'),
      textAdf('Two.'),
    ]);
    expect(() => wiki.editComment(comment.id, { body: textAdf('x'), version: 2 }, { by: 'dev' })).toThrow(
      'Current Version: [2]',
    );
    wiki.deleteComment(comment.id);
    expect(wiki.commentsOf(page.id)).toEqual([]);
  });

  it('is the same after a restart, in the same store as Jira', () => {
    const { wiki, write, store, clock, site } = buildWiki();
    const page = write('Plan');
    wiki.editPage(page.id, { body: textAdf('two'), version: 2 }, { by: 'dev' });
    const again = createWikiSite(store, clock, site);
    expect([...again.all('pages')]).toEqual([...wiki.all('pages')]);
    expect(again.versionsOf(page.id)).toEqual(wiki.versionsOf(page.id));
    expect(again.childrenOf(page.parentId!)).toEqual(wiki.childrenOf(page.parentId!));
  });

  it('keeps nothing of an act that fails half-way', () => {
    const { wiki, team, write } = buildWiki();
    const before = [...wiki.all('pages')];
    expect(() => {
      wiki.batch(() => {
        write('Plan');
        wiki.createPage({ spaceId: team.id, title: 'Team home' }, { by: 'lea' });
      });
    }).toThrow('same TITLE');
    expect([...wiki.all('pages')]).toEqual(before);
  });
});
