import { describe, expect, it } from 'vitest';

import { readSiteAddress } from '#sandbox/remote/site-address';

describe('readSiteAddress', () => {
  it.each([
    ['https://your-site.atlassian.net', 'https://your-site.atlassian.net'],
    ['https://Your-Site.atlassian.net/', 'https://your-site.atlassian.net'],
    ['your-site.atlassian.net', 'https://your-site.atlassian.net'],
    [' https://jira.example.com ', 'https://jira.example.com'],
    ['http://localhost:8040', 'http://localhost:8040'],
    ['http://127.0.0.1:8040/', 'http://127.0.0.1:8040'],
  ])('understands %s', (text, origin) => {
    expect(readSiteAddress(text)).toEqual({ origin });
  });

  it.each([
    ['', /such as https:\/\/your-site\.atlassian\.net/],
    ['https://', /such as https/],
    ['not an address', /such as https/],
    ['http://your-site.atlassian.net', /needs https.*https:\/\/your-site\.atlassian\.net$/],
    ['http://localhost.evil.example', /needs https/],
    ['ftp://your-site.atlassian.net', /needs https/],
    ['your-site', /did you mean https:\/\/your-site\.atlassian\.net\?/],
    ['https://your-site.atlassian.net/jira/software', /without a path: https:\/\/your-site\.atlassian\.net$/],
    ['https://your-site.atlassian.net/?a=1', /without a path/],
    ['https://your-site.atlassian.net/#a', /without a path/],
    ['https://me:secret@your-site.atlassian.net', /without a name or password/],
  ])('says what is wrong with %j', (text, words) => {
    const address = readSiteAddress(text);
    expect(address).toEqual({ problem: expect.stringMatching(words) as string });
    expect(JSON.stringify(address)).not.toContain('secret');
  });
});
