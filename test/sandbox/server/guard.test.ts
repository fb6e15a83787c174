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
