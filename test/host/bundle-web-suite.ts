import path from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { cacheRoot, repositoryRoot } from './repository.ts';
import { defineGrep } from './suite-grep.ts';

/**
 * Bundles test/vscode for the extension host in a web worker, into one file: nothing can be loaded from beside
 * it. Tests that need a process of their own, under `node`, are left out. Returns the file's path.
 */
export async function bundleWebSuite(): Promise<string> {
  const source = path.join(repositoryRoot, 'test', 'vscode');
  const outfile = path.join(cacheRoot, 'web-suite', 'index.js');
  const tests = await glob('**/*.test.ts', { cwd: source, ignore: ['node/**'] });
  const load = tests.sort().map((file) => `require(${JSON.stringify(`./${file}`)});`);
  await build({
    stdin: {
      // Tests tell Mocha of themselves as they are loaded, so that must wait until it is set up.
      contents: `const { runInWebWorker } = require('./web/run-in-web-worker.ts');
        globalThis.runSuite = () => runInWebWorker(() => { ${load.join('\n')} });`,
      resolveDir: source,
      loader: 'js',
    },
    outfile,
    // Mocha's browser build puts itself into the module's exports: these have the last word.
    footer: { js: 'module.exports = { run: () => globalThis.runSuite() };' },
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    plugins: [
      {
        name: 'stand-ins',
        setup(bundle) {
          bundle.onResolve({ filter: /^(?:mocha|node:assert\/strict)$/ }, ({ path: name }) => ({
            path: path.join(source, 'web', name === 'mocha' ? 'mocha.ts' : 'assert.ts'),
          }));
        },
      },
    ],
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis', ...defineGrep() },
    logLevel: 'warning',
  });
  return outfile;
}
