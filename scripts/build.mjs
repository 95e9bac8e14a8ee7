import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { bundles, inputsOf } from './bundles.mjs';
import { repositoryRoot } from './run-npm.mjs';

// Bundles the entries and writes beside them the data and the list of what they are made from. `--watch` builds
// again on every change, `--production` makes the bundles small.
const all = bundles(process.argv.includes('--production'));

rmSync(path.join(repositoryRoot, 'dist'), { recursive: true, force: true });
runScript(['scripts/build-data.ts']);
if (process.argv.includes('--watch')) {
  for (const options of all) await (await context(options)).watch();
  console.log('Watching for changes. Data is built once: start again after a change in server/data.');
} else {
  const results = await Promise.all(all.map((options) => build({ ...options, metafile: true })));
  runScript(['scripts/write-sbom.ts', '--stdin'], inputsOf(results).join('\n'));
  // npm does the same for whoever installs it; this is for those who link to it by hand.
  chmodSync(path.join(repositoryRoot, 'dist', 'cli.js'), 0o755);
}

/**
 * @param {string[]} script With its arguments.
 * @param {string} [input] For its standard input.
 */
function runScript(script, input = '') {
  execFileSync(process.execPath, ['--import', 'tsx', ...script], {
    cwd: repositoryRoot,
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
}
