import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/*
 * A language server as a child process, talked to over stdio as an editor does that takes pushed diagnostics.
 */

/**
 * @typedef {object} Edit
 * @property {number} at Offset in the text as it was opened; every edit is taken back before the next one.
 * @property {string} insert
 */

/**
 * Starts a server.
 * @param {readonly string[]} command
 * @param {{ readonly cwd: string }} options
 */
export function startLanguageServer([program = '', ...args], { cwd }) {
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** @type {(() => void) | undefined} */
  let told;
  connection.onNotification('textDocument/publishDiagnostics', () => told?.());
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.listen();
  const uri = 'file:///bench/note.md';
  let version = 1;

  const diagnosed = () =>
    new Promise((resolve) => {
      told = () => resolve(undefined);
    });

  return {
    /**
     * Opens a text; resolves with the milliseconds since the start of the process when its diagnostics are there.
     * @param {string} text
     */
    async open(text) {
      await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
      });
      await connection.sendNotification('initialized', {});
      const wait = diagnosed();
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      });
      await wait;
      return performance.now() - started;
    },
    /**
     * Types or deletes; resolves with the milliseconds until the diagnostics are there.
     * @param {object} range LSP range
     * @param {string} text
     */
    async change(range, text) {
      const sent = performance.now();
      const wait = diagnosed();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range, text }],
      });
      await wait;
      return performance.now() - sent;
    },
    /** The most memory that the process has had resident so far, in MB; undefined where the system doesn't tell. */
    peakMemory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
      } catch {
        return undefined;
      }
    },
    async stop() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await closed;
      connection.dispose();
    },
  };
}

/**
 * The LSP position of an offset.
 * @param {string} text
 * @param {number} offset
 */
export function positionAt(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
