import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

// Bundles the entries and writes the data beside them. `--watch` builds again on every change,
// `--production` makes the bundles small.
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  keepNames: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', target: 'node20' };
// Without these conditions a dependency picks its DOM build, which dies in a web worker.
const worker = {
  ...common,
  platform: 'browser',
  conditions: ['worker', 'module'],
  mainFields: ['browser', 'module', 'main'],
};

const bundles = [
  { ...node, entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client/node.js', external: ['vscode'] },
  {
    ...worker,
    entryPoints: ['client/src/browser/main.ts'],
    outfile: 'dist/client/browser.js',
    external: ['vscode'],
  },
  { ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server/node.js' },
  {
    ...worker,
    format: 'iife',
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/server/browser.js',
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  // What the command line runs on each core.
  { ...node, entryPoints: ['server/src/cli/record-worker.ts'], outfile: 'dist/cli-worker.js' },
  // What runs inside the views. The extension loads none of it: a view does, when it is opened.
  {
    ...common,
    format: 'iife',
    platform: 'browser',
    entryPoints: ['balance.ts', 'run.ts', 'review.ts', 'webviews.css'].map(
      (name) => `client/webviews/${name}`,
    ),
    outdir: 'dist/webviews',
  },
];

const buildData = () =>
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-data.ts'], {
    cwd: root,
    stdio: 'inherit',
  });

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
buildData();
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
  console.log('Watching for changes. Data is built once: start again after a change in server/data.');
} else {
  await Promise.all(bundles.map((options) => build(options)));
  // npm does the same for whoever installs it; this is for those who link to it by hand.
  chmodSync(new URL('../dist/cli.js', import.meta.url), 0o755);
}
