import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver-protocol';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { initializeServer, startStdioServer, type StdioServer } from '../helpers/stdio-server.ts';
import { poll } from '../host/poll.ts';
import { repositoryRoot } from '../host/repository.ts';

const document = {
  uri: 'untitled:Supervision.md',
  languageId: 'markdown',
  version: 1,
  text: managedNoteWithPlace,
};

describe('The process of a server', function () {
  this.timeout(60_000);
  let server: StdioServer;
  afterEach(() => {
    server.client.dispose();
    server.process.kill('SIGKILL');
  });
  const start = async (processId: number | null = null): Promise<void> => {
    server = startStdioServer();
    await initializeServer(server, {}, undefined, processId);
    await server.client.sendNotification('textDocument/didOpen', { textDocument: document });
    await server.client.sendRequest('textDocument/codeLens', { textDocument: document });
  };

  it('ends with 0 after shutdown and exit', async () => {
    await start();
    assert.equal(await server.client.sendRequest('shutdown'), null);
    await server.client.sendNotification('exit');
    assert.equal(await server.ended, 0);
  });

  it('ends with 1 on exit without shutdown, and before initialize', async () => {
    await start();
    await server.client.sendNotification('exit');
    assert.equal(await server.ended, 1);
    server.client.dispose();
    server = startStdioServer();
    await server.client.sendNotification('exit');
    assert.equal(await server.ended, 1);
  });

  it('refuses a request before initialize, and is there for it afterwards', async () => {
    server = startStdioServer();
    const refused = server.client.sendRequest('textDocument/codeLens', { textDocument: document });
    await assert.rejects(
      refused,
      (error: unknown) => (error as ResponseError).code === ErrorCodes.ServerNotInitialized,
    );
    await initializeServer(server, {});
    await server.client.sendRequest('shutdown');
    await server.client.sendNotification('exit');
    assert.equal(await server.ended, 0);
  });

  it('ends when its client closes the line, in the middle of a message too', async () => {
    await start();
    server.process.stdin!.end();
    assert.equal(await server.ended, 1);
    server.client.dispose();
    await start();
    server.process.stdin!.end('Content-Length: 100\r\n\r\n{"jsonrpc"');
    assert.equal(await server.ended, 1);
  });

  it('ends when the process that it was told of has gone, though the line stays open', async () => {
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(editor, 'spawn');
    await start(editor.pid);
    editor.kill('SIGKILL');
    assert.equal(await server.ended, 1);
  });

  it('ends with a client that dies', async () => {
    // The client starts the server itself, tells of it, and is killed in the middle of its work.
    const client = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '-e',
        `import { startStdioServer, initializeServer } from './test/helpers/stdio-server.ts';
         void (async () => {
           const server = startStdioServer();
           await initializeServer(server, {}, undefined, process.pid);
           console.log(server.process.pid);
         })();`,
      ],
      { cwd: repositoryRoot, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const [told] = (await once(client.stdout.setEncoding('utf8'), 'data')) as [string];
    const pid = Number(told);
    assert.ok(isAlive(pid));
    client.kill('SIGKILL');
    await poll('the server to end', () => (isAlive(pid) ? undefined : true));
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
