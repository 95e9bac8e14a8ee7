import { repositoryRoot } from './run-npm.mjs';

/**
 * What esbuild makes of the sources: the two halves of the extension, the server for node and for a web worker, the
 * command line with its worker, and what runs inside the views. For production they are small and have no maps.
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]}
 */
export function bundles(production) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: repositoryRoot,
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

  return [
    {
      ...node,
      entryPoints: ['client/src/node/main.ts'],
      outfile: 'dist/client/node.js',
      external: ['vscode'],
    },
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
}

/**
 * The files that something of has got into these bundles, as esbuild names them: from the repository's root, with `/`.
 * @param {readonly import('esbuild').BuildResult<{ metafile: true }>[]} results
 * @returns {string[]}
 */
export function inputsOf(results) {
  const inputs = new Set();
  for (const { metafile } of results) {
    for (const output of Object.values(metafile.outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
        if (bytesInOutput > 0) inputs.add(file);
      }
    }
  }
  return [...inputs].sort();
}
