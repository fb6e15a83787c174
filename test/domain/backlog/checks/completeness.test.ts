import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';

const HEADINGS = ['What it finds', 'Why it matters', 'How it decides', 'Options', 'When to ignore it'];
/** What the folder holds beside one file a check. */
const NOT_CHECKS = ['define-check.ts', 'index.ts', 'read-settings.ts', 'run-checks.ts', 'settings.ts'];
const NOT_CHECK_TESTS = ['completeness.test.ts', 'read-settings.test.ts', 'run-checks.test.ts'];
const SEVERITY = { critical: 'Critical', warn: 'Warning', info: 'Note' } as const;

/** A default as a page writes it: a number, or for a list its entries, `none` where it is empty. */
function valueOf(written: string): number | readonly string[] {
  const text = written.replaceAll('`', '').trim();
  if (text === 'none') return [];
  return /^[\d.]+$/.test(text) ? Number(text) : text.split(', ');
}

const page = (id: string) => readFileSync(`docs/checks/${id}.md`, 'utf8');

describe.each(CHECK_IDS)('%s', (id) => {
  it('has its id, a source file and a test table', () => {
    expect(CHECKS[id].meta.id).toBe(id);
    expect(existsSync(`src/domain/backlog/checks/${id}.ts`)).toBe(true);
    expect(readFileSync(`test/domain/backlog/checks/${id}.test.ts`, 'utf8')).toMatch(/it\.each/);
  });

  it('has a page with exactly the headings, in order', () => {
    const lines = page(id).split('\n');
    expect(lines.filter((line) => line.startsWith('# '))).toEqual([`# ${id}`]);
    expect(lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3))).toEqual(HEADINGS);
  });

  it('has text under each heading', () => {
    const sections = page(id)
      .split(/^## .*$/m)
      .slice(1);
    for (const section of sections) expect(section.trim().length).toBeGreaterThan(20);
  });

  it('is documented with the defaults that it has', () => {
    const options = page(id).split('## Options')[1]?.split('## ')[0] ?? '';
    const documented = [...options.matchAll(/^\| `(\w+)`\s*\| ([^|]+)\|/gm)].map(([, name, value]) => [
      name,
      valueOf(value ?? ''),
    ]);
    expect(Object.fromEntries(documented)).toEqual(CHECKS[id].options);
    const { severity, enabledByDefault } = CHECKS[id].meta;
    expect(options).toContain(`${enabledByDefault ? 'On' : 'Off'} by default. ${SEVERITY[severity]}`);
  });
});

describe('the folder of checks', () => {
  it('has the fifteen checks of the design', () => {
    expect(CHECK_IDS).toHaveLength(15);
  });

  it('holds no file that is not in the registry', () => {
    const files = readdirSync('src/domain/backlog/checks').filter((name) => !NOT_CHECKS.includes(name));
    expect(files.sort()).toEqual(CHECK_IDS.map((id) => `${id}.ts`).sort());
  });

  it('has no page and no test of a check that is gone', () => {
    const pages = readdirSync('docs/checks').filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(CHECK_IDS.map((id) => `${id}.md`).sort());
    const tests = readdirSync('test/domain/backlog/checks').filter((name) => !NOT_CHECK_TESTS.includes(name));
    expect(tests.sort()).toEqual(CHECK_IDS.map((id) => `${id}.test.ts`).sort());
  });
});
