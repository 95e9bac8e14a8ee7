import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { cacheRoot, repositoryRoot } from './repository.ts';
import { defineGrep } from './suite-grep.ts';

/**
 * Bundles test/vscode for the extension host, which loads CommonJS only, one file for each test file beside
 * `index.js`. Returns the path of that entry.
 */
export async function bundleSuite(): Promise<string> {
  const source = path.join(repositoryRoot, 'test', 'vscode');
  const outdir = path.join(cacheRoot, 'vscode-suite');
  // A test file that was renamed or deleted must not go on running.
  rmSync(outdir, { recursive: true, force: true });
  const tests = await glob('**/*.test.ts', { cwd: source, absolute: true });
  await build({
    entryPoints: [path.join(source, 'index.ts'), ...tests],
    outbase: source,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    define: defineGrep(),
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}
