import { defineConfig } from 'vitest/config';

import { checkDocs } from '#tools/check-docs';
import { screenAliases } from '#tools/screen-config';

const environment = { TZ: 'UTC' };

/** Long enough to tell what hangs from what is slow on a busy machine; longer than what a screen's test waits for. */
const PATIENCE = 30_000;

export default defineConfig({
  resolve: { alias: screenAliases },
  test: {
    env: environment,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: PATIENCE,
          include: [
            'test/{background,domain,contract,usecases,adapters,resolvers,sandbox,tools,docs}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        plugins: [checkDocs()],
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['test/static/**/*.test.{ts,tsx}'],
          setupFiles: ['test/static/setup.ts'],
          testTimeout: PATIENCE,
          // Atlaskit imports style sheets, which only Vite can load.
          server: { deps: { inline: [/@atlaskit\//] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{manifest,integration}/**/*.test.ts'],
          globalSetup: ['test/integration/bundle-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
