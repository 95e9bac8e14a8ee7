import { ensurePackages, runNpm } from '../scripts/run-npm.mjs';

/*
 * `npm run bench`: installs the peers, builds what is shipped, measures. Peers that can't be installed are told in the
 * table. `npm run bench -- --many` reads 20,000 records as well.
 */

await ensurePackages();
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const installed = await runNpm(['--prefix', 'bench', 'ci', ...quiet]);
if (installed.code !== 0) console.log('The peers could not be installed; what is there is measured.');
if ((await runNpm(['run', 'build', '--', '--production'])).code === 0) await import('./run.mjs');
else process.exitCode = 1;
