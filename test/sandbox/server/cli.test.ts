import { describe, expect, it } from 'vitest';

import { parseCommandLine, UsageError } from '#sandbox/cli';

const start = (change: object) => ({
  kind: 'start',
  options: { port: 8040, importFile: null, estimateColumn: null, fresh: false, ...change },
});

describe('parseCommandLine', () => {
  it.each([
    [[], {}],
    [['--port', '9000'], { port: 9000 }],
    [['--port=9000', '--fresh'], { port: 9000, fresh: true }],
    [['--import', 'a.csv'], { importFile: 'a.csv' }],
    [
      ['--import', 'a.csv', '--estimate-column', 'Story Points'],
      { importFile: 'a.csv', estimateColumn: 'Story Points' },
    ],
  ])('understands %j', (args, options) => {
    expect(parseCommandLine(args)).toEqual(start(options));
  });

  it('understands a site of one’s own', () => {
    const args = [
      '--site',
      'https://your-site.atlassian.net/',
      '--email',
      'you@example.com',
      '--port',
      '9000',
    ];
    expect(parseCommandLine(args)).toEqual({
      kind: 'own-site',
      choice: { port: 9000, address: 'https://your-site.atlassian.net', email: 'you@example.com' },
    });
  });

  it.each([[['--token', 'secret']], [['--token=secret']]])(
    'neither takes nor repeats a token: %j',
    (args) => {
      const attempt = () => parseCommandLine(['--site', 'https://a.atlassian.net', ...args]);
      expect(attempt).toThrow('The API token is not taken as an argument');
      expect(attempt).not.toThrow('secret');
    },
  );

  it.each([['--help'], ['-h']])('explains itself on %s', (flag) => {
    const command = parseCommandLine([flag]);
    expect(command.kind).toBe('help');
    for (const option of ['--import', '--estimate-column', '--fresh', '--port', '--site', '--email']) {
      expect(command).toHaveProperty('text', expect.stringContaining(option));
    }
  });

  it.each([
    [['--prot', '1'], "Unknown option '--prot'"],
    [['backlog.csv'], "Unexpected argument 'backlog.csv'"],
    [['--import'], "Option '--import <value>' argument missing"],
    [['--port', 'x'], '--port takes a whole number from 1 to 65534; got "x".'],
    [['--port', '0'], '--port takes a whole number'],
    [['--port', '65535'], '--port takes a whole number'],
    [['--estimate-column', 'Points'], 'add --import FILE.csv'],
    [['--site', 'https://a.atlassian.net'], 'add --email you@example.com'],
    [['--site', 'https://a.atlassian.net', '--email', 'me'], 'add --email you@example.com'],
    [['--site', 'http://a.atlassian.net', '--email', 'a@b.c'], 'needs https'],
    [['--site', 'https://a.atlassian.net', '--email', 'a@b.c', '--fresh'], '--fresh is for the local site'],
    [
      ['--site', 'https://a.atlassian.net', '--email', 'a@b.c', '--import', 'a.csv'],
      '--import is for the local',
    ],
    [['--email', 'a@b.c'], 'add --site https://your-site.atlassian.net'],
  ])('refuses %j and says why', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(message);
  });
});
