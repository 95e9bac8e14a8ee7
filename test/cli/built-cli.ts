import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { collectKnowledge, collectModel } from '../../scripts/collect-data.ts';
import { dataFiles } from '../../server/src/knowledge/knowledge.ts';
import { repositoryRoot } from '../host/repository.ts';
import { createTemporaryFolder } from '../host/temporary-folder.ts';

/** What a run of the command line came to. */
export interface CliResult {
  /** The exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly output: string;
  readonly errors: string;
}

/** How the command line is run. */
export interface CliOptions {
  /** The working directory; the repository's root by default. */
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

let bundle: Promise<string> | undefined;

/**
 * The path of the bundled command line: what is in `dist` where that is up to date, else one made for this run.
 * It lies in a folder of its own, so that a build meanwhile doesn't take it away.
 */
export function builtCli(): Promise<string> {
  bundle ??= isFresh() ? Promise.resolve(copyCli()) : bundleCli();
  return bundle;
}

/** Runs the bundled command line to its end. Colours and the like are as on a machine that asks for nothing. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = spawn(process.execPath, [await builtCli(), ...args], {
    cwd: options.cwd ?? repositoryRoot,
    env: { ...plainEnvironment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve(exit ?? undefined));
  });
  return { code, output, errors };
}

/** The environment without what asks for colour or against it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...environment } = process.env;
  return environment;
}

function copyCli(): string {
  const folder = createTemporaryFolder().path;
  for (const name of ['cli.js', 'cli-worker.js', 'data']) {
    cpSync(path.join(repositoryRoot, 'dist', name), path.join(folder, name), { recursive: true });
  }
  return path.join(folder, 'cli.js');
}

async function bundleCli(): Promise<string> {
  const folder = createTemporaryFolder().path;
  const file = path.join(folder, 'cli.js');
  await build({
    absWorkingDir: repositoryRoot,
    entryPoints: { cli: 'server/src/cli/main.ts', 'cli-worker': 'server/src/cli/record-worker.ts' },
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  mkdirSync(path.join(folder, 'data'));
  writeFileSync(path.join(folder, 'data', dataFiles.knowledge), JSON.stringify(collectKnowledge()));
  writeFileSync(path.join(folder, 'data', dataFiles.model), JSON.stringify(collectModel()));
  return file;
}

/** Whether everything in `dist` that the command line needs is newer than all that it is made from. */
function isFresh(): boolean {
  const made = ['cli.js', 'cli-worker.js', `data/${dataFiles.knowledge}`, `data/${dataFiles.model}`].map(
    (name) => path.join(repositoryRoot, 'dist', name),
  );
  if (!made.every((file) => existsSync(file))) return false;
  const sources = ['server/src', 'server/data'].flatMap((folder) =>
    readdirSync(path.join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const changed = (file: string): number => statSync(file).mtimeMs;
  return Math.min(...made.map(changed)) > Math.max(...sources.map(changed));
}
