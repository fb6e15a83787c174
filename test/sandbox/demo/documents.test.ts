import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { seedBenchBoard } from '#sandbox/demo/bench-board';
import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import type { JiraSite } from '#sandbox/jira/site.types';

import { demoSite, emptySite } from './demo-site';

/** Atlassian's JSON schema of ADF, which names a draft that the validator does not load. */
function schemaOfAdf(): object {
  const file = createRequire(import.meta.url).resolve('@atlaskit/adf-schema/dist/json-schema/v1/full.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

const isAdf = new Ajv({ strict: false, validateSchema: false, logger: false }).compile(schemaOfAdf());

const documentsOf = (site: JiraSite) => [
  ...[...site.all('issues')].flatMap(({ description }) => description ?? []),
  ...[...site.all('comments')].map(({ body }) => body),
];

function benchSite(): JiraSite {
  const site = emptySite();
  seedBenchBoard(site, { issues: 200, seed: 3 });
  return site;
}

describe("documents are valid by Atlassian's schema of ADF", () => {
  it.each([
    ['the demo', demoSite().site],
    ['the bench board', benchSite()],
  ])('in %s', (_, site) => {
    const documents = documentsOf(site);
    expect(documents.length).toBeGreaterThan(100);
    expect(documents.filter((document) => !isAdf(document))).toEqual([]);
  });

  it.each([
    ['a table in a panel', '{panel}\n||a||\n|b|\n{panel}'],
    ['code in a list', '* a\n{code}\nb\n{code}\n* c'],
    ['an image in a list', '* a !b.png! c'],
    ['a heading in a table', '|h1. a|'],
    ['broken markup', '{code}\n|| [a| *b {{c'],
  ])('in imports: %s', (_, wiki) => {
    expect(isAdf(wikiToAdf(wiki).adf)).toBe(true);
  });

  it('and the schema tells', () => {
    expect(isAdf({ type: 'doc', version: 1, content: [{ type: 'text', text: 'a' }] })).toBe(false);
  });
});
