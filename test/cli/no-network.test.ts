import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { initializeServer, startStdioServer, type StdioOptions } from '../helpers/stdio-server.ts';
import { repositoryRoot } from '../host/repository.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { builtCli } from './built-cli.ts';
import { createNoteFolder, taggedNote } from './note-folder.ts';

const guard = path.join(repositoryRoot, 'test', 'helpers', 'no-network.cjs');
const document = {
  uri: 'untitled:Supervision.md',
  languageId: 'markdown',
  version: 1,
  text: managedNoteWithPlace,
};

/** From so many files on workers read them. */
const manyFiles = 220;

describe('Without a network', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let log: string;

  before(() => {
    const notes = Array.from(
      { length: manyFiles },
      (_, index) => [`notes/${index}.md`, taggedNote('She chose where we met. #humanistic')] as const,
    );
    folder = createNoteFolder(Object.fromEntries(notes));
    log = path.join(folder.path, 'network.log');
  });
  after(() => folder.dispose());
  beforeEach(() => rmSync(log, { force: true }));

  const guarded = (): NodeJS.ProcessEnv => ({
    NODE_OPTIONS: `--require ${JSON.stringify(guard)}`,
    SUPERVISION_LENS_NETWORK_LOG: log,
  });
  const wanted = (): string[] => [...new Set(readFileSync(log, 'utf8').trim().split('\n'))].sort();
  const run = (through: readonly string[], env: NodeJS.ProcessEnv, args: readonly string[]): string => {
    const [command = '', ...rest] = [...through, process.execPath, ...args];
    return execFileSync(command, rest, {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  };
  const useCli = async (through: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
    const cli = await builtCli();
    const lines = run(through, env, [cli, 'check', '--format', 'ndjson', 'notes']).trim().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { entry: string });
    assert.equal(records.filter(({ entry }) => entry === 'record').length, manyFiles);
    for (const ending of ['html', 'docx', 'csv', 'qdpx'])
      assert.match(run(through, env, [cli, 'report', 'notes', '--out', `out.${ending}`]), /220 records/);
  };
  const useServer = async (options: StdioOptions): Promise<void> => {
    const server = startStdioServer(options);
    try {
      await initializeServer(server, { textDocument: { diagnostic: {} } }, `file://${folder.path}`);
      await server.client.sendNotification('textDocument/didOpen', { textDocument: document });
      const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: document.uri },
      });
      assert.equal('items' in report && report.items.length, 1);
      await server.client.sendRequest('supervisionLens/checkWorkspace', {});
      await server.client.sendRequest('shutdown');
      await server.client.sendNotification('exit');
      assert.equal(await server.ended, 0);
    } finally {
      server.client.dispose();
      server.process.kill('SIGKILL');
    }
  };

  it('finds out whoever wants one', () => {
    const tries = [
      "require('node:net').connect(9)",
      "require('node:http').get('http://127.0.0.1:9')",
      "require('node:dgram').createSocket('udp4')",
      "require('node:dns').lookup('localhost', () => {})",
      "require('node:net').createServer().listen(0)",
      "fetch('http://127.0.0.1:9')",
      "import('node:https').then(({ get }) => get('https://127.0.0.1:9'))",
    ];
    for (const [index, code] of tries.entries()) {
      const { status } = spawnSync(process.execPath, ['-e', code], {
        env: { ...process.env, ...guarded() },
      });
      assert.notEqual(status, 0, code);
      assert.equal(readFileSync(log, 'utf8').trim().split('\n').length, 2 * (index + 1), code);
    }
  });

  it('the command line, its workers and reports work, and none asks for one', async () => {
    await useCli([], guarded());
    assert.deepEqual(wanted(), ['loaded', 'loaded in a worker']);
  });

  it('the server works, and asks for none', async () => {
    await useServer({ env: guarded() as Record<string, string> });
    assert.deepEqual(wanted(), ['loaded']);
  });

  const namespace = namespaceWithoutInterfaces();
  if (namespace !== undefined)
    it('all of it works where there is no interface at all', async () => {
      const interfaces = run(namespace, {}, [
        '-p',
        "Object.values(require('node:os').networkInterfaces()).length",
      ]);
      assert.equal(interfaces.trim(), '0');
      await useCli(namespace, {});
      await useServer({ through: namespace });
    });
});

/** What starts a program in a network namespace of its own: an ordinary user's way, else root's; undefined where there is neither. */
function namespaceWithoutInterfaces(): readonly string[] | undefined {
  return [
    ['unshare', '-rn'],
    ['unshare', '-n'],
  ].find(([command = '', ...args]) => spawnSync(command, [...args, 'true']).status === 0);
}
