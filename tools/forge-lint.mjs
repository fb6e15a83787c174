// Atlassian's whole client-side lint of an app, without login or network.
// Usage: node tools/forge-lint.mjs [APP_FOLDER]. Exits with 1 when the linter has anything to say.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SCOPES } from '#sandbox/jira/rest/scopes';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

// The linter wants an OpenAPI file per product, at the path that each of these variables gives.
const PRODUCTS = ['JIRA', 'JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'];

/**
 * Writes the OpenAPI files from which the linter reads the scopes of each call, made of the local site's own table of scopes
 * (`npm run conformance` holds it against Atlassian's files), and points the linter at them.
 */
function provideOpenApi(folder) {
  const jira = {};
  for (const [operation, scopes] of Object.entries(SCOPES)) {
    const [method, path] = operation.split(' ');
    jira[path] ??= {};
    // As in Atlassian's files: the classic scopes are current, and the granular ones that stand in for them are beta.
    const [current, ...others] = scopes;
    jira[path][method.toLowerCase()] = {
      'x-atlassian-oauth2-scopes': [
        { state: 'Current', scopes: current },
        ...others.map((set) => ({ state: 'Beta', scopes: set })),
      ],
    };
  }
  for (const product of PRODUCTS) {
    const file = join(folder, `${product}.json`);
    const paths = product === 'JIRA' || product === 'JSW' ? jira : {};
    writeFileSync(file, JSON.stringify({ openapi: '3.0.1', paths }));
    process.env[`LOCAL_${product}_SWAGGER`] = file;
  }
  process.env.USE_LOCAL_SWAGGER = '1';
}

function sources(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.[jt]sx?$/.test(name))
    .map((name) => join(folder, name));
}

async function problems() {
  // Imported late: the linter reads its environment when it loads.
  const { ProcessorBuilder, ValidationTypes } = (await import('@forge/manifest')).default;
  const { lint } = (await import('@forge/lint')).default;
  const say = (file, level, raw) => `${level} ${file}:${raw.line ?? 1} ${raw.message}`;
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.BASIC).withOptions({}).build();
  const manifest = await processor.process();
  const content = manifest.manifestObject?.typedContent ?? manifest.manifestObject?.yamlContent;
  if (!content) return manifest.errors.map((raw) => say('manifest.yml', raw.level, raw));
  const silent = () => undefined;
  const logger = { info: silent, debug: silent, trace: silent, warn: silent, error: console.error };
  const featureGates = {
    getDeprecatedRuntimes: async () => [],
    isTeamworkGraphProductSupported: async () => false,
  };
  const results = await lint(sources('src'), content, 'DEVELOPMENT', logger, featureGates, {
    linter: { mode: 'client-side' },
  });
  return results.flatMap(({ file, errors, warnings, approvals = [] }) => [
    ...errors.map((raw) => say(file, 'error', raw)),
    ...warnings.map((raw) => say(file, 'warning', raw)),
    ...approvals.map((raw) => say(file, 'approval', raw)),
  ]);
}

const openApi = mkdtempSync(join(tmpdir(), 'evenkeel-openapi-'));
try {
  provideOpenApi(openApi);
  process.chdir(resolve(process.argv[2] ?? root));
  const said = await problems();
  for (const line of said) console.log(line);
  console.log(said.length === 0 ? 'Forge lint: no problems' : `Forge lint: ${said.length} problems`);
  process.exitCode = said.length === 0 ? 0 : 1;
} finally {
  rmSync(openApi, { recursive: true, force: true });
}
