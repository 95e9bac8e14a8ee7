import assert from 'node:assert/strict';
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationRule, ruleIds } from '../../server/src/balance/rules/index.ts';
import { clientCommands } from '../../server/src/protocol.ts';
import { packageExtension } from '../host/package-extension.ts';
import { repositoryRoot } from '../../scripts/repository-root.ts';

interface Manifest {
  readonly version: string;
  readonly main: string;
  readonly browser: string;
  readonly bin: Record<string, string>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly configuration: readonly {
      readonly properties: Record<string, { markdownDescription?: string }>;
    }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: unknown }[] }[];
  };
}

const words = JSON.parse(readFileSync(join(repositoryRoot, 'package.nls.json'), 'utf8')) as Record<
  string,
  string
>;
const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as Manifest;

/** The files that a walkthrough's picture or page is made of. */
function pathsIn(media: unknown): string[] {
  if (typeof media === 'string') return media.startsWith('docs/') ? [media] : [];
  return typeof media === 'object' && media !== null ? Object.values(media).flatMap(pathsIn) : [];
}

describe('The package', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'supervision-lens-package-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has every file that the manifest names', () => {
    const { main, browser, bin, contributes } = manifest;
    const paths = [
      main,
      browser,
      ...Object.values(bin),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => pathsIn(media))),
    ];
    for (const path of paths) assert.ok(existsSync(join(repositoryRoot, path)), path);
  });

  it('names commands and settings as the rest does, each in words', () => {
    const commands = manifest.contributes.commands.map(({ command }) => command);
    for (const command of Object.values(clientCommands)) assert.ok(commands.includes(command), command);
    for (const command of commands) assert.match(command, /^supervisionLens\.[a-z][A-Za-z]*$/);
    const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    );
    for (const [name, setting] of settings) {
      assert.match(name, /^supervisionLens\.[a-z][A-Za-z.]*$/);
      assert.ok((words[(setting.markdownDescription ?? '').slice(1, -1)] ?? '').length > 20, name);
    }
  });

  it('has a page for every rule', () => {
    for (const id of [...ruleIds, configurationRule])
      assert.ok(existsSync(join(repositoryRoot, 'docs', 'rules', `${id}.md`)), id);
  });

  it('has the version at the head of the changelog, and no registry in the lock file', () => {
    const changelog = readFileSync(join(repositoryRoot, 'CHANGELOG.md'), 'utf8');
    assert.equal(
      /^## (?:\[?Unreleased\]?|(\S+))/m.exec(changelog)?.[1] ?? manifest.version,
      manifest.version,
    );
    assert.doesNotMatch(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'), /"resolved"/);
  });

  it('puts into the extension what it needs and nothing else', () => {
    const vsce = join(repositoryRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
    const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    })
      .trim()
      .split(/\r?\n/)
      .map((file) => file.replaceAll('\\', '/'));
    for (const needed of [
      'dist/client/node.js',
      'dist/client/browser.js',
      'dist/server/node.js',
      'dist/server/browser.js',
      'dist/webviews/balance.js',
      'dist/webviews/webviews.css',
      'dist/data/knowledge.json',
      'dist/data/culture-model.json',
      'dist/sbom.cdx.json',
      'THIRD-PARTY-NOTICES.md',
    ]) {
      assert.ok(listed.includes(needed), needed);
    }
    const allowed =
      /^(?:package\.json|package\.nls(?:\.\w+)?\.json|l10n\/bundle\.l10n(?:\.\w+)?\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md|dist\/(?:client|server|webviews)\/\w+\.js|dist\/webviews\/\w+\.css|dist\/data\/[\w-]+\.json|dist\/sbom\.cdx\.json|docs\/.*\.(?:md|png)|media\/(?:icon\.png|views\.svg)|schemas\/[\w.-]+\.json|snippets\/.*|syntaxes\/.*|samples\/.*)$/;
    assert.deepEqual(
      listed.filter((path) => !allowed.test(path)),
      [],
    );
  });

  it('packs into an extension of less than 8 MB', async () => {
    const { size } = statSync(await packageExtension());
    assert.ok(size < 8 * 1024 * 1024, `${String(size)} bytes`);
  });

  /** On Windows what npm installs are scripts, which only a shell can start; it wants paths quoted. */
  const runScript = (
    command: string,
    args: readonly string[],
    options: Omit<ExecFileSyncOptionsWithStringEncoding, 'encoding'> = {},
  ): string =>
    process.platform === 'win32'
      ? execFileSync(
          `"${command}"`,
          args.map((each) => `"${each}"`),
          { ...options, encoding: 'utf8', shell: true },
        )
      : execFileSync(command, args, { ...options, encoding: 'utf8' });

  it('packs for npm, installs without anything else, and its command works', () => {
    const packed = JSON.parse(
      runScript('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: repositoryRoot,
      }),
    ) as unknown;
    const [entry] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as {
      filename: string;
    }[];
    assert.ok(entry !== undefined);
    runScript(
      'npm',
      ['install', '--prefix', folder, '--offline', '--no-audit', '--no-fund', join(folder, entry.filename)],
      { stdio: 'pipe' },
    );
    assert.ok(existsSync(join(folder, 'node_modules', 'supervision-lens', 'dist', 'sbom.cdx.json')));
    const command = join(folder, 'node_modules', '.bin', 'supervision-lens');
    const output = runScript(command, ['check', '--format', 'json', join(repositoryRoot, 'samples')]);
    const { records } = JSON.parse(output) as { records: unknown[] };
    assert.equal(records.length, 6);
  });
});
