import { ESLint, Linter } from 'eslint';
import { expect, it } from 'vitest';
import ts from 'typescript-eslint';

const RULE = '@typescript-eslint/no-restricted-imports';

/** What the project's lint says of one import in a file of that name, which need not exist. */
async function complaints(file: string, source: string): Promise<string[]> {
  const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  const linter = new Linter();
  const messages = linter.verify(
    source,
    [
      {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: ts.parser },
        plugins: { '@typescript-eslint': ts.plugin },
        rules: { [RULE]: config.rules[RULE] ?? 'off' },
      },
    ],
    file,
  );
  return messages.map(({ message }) => message);
}

it.each([
  ['src/domain/x.ts', '#src/ports/boards'],
  ['src/domain/backlog/x.ts', '#src/usecases/page-size'],
  ['src/domain/x.ts', '#src/contract/index'],
  ['src/domain/x.ts', '#src/app'],
  ['src/domain/x.ts', '#sandbox/clock'],
  ['src/domain/x.ts', '@forge/api'],
  ['src/domain/x.ts', 'node:fs'],
  ['src/ports/x.ts', '#src/adapters/jira/ask'],
  ['src/usecases/x.ts', '#src/adapters/jira/ask'],
  ['src/usecases/x.ts', '#src/resolvers/calls'],
  ['src/usecases/x.ts', '@forge/kvs'],
  ['src/contract/x.ts', '#src/domain/backlog/issue'],
  ['src/adapters/jira/x.ts', '#src/usecases/page-size'],
  ['src/resolvers/x.ts', '#src/adapters/jira/ask'],
  ['src/x.ts', '#sandbox/clock'],
  ['src/x.ts', '../sandbox/clock'],
  ['static/backlog-health/x.tsx', '#src/contract/index'],
  ['static/backlog-health/x.tsx', '#src/adapters/jira/ask'],
  ['static/backlog-health/x.tsx', '@forge/bridge'],
  ['static/backlog-health/x.tsx', 'zod'],
  ['sandbox/forge/x.ts', '#src/app'],
  ['sandbox/forge/x.ts', '../../src/app'],
])('%s must not import %s', async (file, from) => {
  expect(await complaints(file, `import { a } from '${from}';`)).toHaveLength(1);
});

it.each([
  ['src/domain/x.ts', "import { a } from '#src/domain/backlog/issue';"],
  ['src/usecases/x.ts', "import { a } from '#src/ports/boards';"],
  ['src/adapters/jira/x.ts', "import { a } from '@forge/api';"],
  ['src/resolvers/x.ts', "import { a } from '#src/contract/index';"],
  ['static/ui/bridge.ts', "import { a } from '@forge/bridge';"],
  ['static/backlog-health/x.tsx', "import type { A } from '#src/contract/index';"],
  ['static/backlog-health/x.tsx', "import { a } from '#src/domain/backlog/runway';"],
  ['sandbox/forge/x.ts', "import { a } from '#sandbox/clock';"],
])('%s may say: %s', async (file, source) => {
  expect(await complaints(file, source)).toEqual([]);
});
