import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { builtCli, plainEnvironment } from './built-cli.ts';
import { lineErrors } from './check-output.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

describe('stopping', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  type Child = ChildProcessByStdio<Writable, Readable, Readable>;
  const start = async (...args: string[]): Promise<Child> =>
    spawn(process.execPath, [await builtCli(), ...args], {
      cwd: folder.path,
      env: plainEnvironment(),
      stdio: 'pipe',
    });
  const end = (child: Child): Promise<number | null> => new Promise((resolve) => child.on('close', resolve));

  const sizeOf = (name: string): number =>
    statSync(path.join(folder.path, name), { throwIfNoEntry: false })?.size ?? 0;

  before(() => {
    const notes = Array.from({ length: 300 }, (_, index) => {
      const passages = Array.from({ length: 12 }, (__, part) => `${index}, ${part}: ${longPassage}`);
      return [`note-${index}.md`, taggedNote(passages.join('\n\n'))] as const;
    });
    folder = createNoteFolder(Object.fromEntries(notes));
  });
  after(() => folder.dispose());

  it('leaves whole lines behind on Ctrl-C, and exits with 130', async () => {
    const child = await start('check', '--format', 'ndjson', '.');
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '') child.kill('SIGINT');
      output += text;
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    assert.equal(await end(child), 130);
    assert.equal(errors, '');
    assert.ok(output.endsWith('\n'));
    const lines = output.trimEnd().split('\n');
    assert.ok(lines.length > 0 && lines.length < 300);
    for (const line of lines) assert.deepEqual(lineErrors(JSON.parse(line)), []);
  });

  it('writes no half document on Ctrl-C', async () => {
    const child = await start('check', '--format', 'json', '.');
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    const ended = end(child);
    // Until it listens, the signal ends it as it would end anything.
    const asking = setInterval(() => child.kill('SIGINT'), 700);
    const code = await ended;
    clearInterval(asking);
    assert.equal(output, '');
    assert.ok(code === 130 || code === null);
  });

  it('writes no report on Ctrl-C, and leaves what stood there', async () => {
    writeFileSync(path.join(folder.path, 'out.html'), 'as it was');
    const child = await start('report', '.', '--out', 'out.html');
    const ended = end(child);
    // Once the file beside it has text in it, the work is under way.
    for await (const { filename } of watch(folder.path)) {
      const begun = filename?.startsWith('.out.html') === true && sizeOf(filename) > 0;
      if (begun && child.kill('SIGINT')) break;
    }
    assert.equal(await ended, 130);
    assert.equal(readFileSync(path.join(folder.path, 'out.html'), 'utf8'), 'as it was');
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => !name.startsWith('note-')),
      ['out.html'],
    );
  });

  it('stops without a word when nobody reads on', async () => {
    const child = await start('check', '--format', 'ndjson', '.');
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.stdout.once('data', () => child.stdout.destroy());
    assert.equal(await end(child), 141);
    assert.equal(errors, '');
  });

  it('runs the language server over standard input and output', async () => {
    const child = await start('server', '--stdio', `--clientProcessId=${process.pid}`);
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const ended = end(child);
    const answer = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    send({
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    assert.match(await answer, /^Content-Length: \d+\r\n/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await ended, 0);
  });
});
