import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtCli } from '../helpers/stdio-server.ts';
import { findExecutable } from '../host/find-executable.ts';
import { canInstallDebian, installDebian } from '../host/install-debian.ts';
import { repositoryRoot } from '../host/repository.ts';
import { createTemporaryFolder } from '../host/temporary-folder.ts';

/** What a person would do in Neovim. */
export interface NeovimJob {
  readonly text: string;
  /** Where the cursor goes, 0-based. */
  readonly line: number;
  readonly column: number;
  /** How the title of the code action begins. */
  readonly title: string;
}

/** What Neovim has seen, and what is on disk afterwards. */
export interface NeovimReport {
  readonly problem?: string;
  readonly diagnostics: readonly {
    readonly line: number;
    readonly code: string;
    readonly source: string;
    readonly severity: number;
  }[];
  /** The titles that were offered, up to the one that was chosen. */
  readonly offered: readonly string[];
  /** The lines after one undo. */
  readonly undone: readonly string[];
  /** The file after the action. */
  readonly saved: string;
}

const deadlineMs = 40_000;

/** The path of Neovim, installed from Debian's packages where there is none yet. */
export async function ensureNeovim(): Promise<string> {
  const found = findExecutable('nvim');
  if (found !== undefined) return found;
  if (!canInstallDebian()) throw new Error('Neovim is needed. Please install it.');
  await installDebian('Neovim, one of the editors in which the server is tried', ['neovim']);
  const installed = findExecutable('nvim');
  if (installed === undefined) throw new Error('Neovim was installed but is not on the PATH.');
  return installed;
}

/** Opens a note in a headless Neovim that is set up as docs/editors.md says, and chooses a code action in it. */
export async function actInNeovim(neovim: string, job: NeovimJob): Promise<NeovimReport> {
  const folder = createTemporaryFolder();
  try {
    const at = (...names: string[]): string => path.join(folder.path, ...names);
    for (const name of ['bin', 'notes', 'home']) mkdirSync(at(name));
    // As npm puts it on the PATH.
    if (process.platform === 'win32')
      writeFileSync(at('bin', 'supervision-lens.cmd'), `@"${process.execPath}" "${builtCli}" %*\r\n`);
    else symlinkSync(builtCli, at('bin', 'supervision-lens'));
    writeFileSync(at('notes', 'note.md'), job.text);
    writeFileSync(at('init.lua'), await documentedSetUp(neovim));
    const told = { ...job, note: at('notes', 'note.md'), report: at('report.json'), deadline: deadlineMs };
    writeFileSync(at('job.json'), JSON.stringify(told));
    const script = path.join(repositoryRoot, 'test', 'neovim', 'choose-action.lua');
    const child = spawn(neovim, ['--headless', '--clean', '-u', at('init.lua'), '-c', `luafile ${script}`], {
      cwd: at('notes'),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PATH: [at('bin'), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
        SUPERVISION_LENS_JOB: at('job.json'),
        HOME: at('home'),
        XDG_CONFIG_HOME: at('home'),
        XDG_DATA_HOME: at('home'),
        XDG_STATE_HOME: at('home'),
        XDG_CACHE_HOME: at('home'),
      },
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    await once(child, 'exit');
    if (!existsSync(at('report.json'))) throw new Error(`Neovim left no report; it said: ${errors}`);
    const report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as Omit<NeovimReport, 'saved'>;
    return { ...report, saved: readFileSync(at('notes', 'note.md'), 'utf8') };
  } finally {
    folder.dispose();
  }
}

/** The set-up that the documentation gives for this version. */
async function documentedSetUp(neovim: string): Promise<string> {
  const child = spawn(neovim, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  await once(child, 'close');
  const minor = Number(/^NVIM v0\.(\d+)/.exec(output)?.[1] ?? Infinity);
  const page = readFileSync(path.join(repositoryRoot, 'docs', 'editors.md'), 'utf8');
  const [newer, older] = [...page.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  const chosen = minor >= 11 ? newer : older;
  if (chosen === undefined)
    throw new Error('docs/editors.md should hold a set-up for newer and older Neovims.');
  return chosen;
}
