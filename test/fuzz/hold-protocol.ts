import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { createConnection } from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { collectKnowledge, collectModel } from '../../scripts/collect-data.ts';
import { guardLifecycle } from '../../server/src/lsp/guard-lifecycle.ts';
import { startServer } from '../../server/src/lsp/start-server.ts';
import { createNodePlatform } from '../../server/src/node/node-platform.ts';
import * as protocol from '../../server/src/protocol.ts';
import { managedNote } from '../../server/src/balance/rules/example-notes.ts';

const uri = 'untitled:Record.md';
const names = Object.values<unknown>(protocol).filter(
  (value): value is string => typeof value === 'string' && value.startsWith('supervisionLens/'),
);
const methods = [
  ...names,
  ...[
    'hover',
    'completion',
    'codeAction',
    'codeLens',
    'diagnostic',
    'documentLink',
    'inlayHint',
    'foldingRange',
  ].map((name) => `textDocument/${name}`),
  ...['didOpen', 'didChange', 'didClose', 'didSave', 'willSave'].map((name) => `textDocument/${name}`),
  ...['codeAction/resolve', 'completionItem/resolve', 'workspace/symbol', 'workspace/executeCommand'],
  ...[
    'workspace/didChangeConfiguration',
    'workspace/didChangeWatchedFiles',
    'workspace/didChangeWorkspaceFolders',
  ],
  ...[
    'workspace/didRenameFiles',
    'workspace/didDeleteFiles',
    '$/cancelRequest',
    '$/setTrace',
    '$/nothing',
    'initialize',
    'initialized',
    'nobody/knows',
  ],
];

const number = fc.constantFrom(0, 1, 3, -1, 2 ** 31, 1e308, 0.5);
const place = fc.record({ line: number, character: number });
const range = fc.record({ start: place, end: place });
const document = fc.record(
  {
    uri: fc.constantFrom(
      uri,
      'untitled:Record.md',
      'file:///nowhere/a.md',
      'x',
      'file://%zz',
      '',
      'vscode-remote://h/a.md',
    ),
  },
  { requiredKeys: ['uri'] },
);
/** What requests of an editor are made of, each part now and then missing or something else. */
const likely = fc.record(
  {
    textDocument: fc.oneof(
      { weight: 5, arbitrary: document },
      {
        weight: 1,
        arbitrary: fc.record({
          uri: fc.constant(uri),
          languageId: fc.constantFrom('markdown', 'yaml'),
          version: number,
          text: fc.string(),
        }),
      },
    ),
    uri: fc.constantFrom(uri, 'x', 'file:///nowhere/a.md'),
    position: place,
    range,
    ranges: fc.array(range, { maxLength: 2 }),
    context: fc.oneof(
      fc.record({ diagnostics: fc.constant([]) }),
      fc.record({ diagnostics: fc.constant([]), only: fc.constantFrom(['quickfix'], ['x']) }),
    ),
    contentChanges: fc.array(
      fc.oneof(fc.record({ text: fc.string() }), fc.record({ range, text: fc.string() })),
      { maxLength: 2 },
    ),
    query: fc.string(),
    settings: fc.anything({ maxDepth: 2 }),
    changes: fc.array(
      fc.record({
        uri: fc.constantFrom(uri, 'file:///nowhere/.supervision-lens.yaml', 'x'),
        type: fc.constantFrom(1, 2, 3, 9),
      }),
      { maxLength: 2 },
    ),
    event: fc.record({
      added: fc.array(document, { maxLength: 1 }),
      removed: fc.array(document, { maxLength: 1 }),
    }),
    kind: fc.constantFrom('supervision', 'x'),
    culture: fc.constantFrom('managed', 'x'),
    data: fc.anything({ maxDepth: 2 }),
    title: fc.string(),
    id: fc.constantFrom(1, 'x'),
  },
  { requiredKeys: [] },
);
const params = fc.oneof(
  { weight: 6, arbitrary: likely },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** What somebody may send: a message of a known or an unknown method, or bytes that are none. */
export type Sent =
  { readonly method: string; readonly params: unknown; readonly asks: boolean } | { readonly bytes: string };

/** Messages in a row. None asks the server to end. */
export const nastyMessages: fc.Arbitrary<readonly Sent[]> = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.record({ method: fc.constantFrom(...methods), params, asks: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          ...[
            '{',
            'null',
            '[]',
            '[1]',
            '{}',
            '"x"',
            '{"jsonrpc":"2.0"}',
            '{"jsonrpc":"2.0","id":null,"method":"x"}',
            '{"jsonrpc":"2.0","id":{},"result":1}',
          ],
          ...[
            '{"jsonrpc":"2.0","id":99999,"result":{}}',
            '{"jsonrpc":"1.0","method":7,"id":1}',
            '\u0000',
            '{"jsonrpc":"2.0","id":5,"error":null}',
          ],
        )
        .map((bytes) => ({ bytes })),
    },
  ),
  { minLength: 1, maxLength: 12 },
);

