import { z } from 'zod';

import { SCOPE_REASONS } from '#tools/listing/scope-reasons';

const MANIFEST = z.object({ permissions: z.object({ scopes: z.array(z.string()) }) });

const PRODUCTS = [
  { name: 'Jira', has: (scope: string) => scope.includes('jira') },
  { name: 'Confluence', has: (scope: string) => scope.includes('confluence') },
  { name: 'Forge', has: () => true },
];

const productOf = (scope: string) => PRODUCTS.find(({ has }) => has(scope))?.name ?? '';

/**
 * The page that says what each permission is for.
 * @param manifest as YAML reads it.
 * @throws Error naming scopes without a reason, and reasons without a scope.
 */
export function scopePage(manifest: unknown): string {
  const { scopes } = MANIFEST.parse(manifest).permissions;
  const unexplained = scopes.filter((scope) => SCOPE_REASONS[scope] === undefined);
  const unused = Object.keys(SCOPE_REASONS).filter((scope) => !scopes.includes(scope));
  if (unexplained.length + unused.length > 0) {
    throw new Error(
      `tools/listing/scope-reasons.ts does not fit manifest.yml. Without a reason: ${unexplained.join(', ') || 'none'}. Not in the manifest: ${unused.join(', ') || 'none'}.`,
    );
  }
  const rows = scopes.map(
    (scope) => `| \`${scope}\` | ${productOf(scope)} | ${SCOPE_REASONS[scope] ?? ''} |`,
  );
  return [
    '# What each permission is for',
    '',
    'An admin who installs Evenkeel agrees to these. Nothing is sent outside of Atlassian: the app has no permission to. What it reads in Jira',
    'and Confluence it reads as the person who looks, so nobody sees more than Jira and Confluence show them; where nobody is there, in the',
    'background, it keeps ids, dates and numbers only.',
    '',
    '| permission | product | what for |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'This page is made from `manifest.yml` by `npm run docs`.',
    '',
  ].join('\n');
}
