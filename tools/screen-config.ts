import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { checkDocs } from '#tools/check-docs';
import { screenMessages } from '#tools/screen-messages';

const require = createRequire(import.meta.url);
const { getThemeStyles } = require('@atlaskit/tokens/get-theme-styles') as {
  getThemeStyles: (which: 'all') => Promise<{ id: string; css: string }[]>;
};

// Outside Atlassian's products the tokens package otherwise complains of a missing feature gate in every build.
Object.assign(globalThis, { __PLATFORM_FEATURE_FLAGS__: { booleanResolver: () => false } });

const THEMES = ['light', 'dark', 'spacing', 'shape', 'typography', 'motion'];

/** Spacing, shape and type are the same in light and dark, so they hold whatever `data-theme` the host sets. */
const forEveryTheme = (css: string): string =>
  css.replaceAll(/html\[data-theme~="(\w+):\1"\],\s*\[data-subtree-theme\]\[data-theme~="\1:\1"\]/g, ':root');

/** Serves the Atlassian design tokens as `virtual:design-tokens.css`: a plain file, since the CSP forbids injected styles. */
function designTokens(): Plugin {
  const id = '\0virtual:design-tokens.css';
  return {
    name: 'design-tokens',
    resolveId: (source) => (source === 'virtual:design-tokens.css' ? id : undefined),
    load: async (source) => {
      if (source !== id) return undefined;
      const themes = await getThemeStyles('all');
      return themes
        .filter((theme) => THEMES.includes(theme.id))
        .map((theme) => forEveryTheme(theme.css))
        .join('\n');
    },
  };
}

/** Atlaskit's feature gates weigh 28 KB and are never switched on outside Atlassian: docs/decisions/0004-screens.md. */
export const screenAliases = [
  {
    find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/,
    replacement: fileURLToPath(new URL('../static/ui/no-feature-gates.ts', import.meta.url)),
  },
];

/** Builds one folder with an index.html, such as `static/backlog-health`, into its own `build` folder. */
export function screenConfig(folder: string) {
  const absolute = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return defineConfig({
    root: folder,
    base: './',
    logLevel: 'warn',
    plugins: [react(), designTokens(), checkDocs(), screenMessages(absolute)],
    resolve: { alias: screenAliases },
    build: { outDir: 'build', emptyOutDir: true, assetsInlineLimit: 0 },
  });
}