/** The server answers what is asked of it, whatever was sent, and goes on reading records. */
export async function holdProtocol(messages: readonly Sent[]): Promise<void> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = guardLifecycle((strategy) =>
    createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), strategy),
  );
  const data: Record<string, unknown> = { 'knowledge.json': knowledge(), 'culture-model.json': model() };
  const loadData = (name: string): Promise<string> => Promise.resolve(JSON.stringify(data[name]));
  startServer(connection, { ...createNodePlatform('/nowhere'), loadData });
  const answered = new Map<unknown, unknown>();
  const arrivals = new PassThrough({ objectMode: true });
  new StreamMessageReader(down).listen((message) => {
    const { id, method, ...rest } = message as { id?: unknown; method?: string };
    if (method === undefined) answered.set(id, rest);
    // Whatever the server asks in its turn is refused: a client may be as poor as that.
    else if (id !== undefined) write({ id, error: { code: -32601, message: 'no' } });
    arrivals.write({});
    arrivals.read();
    arrivals.emit('arrived');
  });
  const write = (message: object): void => send(JSON.stringify({ jsonrpc: '2.0', ...message }));
  const send = (text: string): void => {
    up.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const answer = async (id: unknown): Promise<unknown> => {
    while (!answered.has(id)) await once(arrivals, 'arrived');
    return answered.get(id);
  };
  try {
    write({
      id: 'first',
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    await answer('first');
    write({ method: 'initialized', params: {} });
    const open = { uri, languageId: 'markdown', version: 1, text: managedNote };
    write({ method: 'textDocument/didOpen', params: { textDocument: open } });
    const asked: string[] = [];
    for (const [index, message] of messages.entries()) {
      if ('bytes' in message) send(message.bytes);
      else {
        const id = `asked-${index}`;
        const isNotification = !message.asks;
        if (!isNotification) asked.push(id);
        write({ ...(isNotification ? {} : { id }), method: message.method, params: message.params });
      }
    }
    for (const id of asked) await answer(id);
    write({ method: 'textDocument/didOpen', params: { textDocument: { ...open, uri: 'untitled:Last.md' } } });
    write({
      id: 'last',
      method: protocol.culturesRequest,
      params: { uri: 'untitled:Last.md', textDocument: { uri: 'untitled:Last.md' } },
    });
    const last = (await answer('last')) as { error?: unknown };
    assert.equal(last.error, undefined, JSON.stringify(last.error));
  } finally {
    connection.dispose();
  }
}

let known: { knowledge: unknown; model: unknown } | undefined;
const loaded = (): { knowledge: unknown; model: unknown } =>
  (known ??= { knowledge: collectKnowledge(), model: collectModel() });
const knowledge = (): unknown => loaded().knowledge;
const model = (): unknown => loaded().model;
