import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const inFolder = (folder, ...pattern) => pattern.map((name) => `${folder}/**/${name}`);

/** A folder of `src` or `static`, and what it must not import: each ban says why. */
function room(files, bans, ignores = []) {
  return {
    files,
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: bans }],
    },
  };
}

const FORGE = {
  group: ['@forge/*'],
  message:
    'Only adapters, resolvers, background, app.ts and static/ui/bridge.ts talk to Forge: the rest stays testable without it.',
};
// Patterns of `group` are those of .gitignore, where "#" starts a comment: our own imports need `regex`.
const SANDBOX = {
  regex: '(^#|/)sandbox/',
  message: 'The app does not know the sandbox: it runs unmodified on both.',
};
const above = (...layers) => ({
  regex: `^#src/(${layers.join('|')})(/|$)`,
  message:
    'Dependencies point one way: domain, ports, usecases, resolvers. See docs/decisions/0005-layers.md.',
});
const IMPURE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument: pass `now` in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument: pass `now` in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is an argument: pass a seed in.',
  },
];

export default ts.config(
  {
    ignores: [
      'static/*/build/**',
      'sandbox/site/build/**',
      '.sandbox/**',
      '.bundle/**',
      'node_modules/**',
      'test/fixtures/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Issue text is untrusted: render it as text.',
        },
      ],
    },
  },
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    files: inFolder('src/domain', '*.ts'),
    rules: { 'no-restricted-syntax': ['error', ...IMPURE] },
  },
  room(inFolder('src/domain', '*.ts'), [
    FORGE,
    SANDBOX,
    above('ports', 'usecases', 'adapters', 'resolvers', 'background', 'contract', 'app'),
    {
      group: ['node:*', 'react', 'react-*', 'zod'],
      message: 'The domain is pure: no I/O, no screens, no wire formats.',
    },
  ]),
  room(inFolder('src/ports', '*.ts'), [
    FORGE,
    SANDBOX,
    above('usecases', 'adapters', 'resolvers', 'background', 'contract', 'app'),
  ]),
  room(inFolder('src/usecases', '*.ts'), [
    FORGE,
    SANDBOX,
    above('adapters', 'resolvers', 'background', 'contract', 'app'),
  ]),
  room(inFolder('src/contract', '*.ts'), [
    FORGE,
    SANDBOX,
    above('domain', 'ports', 'usecases', 'adapters', 'resolvers', 'background', 'app'),
  ]),
  room(inFolder('src/adapters', '*.ts'), [
    SANDBOX,
    above('usecases', 'resolvers', 'background', 'contract', 'app'),
  ]),
  room(['src/*.ts'], [SANDBOX]),
  room(inFolder('src/resolvers', '*.ts'), [SANDBOX, above('adapters')]),
  room(
    inFolder('static', '*.ts', '*.tsx'),
    [
      FORGE,
      SANDBOX,
      above('ports', 'usecases', 'adapters', 'resolvers', 'background', 'app'),
      {
        regex: '^#src/contract/',
        allowTypeImports: true,
        message: 'Screens take only the types of the contract: zod is too heavy for them.',
      },
      { group: ['zod', 'zod/*'], message: 'zod is too heavy for screens.' },
    ],
    ['static/ui/bridge.ts'],
  ),
  room(inFolder('sandbox', '*.ts', '*.tsx'), [
    {
      regex: '^#src/|/src/',
      message: 'The sandbox runs the app through its manifest, as the platform does.',
    },
  ]),
  {
    files: inFolder('test', '*.ts', '*.tsx'),
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        require: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
