// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';

import { createFrameHistory } from '../../../sandbox/site/frame-history';
import { goTo, routeOf } from '../../../sandbox/site/routing';

describe('routeOf', () => {
  it.each([
    ['/', { page: 'projects' }],
    ['/browse/AUR-118', { page: 'issue', issueKey: 'AUR-118' }],
    ['/jira/software/c/projects/AUR', { page: 'project', projectKey: 'AUR' }],
    ['/jira/software/c/projects/AUR/boards/1', { page: 'board', projectKey: 'AUR', boardId: 1 }],
    ['/jira/software/projects/BOR/boards/2', { page: 'board', projectKey: 'BOR', boardId: 2 }],
    ['/jira/software/c/projects/AUR/boards/1/backlog', { page: 'backlog', projectKey: 'AUR', boardId: 1 }],
    [
      '/jira/software/c/projects/AUR/boards/1/reports/sprint-retrospective',
      { page: 'report', projectKey: 'AUR', boardId: 1 },
    ],
    [
      '/jira/software/c/projects/AUR/apps/health/settings/a',
      {
        page: 'app',
        projectKey: 'AUR',
        moduleKey: 'health',
        base: '/jira/software/c/projects/AUR/apps/health',
      },
    ],
    ['/wiki', { page: 'spaces' }],
    ['/wiki/spaces/AUR/overview', { page: 'space', spaceKey: 'AUR' }],
    ['/wiki/spaces/AUR/pages/12/Aurora+launch', { page: 'wikiPage', spaceKey: 'AUR', pageId: '12' }],
    ['/wiki/spaces/AUR/pages/edit-v2/12', { page: 'wikiEdit', spaceKey: 'AUR', pageId: '12' }],
    ['/wiki/spaces/AUR/history/12', { page: 'wikiHistory', spaceKey: 'AUR', pageId: '12' }],
    ['/wiki/spaces/AUR/export/12', { page: 'wikiExport', spaceKey: 'AUR', pageId: '12' }],
    ['/wiki/spaces/AUR/bin', { page: 'bin', spaceKey: 'AUR' }],
    ['/wiki/pages/12', { page: 'wikiPage', spaceKey: null, pageId: '12' }],
    [
      '/wiki/spaces/AUR/apps/risks/week',
      { page: 'spaceApp', spaceKey: 'AUR', moduleKey: 'risks', base: '/wiki/spaces/AUR/apps/risks' },
    ],
    ['/wiki/apps/risks', { page: 'wikiApp', moduleKey: 'risks', base: '/wiki/apps/risks' }],
    ['/wiki/spaces/AUR/pages/x', { page: 'unknown' }],
    ['/browse/AUR', { page: 'unknown' }],
    ['/jira/software/c/projects/AUR/boards/x', { page: 'unknown' }],
  ])('reads %s', (path, route) => {
    expect(routeOf(path)).toEqual(route);
  });
});

describe('history of a full-page module', () => {
  const BASE = '/jira/software/c/projects/AUR/apps/health';
  beforeEach(() => {
    window.history.replaceState(null, '', BASE);
  });

  it('keeps its address below the page’s', () => {
    const history = createFrameHistory(BASE);
    expect(history.current()).toMatchObject({ pathname: '/', search: '' });
    history.push({ pathname: '/beyond', search: '?sort=rank', hash: '' });
    expect(window.location.pathname + window.location.search).toBe(`${BASE}/beyond?sort=rank`);
    expect(history.current()).toMatchObject({ pathname: '/beyond', search: '?sort=rank' });
    history.replace({ pathname: '/', search: '', hash: '', state: { from: 'x' } });
    expect(window.location.pathname).toBe(BASE);
    expect(history.current().state).toEqual({ from: 'x' });
  });

  it('tells of moves until it is no longer asked, and not of moves elsewhere', () => {
    const history = createFrameHistory(BASE);
    const moves: unknown[] = [];
    const stop = history.listen(({ pathname }, action) => void moves.push([pathname, action]));
    history.push({ pathname: '/a', search: '', hash: '' });
    history.replace({ pathname: '/b', search: '', hash: '' });
    window.history.replaceState(null, '', `${BASE}/c`);
    window.dispatchEvent(new PopStateEvent('popstate'));
    goTo('/browse/AUR-1');
    stop();
    history.push({ pathname: '/d', search: '', hash: '' });
    expect(moves).toEqual([
      ['/a', 'PUSH'],
      ['/b', 'REPLACE'],
      ['/c', 'POP'],
    ]);
  });
});
