import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// `npm run package`: builds for production and makes the `.vsix` in the folder of the repository, or where
// `--out` says. `--no-build` packages what is built.
const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-build': { type: 'boolean' } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const run = (file, ...args) =>
  execFileSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });

if (!values['no-build']) run('scripts/build.mjs', '--production');
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  // Everything is bundled, so no dependencies go in; links in the README stay within the package.
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  values.out ?? `${name}-${version}.vsix`,
);
