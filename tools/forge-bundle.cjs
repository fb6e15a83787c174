// Bundles the handlers of an app with Atlassian's own bundler, as `forge deploy` does, type check included.
// Usage: node tools/forge-bundle.cjs APP_FOLDER OUT_FOLDER. CommonJS and a process of its own, because the bundler insists on
// `require.main` and works in the current folder.
const { cpSync, mkdirSync, rmSync } = require('node:fs');
const { getNodeBundler } = require('@forge/bundler');

const [app, out] = process.argv.slice(2);
const silent = () => undefined;

// A deploy takes these two scripts from Atlassian's network; nothing here runs them.
const runtimeScript = async () => ({ script: '', source: '', version: 'local' });

async function bundle() {
  process.chdir(app);
  const bundler = getNodeBundler(
    { info: silent, debug: silent, trace: silent, warn: console.warn, error: console.error },
    { getNodeRuntimeWrapper: runtimeScript, getNodeRuntimeLoader: runtimeScript },
    { readConfig: async () => ({ app: {} }) },
  );
  const { outputDir } = await bundler.bundle({
    entryPoints: [{ name: 'index', path: './src/index.ts' }],
    appDirectory: app,
    watchMode: false,
    successMessage: '',
    i18nConfig: {},
  });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(outputDir, out, { recursive: true });
}

bundle().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
