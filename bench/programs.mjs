import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What is run over folders of records: ours, and the peers with the rules that they have unless told otherwise.
 */

const bench = dirname(fileURLToPath(import.meta.url));
const modules = join(bench, 'node_modules');
const node = process.execPath;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Harper takes so long that it is given a tenth of the records; its time is told for ten times as many. */
const harperShare = 0.1;

/**
 * @param {string} folder
 * @param {number} count How many records are in it.
 */
export function ourPrograms(folder, count) {
  const check = ['check', '.'];
  const program = { cwd: folder, exits: [0], proof: new RegExp(`\\b${count} records`), share: 1 };
  return {
    ours: { ...program, name: 'Supervision Lens, all cores', command: [node, cli, ...check] },
    single: {
      ...program,
      name: 'Supervision Lens, one thread',
      command: [node, '--require', join(bench, 'one-thread.cjs'), cli, ...check],
    },
  };
}

/**
 * @param {{ folder: string, tenth: string, settings: string }} folders The records, a tenth of them, and where
 *   configurations may be written.
 */
export function peerPrograms({ folder, tenth, settings }) {
  const peer = (/** @type {string} */ name, /** @type {string} */ script, /** @type {string[]} */ args) => ({
    ...{ name: `${name} ${versionOf(name)}`, cwd: folder, share: 1 },
    ...{ command: [node, join(modules, script), ...args], exits: [0, 1] },
  });
  return {
    parse: {
      ...{ name: `bare remark-parse ${versionOf('remark-parse')}, front matter, GFM`, cwd: folder, share: 1 },
      ...{ command: [node, join(bench, 'remark-parse.mjs'), '.'], exits: [0], proof: /\d+ files/ },
    },
    markdownlint: {
      ...peer('markdownlint-cli2', 'markdownlint-cli2/markdownlint-cli2-bin.mjs', ['*.md']),
      proof: /Linting: \d+ file/,
    },
    textlint: {
      ...peer('textlint', 'textlint/bin/textlint.js', [
        ...['--config', join(settings, 'textlint.json'), '--rules-base-directory', modules, '*.md'],
      ]),
      note: 'with one rule, no-todo: it has none of its own',
    },
    cspell: {
      ...peer('cspell', 'cspell/bin.mjs', ['--no-progress', '--no-cache', '*.md']),
      proof: /Files checked/,
    },
    alex: { ...peer('alex', 'alex/cli.js', ['--quiet', '.']), proof: /warnings?/ },
    harper: {
      ...{ name: `harper.js ${versionOf('harper.js')}`, cwd: tenth, share: harperShare, exits: [0] },
      ...{ command: [node, join(bench, 'harper.mjs'), '.'], proof: /\d+ files/ },
      note: 'a tenth of the records, times ten',
    },
  };
}

/** @param {string} name A package of the bench; its version, or words where it isn't there. */
export function versionOf(name) {
  try {
    return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
  } catch {
    return '(not installed)';
  }
}
