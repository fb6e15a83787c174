import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { ALL_CHECKS } from '#src/domain/risk/checks/index';
import type { AnyCheckId } from '#src/domain/risk/finding';

const HEADINGS = ['What it finds', 'Why it matters', 'How it decides', 'Options', 'When to ignore it'];
/** What the folders hold beside one file a check. */
const NOT_CHECKS = ['define-check.ts', 'index.ts', 'run-checks.ts', 'settings.ts'];
const NOT_TABLES = ['completeness.test.ts', 'run-checks.test.ts'];
const SEVERITY = { critical: 'Critical', warn: 'Warning', info: 'Note' } as const;
const IDS = Object.keys(ALL_CHECKS) as AnyCheckId[];

const page = (id: string) => readFileSync(`docs/register-checks/${id}.md`, 'utf8');
const others = (folder: string, except: readonly string[]) =>
  readdirSync(folder)
    .filter((name) => !except.includes(name))
    .sort();

describe.each(IDS)('%s', (id) => {
  it('has its id, a source file and a test table', () => {
    expect(ALL_CHECKS[id].meta.id).toBe(id);
    expect(existsSync(`src/domain/risk/checks/${id}.ts`)).toBe(true);
    expect(readFileSync(`test/domain/risk/checks/${id}.test.ts`, 'utf8')).toMatch(/it\.each/);
  });

  it('has a page with exactly the headings, in order, and text under each', () => {
    const lines = page(id).split('\n');
    expect(lines.filter((line) => line.startsWith('# '))).toEqual([`# ${id}`]);
    expect(lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3))).toEqual(HEADINGS);
    const sections = page(id)
      .split(/^## .*$/m)
      .slice(1);
    for (const section of sections) expect(section.trim().length).toBeGreaterThan(20);
  });

  it('is documented with the defaults that it has', () => {
    const options = page(id).split('## Options')[1]?.split('## ')[0] ?? '';
    const documented = [...options.matchAll(/^\| `(\w+)`\s*\| ([^|]+)\|/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]);
    expect(Object.fromEntries(documented)).toEqual(ALL_CHECKS[id].options);
    const { severity, enabledByDefault } = ALL_CHECKS[id].meta;
    expect(options).toContain(`${enabledByDefault ? 'On' : 'Off'} by default. ${SEVERITY[severity]}`);
  });
});

describe('the folders', () => {
  it('hold nothing of a check that is not in the registry', () => {
    expect(others('src/domain/risk/checks', NOT_CHECKS)).toEqual(IDS.map((id) => `${id}.ts`).sort());
    expect(others('docs/register-checks', ['README.md'])).toEqual(IDS.map((id) => `${id}.md`).sort());
    expect(others('test/domain/risk/checks', NOT_TABLES)).toEqual(IDS.map((id) => `${id}.test.ts`).sort());
  });
});
