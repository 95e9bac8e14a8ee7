import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  MessageConnection,
} from 'vscode-languageserver-protocol';
import {
  checkWorkspaceRequest,
  exportRequest,
  recordsRequest,
  reviewRequest,
  runRequest,
  explainRequest,
  type ExportResult,
} from '../../server/src/protocol.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, plainClient, startPair, type ServerPair } from './server-pair.ts';

const folder = 'file:///notes';
const privateUri = `${folder}/.supervision-lens.private.yaml`;
const settingsUri = `${folder}/.supervision-lens.yaml`;
/** In records. */
const written = ['Zofia', 'Kowalczyk', '07700 900 461', '943 476 5919', 'quillonberry', 'Thornhill'];
/** In the private file alone. */
const kept = ['Bartholomew', 'Wolstenholme', 'Zosieńka'];
const key = `people:\n  - names: [Zofia Kowalczyk, Zosieńka]\n    called: Ash\n  - names: Bartholomew Wolstenholme\n    called: Wren\n`;
const note = (day: number): string =>
  `---\ntype: supervision\ndate: 2025-0${day}-04\nsupervisor: KL\nsupervisee: Zofia Kowalczyk\n---\n\n# Supervision with Zofia\n\n` +
  `Zofia Kowalczyk (NHS 943 476 5919) rang from Thornhill Primary School on 07700 900 461 about a quillonberry. #managd\n\n` +
  `## Actions\n\n- [ ] Zofia to write down the quillonberry plan\n\n<!-- supervision-lens-disable quillonberry -->\n`;

describe('What a session says beside its answers', () => {
  let pair: ServerPair;
  let said: string[];
  afterEach(() => pair.dispose());

  const start = async (capabilities: typeof fullClient): Promise<void> => {
    said = [];
    const files: [string, string][] = [1, 2, 3, 4].map((day) => [`${folder}/${day}.md`, note(day)]);
    files.push([privateUri, key], [settingsUri, 'rules:\n  one-owner: hint\n']);
    const options = { listsRecords: true, hasCommands: true, findsFiles: true, readsFiles: true };
    const { platform } = createMemoryFiles(files);
    pair = await startPair(capabilities, options, [folder], {
      platform: {
        ...platform,
        readFile: (uri) =>
          uri.endsWith('/3.md')
            ? Promise.reject(new Error(`Can't read: ${note(3)} ${key}`))
            : platform.readFile(uri),
      },
      prepare(client) {
        const every = client as unknown as MessageConnection;
        every.onNotification((method, params) => void said.push(JSON.stringify({ method, params })));
        every.onUnhandledProgress((progress) => void said.push(JSON.stringify(progress)));
      },
    });
    pair.settings['findings'] = { shown: 500 };
    await pair.client.sendNotification('$/setTrace', { value: 'verbose' });
  };
  const ask = async <Answer>(method: string, params: unknown): Promise<Answer | undefined> => {
    try {
      return await pair.client.sendRequest<Answer>(method, params);
    } catch (error) {
      // What is refused is told to the user and kept in logs.
      said.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const everything = async (uri: string): Promise<Diagnostic[]> => {
    const textDocument = { uri };
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const position = { line: 9, character: 3 };
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const diagnostics = report !== undefined && 'items' in report ? report.items : [];
    const actions = await ask<CodeAction[] | null>('textDocument/codeAction', {
      textDocument,
      range: whole,
      context: { diagnostics },
    });
    for (const action of actions ?? []) await ask('codeAction/resolve', action);
    for (const method of ['hover', 'completion'])
      await ask(`textDocument/${method}`, { textDocument, position });
    for (const method of ['codeLens', 'documentLink']) await ask(`textDocument/${method}`, { textDocument });
    await ask('textDocument/inlayHint', { textDocument, range: whole });
    await ask('workspace/symbol', { query: 'q' });
    for (const request of [recordsRequest, explainRequest, runRequest, reviewRequest])
      await ask(request, { uri });
    await ask(checkWorkspaceRequest, { workDoneToken: 'progress' });
    for (const format of ['html', 'csv', 'nothing'])
      await ask(exportRequest, { uri, what: 'run', format, redact: true });
    return diagnostics;
  };
  const assertNone = (texts: readonly string[], secrets: readonly string[]): void => {
    for (const text of texts)
      for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text.slice(0, 500)}`);
  };

  for (const [name, capabilities] of [
    ['one that asks', fullClient],
    ['one that is pushed to', plainClient],
  ] as const) {
    it(`holds nothing of records or the private file, with a client like ${name}`, async () => {
      await start(capabilities);
      const uri = `${folder}/2.md`;
      await pair.open(uri, note(2));
      const first = await everything(uri);
      await pair.open(privateUri, key, 'yaml');
      await everything(privateUri);
      await pair.change(privateUri, 'Bartholomew: Wolstenholme\npeople: [Zosieńka', 2);
      await everything(privateUri);
      await pair.open(settingsUri, 'rules: {quillonberry: off}\n', 'yaml');
      await everything(settingsUri);
      await pair.change(uri, `${note(2)}\n\nA word more from Zofia.\n`, 2);
      const last = await everything(uri);
      const pushed = pair.pushes
        .filter((each) => each.uri !== settingsUri)
        .flatMap(({ diagnostics }) => diagnostics);
      const about = [...first, ...last, ...pushed].filter(({ code }) =>
        /^(?:identifier-|pseudonym|config)/.test(String(code)),
      );
      if (capabilities === fullClient)
        assert.ok(
          about.some(({ code }) => code === 'identifier-name'),
          'the session found the name',
        );
      assertNone(
        about.map((each) => JSON.stringify(each)),
        [...written, ...kept],
      );
      assert.ok(said.length > 0, 'the session said something');
      assertNone([...pair.logs, ...said], [...written, ...kept]);
      assertNone([JSON.stringify(pair.pushes)], kept);
    });
  }

  it('and what is exported with redaction holds pseudonyms instead', async () => {
    await start(fullClient);
    const params = { uri: `${folder}/2.md`, what: 'record', format: 'html', redact: true };
    const made = await pair.client.sendRequest<ExportResult>(exportRequest, params);
    assert.ok(made.outcome === 'made');
    const text = Buffer.from(made.content, 'base64').toString('utf8');
    assertNone(
      [text, made.preview, made.summary, made.fileName],
      [...kept, ...written.filter((secret) => secret !== 'quillonberry')],
    );
    assert.match(made.preview, /Ash/);
  });
});
