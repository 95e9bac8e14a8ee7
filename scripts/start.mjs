/*
 * `npm start`: installs and builds what is missing, reads the sample records, and opens them in VS Code.
 * `npm start -- --no-open` stops after the reading.
 */
import { spawn } from 'node:child_process';
import { ensurePackages, repositoryRoot, runNpm } from './run-npm.mjs';

const isToOpen = !process.argv.includes('--no-open');

process.exitCode = await start();

/** @returns {Promise<number>} the exit code */
async function start() {
  if (!(await ensurePackages())) return fail('The packages could not be installed. What npm said is above.');
  console.log('Building Supervision Lens …');
  const build = await runNpm(['run', 'build'], { quiet: true });
  if (build.code !== 0) return fail(`${build.output}\nThe build did not succeed. What it said is above.`);
  console.log('Reading the sample records …\n');
  const check = await runNode(['dist/cli.js', 'check', 'samples']);
  if (check !== 0) return fail('The sample records could not be read.');
  return isToOpen ? runNode(['--import', 'tsx', 'scripts/open-samples.ts']) : 0;
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  return 1;
}

/**
 * Runs a program with Node, hands signals on to it, and resolves with its exit code.
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runNode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: repositoryRoot, stdio: 'inherit' });
    // A terminal sends Ctrl-C to the child as well: staying until it has tidied up is all there is to do.
    const stay = () => undefined;
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', stay).on('SIGTERM', pass).on('SIGHUP', pass);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => {
      process.off('SIGINT', stay).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(code ?? 1);
    });
  });
}
