import { z } from 'zod';

import { STORED } from '#tools/listing/stored-data';

const MANIFEST = z.object({
  app: z.object({ storage: z.object({ entities: z.array(z.object({ name: z.string() })) }) }),
});

/**
 * The page that says what is stored, about whom, and for how long.
 * @param manifest as YAML reads it.
 * @throws Error naming entities without a description, and descriptions without an entity.
 */
export function dataPage(manifest: unknown): string {
  const names = MANIFEST.parse(manifest).app.storage.entities.map(({ name }) => name);
  const unknown = names.filter((name) => STORED[name] === undefined);
  const unused = Object.keys(STORED).filter((name) => !names.includes(name));
  if (unknown.length + unused.length > 0) {
    throw new Error(
      `tools/listing/stored-data.ts does not fit manifest.yml. Without a description: ${unknown.join(', ') || 'none'}. Not in the manifest: ${unused.join(', ') || 'none'}.`,
    );
  }
  const rows = Object.entries(STORED).map(
    ([name, { what, people, kept }]) => `| \`${name}\` | ${what} | ${people} | ${kept} |`,
  );
  return [
    '# What is stored',
    '',
    "Everything lies in Forge's own storage, in the region of the site, apart for each installation. Nothing is sent anywhere else: the app has",
    'no permission to. No names and no e-mail addresses are stored, only account ids; no text of issues or pages. Text that people write into a',
    'risk is stored, since the register is where it lives. Logs hold ids of errors, never text.',
    '',
    '| entity | what | about people | kept |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    "Beside these there are a few single values: the board that a person's work items are judged by (90 days, under a digest of the account),",
    'the boards that names in searches meant, and how far the weekly report of accounts is. While that is under way, they hold the ids it tells.',
    '',
    'Accounts that are closed are [taken out of everything](data.md#people-who-leave).',
    '',
    'When the app is removed, Forge keeps its storage for 28 days, so that it can be installed again without a loss, and deletes it then.',
    '',
    'This page is made from `manifest.yml` by `npm run docs`.',
    '',
  ].join('\n');
}
