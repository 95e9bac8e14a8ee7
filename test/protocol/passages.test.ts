import assert from 'node:assert/strict';
import type {
  DocumentLink,
  Hover,
  InlayHint,
  MarkupContent,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  culturesRequest,
  explainPassageRequest,
  newRecordRequest,
  tagPassageRequest,
  templatesRequest,
  tidyRequest,
  type CulturesResult,
  type ExplainPassageResult,
  type NewRecordResult,
  type TagPassageParams,
  type TagPassageResult,
  type TemplatesResult,
  type TidyResult,
} from '../../server/src/protocol.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'untitled:Supervision.md';
const text =
  '# Supervision RP 10.04.24\r\n\r\n- She laughed. #humanistic\r\n- Referral due Friday, caseload review overdue, targets missed.\r\n\r\nAction: T. to ring the school by 2/4\r\n';
const end = { line: 99, character: 0 };

describe('Passages', () => {
  let pair: ServerPair;
  beforeEach(async () => {
    pair = await startPair(fullClient, { hasCommands: true, docsUri: 'file:///docs/rules' });
  });
  afterEach(() => pair.dispose());

  const tag = (line: number, label: TagPassageParams['label']): Promise<TagPassageResult> =>
    pair.client.sendRequest<TagPassageResult>(tagPassageRequest, {
      uri,
      position: { line, character: 4 },
      label,
    });
  const applied = ({ changes }: TagPassageResult): string =>
    TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, text),
      changes.flatMap(({ edits }) => [...edits]),
    );

  it('are told with their cultures, for drawing', async () => {
    await pair.open(uri, text);
    const { version, passages } = await pair.client.sendRequest<CulturesResult>(culturesRequest, { uri });
    assert.equal(version, 1);
    assert.deepEqual(passages[0], {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 14 } },
      ...{ culture: 'humanistic', secondary: null, origin: 'tag', confidence: 1 },
    });
    assert.equal(passages[1]?.culture, 'managed');
    assert.equal(passages[1].origin, 'inferred');
    assert.ok(passages[1].confidence > 0.4 && passages[1].confidence < 1);
    await pair.open('untitled:Shopping.md', '# Shopping\n\n- Bread\n');
    assert.deepEqual(await pair.client.sendRequest(culturesRequest, { uri: 'untitled:Shopping.md' }), {
      ...{ version: null, passages: [] },
    });
  });

  it('are tagged, agreed with and untagged by the same checked edit', async () => {
    await pair.open(uri, text);
    assert.equal(applied(await tag(3, 'agree')), text.replace('targets missed.', 'targets missed. #managed'));
    assert.equal(applied(await tag(2, 'democratic')), text.replace('#humanistic', '#democratic'));
    assert.equal(applied(await tag(2, 'untag')), text.replace(' #humanistic', ''));
    assert.equal((await tag(2, 'humanistic')).outcome, 'same-already');
    assert.equal((await tag(3, 'untag')).outcome, 'same-already');
    assert.equal((await tag(1, 'agree')).outcome, 'no-passage');
  });

  it('have links under their hover, to the client’s commands and with their place', async () => {
    await pair.open(uri, text);
    const hover = await pair.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 3, character: 4 },
    });
    const { value } = hover.contents as MarkupContent;
    const links = [...value.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\?([^)]+)\)/g)];
    const commands = new Set(links.map(([, , command]) => command));
    assert.deepEqual(
      [...commands],
      ['supervisionLens.agree', 'supervisionLens.overrule', 'supervisionLens.askWhy'],
    );
    for (const [, , , args = ''] of links) {
      const [given] = JSON.parse(decodeURIComponent(args)) as [{ uri: string; position: unknown }];
      assert.equal(given.uri, uri);
      assert.deepEqual(given.position, { line: 3, character: 4 });
    }
    assert.equal(links.filter(([, , command]) => command === 'supervisionLens.overrule').length, 4);
  });

  it('are explained at length when asked', async () => {
    await pair.open(uri, text);
    const answer = await pair.client.sendRequest<ExplainPassageResult>(explainPassageRequest, {
      ...{ uri, position: { line: 3, character: 4 } },
    });
    assert.match(answer?.markdown ?? '', /reads as mostly about the work/);
    assert.match(answer?.markdown ?? '', /“.+”/);
    const none = await pair.client.sendRequest(explainPassageRequest, {
      uri,
      position: { line: 1, character: 0 },
    });
    assert.equal(none, null);
  });

  it('have words behind them only where the settings ask for it', async () => {
    const ask = (): Promise<InlayHint[]> =>
      pair.client.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end },
      });
    await pair.open(uri, text);
    assert.deepEqual(await ask(), []);
    pair.settings['inlayHints'] = { enabled: true };
    await pair.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const [first, second] = await ask();
    assert.deepEqual(first?.position, { line: 2, character: 14 });
    assert.ok(Array.isArray(second?.label));
    assert.equal(second.label[0]?.value, 'the work');
    assert.equal(second.label[0].command?.command, 'supervisionLens.overrule');
  });

  it('have their actions among the workspace’s symbols, but for those that few may see', async () => {
    const find = async (query: string): Promise<string[]> =>
      (await pair.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name }) => name,
      );
    await pair.open(uri, text);
    assert.equal((await find('school ring')).length, 1);
    assert.deepEqual(await find('zebra'), []);
    await pair.open(
      'untitled:b.md',
      `---\ncirculation: supervisor only\n---\n\n${text.replace('school', 'zebra')}`,
    );
    assert.deepEqual(await find('zebra'), []);
  });

  it('link the names of rules in switches and in the configuration to their pages', async () => {
    const links = async (of: string): Promise<DocumentLink[]> =>
      pair.client.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: of } });
    await pair.open(uri, `${text}\n<!-- supervision-lens-disable one-owner nonsense -->\n`);
    const [link, other] = await links(uri);
    assert.equal(other, undefined);
    assert.equal(
      link?.target,
      `command:supervisionLens.openPage?${encodeURIComponent('["rules/one-owner.md"]')}`,
    );
    const configuration = 'file:///nowhere/.supervision-lens.yaml';
    await pair.open(configuration, 'rules:\n  one-owner: off\n', 'yaml');
    assert.deepEqual(
      (await links(configuration)).map(({ range }) => range.start),
      [{ line: 1, character: 2 }],
    );
  });

  it('come out of text that is tidied', async () => {
    const answer = await pair.client.sendRequest<TidyResult>(tidyRequest, {
      text: '•\tSeen twice.\n•\tLate.',
    });
    assert.equal(answer.text, '- Seen twice.\n- Late.');
  });

  it('begin with templates, the user’s own first', async () => {
    const body =
      '---\ntype: journal\ndate: {{date}}\n---\n\n# Our journal, {{person}}\r\n\n## What stayed with me\n';
    const templates = await pair.client.sendRequest<TemplatesResult>(templatesRequest, {
      local: [{ name: 'Our journal', text: body }],
    });
    assert.equal(templates[0]?.name, 'Our journal');
    assert.equal(templates[0].kind, 'journal');
    const made = await pair.client.sendRequest<NewRecordResult>(newRecordRequest, {
      ...{ template: 'Our journal', body, date: '2025-03-04', person: 'T.' },
    });
    assert.match(made.text, /date: 2025-03-04\n---\n\n# Our journal, T\.\n/);
    assert.equal(made.fileName, '2025-03-04-journal-t.md');
  });
});
