import { describe, expect, it } from 'vitest';

import { refusalOf } from '#sandbox/api/guard';

const HOST = { host: 'localhost:8040' };

describe('refusalOf', () => {
  it.each([
    ['a page', 'GET', '/browse/AUR-1', HOST],
    ['a page opened from elsewhere', 'GET', '/browse/AUR-1', { ...HOST, 'sec-fetch-site': 'cross-site' }],
    ['a page by address', 'GET', '/', { host: '127.0.0.1:8040' }],
    ['a page by IPv6 address', 'GET', '/', { host: '[::1]:8040' }],
    ['REST by a program', 'GET', '/rest/api/3/myself', HOST],
    ['REST of Confluence by a program', 'GET', '/wiki/api/v2/pages', HOST],
    [
      'a page of Confluence opened from elsewhere',
      'GET',
      '/wiki/spaces/AUR',
      { ...HOST, 'sec-fetch-site': 'cross-site' },
    ],
    ['a change by a program', 'POST', '/rest/api/3/issue', HOST],
    [
      'a change by the site',
      'POST',
      '/sandbox/api/clock',
      { ...HOST, origin: 'http://localhost:8040', 'sec-fetch-site': 'same-origin' },
    ],
  ])('lets %s through', (_name, method, path, headers) => {
    expect(refusalOf({ method, path, headers })).toBeNull();
  });

  it.each([
    ['a program', {}],
    ['a typed address', { 'sec-fetch-site': 'none' }],
    ['another origin', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8041' }],
  ])('refuses %s where calls are made with somebody’s credentials', (_name, sent) => {
    for (const path of ['/rest/api/3/myself', '/sandbox/api/session', '/wiki/api/v2/pages']) {
      const request = { method: 'GET', path, headers: { ...HOST, ...sent }, isForPagesAlone: true };
      expect(refusalOf(request)).toMatch(/only from its own pages/);
    }
  });

  it('lets the site’s own pages make calls with somebody’s credentials, and anybody open a page', () => {
    const calls = { ...HOST, 'sec-fetch-site': 'same-origin' };
    const all = { method: 'GET', isForPagesAlone: true };
    expect(refusalOf({ ...all, path: '/rest/api/3/myself', headers: calls })).toBeNull();
    expect(refusalOf({ ...all, path: '/browse/AUR-1', headers: HOST })).toBeNull();
  });

  it.each([
    ['a foreign host name', 'GET', '/', { host: 'evil.example:8040' }],
    ['a host name that only begins like this machine', 'GET', '/', { host: 'localhost.evil.example' }],
    ['no host name', 'GET', '/', {}],
    [
      'a change from the app’s origin',
      'POST',
      '/sandbox/api/session',
      { ...HOST, origin: 'http://localhost:8041' },
    ],
    [
      'a change that says it is from another origin',
      'POST',
      '/rest/api/3/issue',
      { ...HOST, 'sec-fetch-site': 'same-site' },
    ],
    [
      'a read of data from another origin',
      'GET',
      '/rest/api/3/myself',
      { ...HOST, 'sec-fetch-site': 'cross-site' },
    ],
    [
      'a read of Confluence’s data from another origin',
      'GET',
      '/wiki/rest/api/user/current',
      { ...HOST, 'sec-fetch-site': 'cross-site' },
    ],
    ['a change from a page without an origin', 'POST', '/sandbox/api/faults', { ...HOST, origin: 'null' }],
  ])('refuses %s', (_name, method, path, headers) => {
    expect(refusalOf({ method, path, headers })).toMatch(/^The local site/);
  });
});
