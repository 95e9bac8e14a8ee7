/*
 * Runs test files with Mocha in this process: `node --import tsx test/host/run-mocha.ts 'test/unit/**\/*.test.ts'`.
 * Options before the patterns: `--timeout=MS`. Ends with 0 when all passed and there was at least one.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { glob } from 'tinyglobby';
import { repositoryRoot } from './repository.ts';
import { runAndCount } from './test-counts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '60000' }, grep: { type: 'string' } },
});
const files = await glob(positionals, { cwd: repositoryRoot });
const mocha = new Mocha({
  ui: 'bdd',
  timeout: Number(values.timeout),
  forbidOnly: true,
  forbidPending: true,
  ...(values.grep !== undefined && { grep: values.grep }),
});
for (const file of files.sort()) mocha.addFile(path.join(repositoryRoot, file));
await mocha.loadFilesAsync();
const { passed, failed } = await runAndCount(mocha);
// Not `process.exit`: the report may still be on its way through a pipe.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
