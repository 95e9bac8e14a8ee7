import assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import {
  explainRequest,
  newRecordRequest,
  promptsRequest,
  readingNotification,
  templatesRequest,
  type ExplainResult,
  type NewRecordResult,
  type PromptsResult,
  type ReadingParams,
  type TemplatesResult,
} from '../../server/src/protocol.ts';
import { managedNoteWithPlace } from '../helpers/notes.ts';
import { applyAction } from '../helpers/apply-edit.ts';
import { testAnalyser } from '../helpers/knowledge.ts';
import { fullClient, plainClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'untitled:Supervision.md';
const title = { start: { line: 7, character: 2 }, end: { line: 7, character: 2 } };

describe('The server', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  const pull = async (): Promise<Diagnostic[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items : [];
  };
  const actions = async (range = title, only?: string[]): Promise<CodeAction[]> =>
    (await pair.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    })) ?? [];
  const resolved = async (action: CodeAction): Promise<string> =>
    applyAction(
      uri,
      managedNoteWithPlace,
      await pair.client.sendRequest<CodeAction>('codeAction/resolve', action),
    );

  it('announces pull diagnostics to a client that pulls, and never pushes to it', async () => {
    pair = await startPair(fullClient);
    assert.deepEqual(pair.initialized.capabilities.diagnosticProvider, {
      identifier: 'supervision-lens',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await pair.open(uri, managedNoteWithPlace);
    const items = await pull();
    assert.deepEqual(
      items.map(({ code }) => code),
      ['purely-managed'],
    );
    assert.equal(items[0]?.range.start.line, 7);
    assert.equal(items[0].relatedInformation?.length, 3);
    assert.deepEqual(pair.pushes, []);
  });

  it('pushes, with the version, to a client that does not pull', async () => {
    pair = await startPair(plainClient);
    assert.equal(pair.initialized.capabilities.diagnosticProvider, undefined);
    const push = pair.nextPush(uri);
    await pair.open(uri, managedNoteWithPlace);
    const { version, diagnostics } = await push;
    assert.equal(version, 1);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['purely-managed'],
    );
    const cleared = pair.nextPush(uri);
    await pair.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await cleared).diagnostics, []);
  });

  it('gives Markdown that is no record nothing at all', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, '# Shopping\n\n- Bread #humanistic\n- You must ring the bank by Friday.\n');
    assert.deepEqual(await pull(), []);
    assert.deepEqual(await actions(), []);
    assert.equal(
      await pair.client.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 4 },
      }),
      null,
    );
    assert.equal(await pair.client.sendRequest('textDocument/codeLens', { textDocument: { uri } }), null);
    assert.equal(
      await pair.client.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position: { line: 2, character: 9 },
      }),
      null,
    );
  });

  it('takes a file for a record where a path pattern of the settings says so', async () => {
    pair = await startPair(fullClient);
    pair.settings['records'] = { paths: ['**/Supervision.md'] };
    await pair.open(
      uri,
      managedNoteWithPlace
        .replace('type: supervision\n', '')
        .replace('# Supervision, 4 March 2025', '# Notes'),
    );
    assert.notEqual(await pair.client.sendRequest('textDocument/codeLens', { textDocument: { uri } }), null);
  });

  it('inserts each prompt that it offers as a block of its own, and says which for the list of more', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, managedNoteWithPlace);
    const offered = (await actions()).filter((action) => action.title.startsWith('Insert a prompt'));
    assert.equal(offered.length, 3);
    for (const action of offered) {
      assert.equal(action.edit, undefined);
      const { record } = testAnalyser().analyse(await resolved(action));
      assert.equal(record.prompts.length, 1);
      assert.equal(record.prompts[0]?.state, 'open');
    }
    assert.ok((await actions()).some(({ command }) => command?.command === 'supervisionLens.choosePrompt'));
  });

  it('gives a client without resolve its edits at once, unversioned', async () => {
    pair = await startPair({
      textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    });
    await pair.open(uri, managedNoteWithPlace);
    const [first] = await actions();
    assert.ok(first?.edit?.changes?.[uri] !== undefined);
    assert.match(
      applyAction(uri, managedNoteWithPlace, first),
      /> \*\*To think about:\*\* .* <!-- supervision-lens-prompt: [a-z-]+ -->\n/,
    );
    assert.ok(!(await actions()).some(({ command }) => command !== undefined));
  });

  it('gives source actions to those who ask for them, and what they do in one edit', async () => {
    pair = await startPair(fullClient);
    const text = `${managedNoteWithPlace}\n## Actions\n\n- Ring the school\n`;
    await pair.open(uri, text);
    assert.ok(!(await actions()).some(({ kind }) => kind?.startsWith('source') === true));
    const [complete] = await actions(title, ['source']);
    assert.equal(complete?.title, 'Add what is missing, as empty places to fill in');
    const edit = await pair.client.sendRequest<CodeAction>('codeAction/resolve', complete);
    assert.match(applyAction(uri, text, edit), /- Ring the school \(who, and when\?\)\n/);
  });

  it('does not resolve an action for text that has changed since', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const [first] = await actions();
    await pair.change(uri, `${managedNoteWithPlace}\nMore.\n`, 2);
    const answer = await pair.client.sendRequest<CodeAction>('codeAction/resolve', first);
    assert.equal(answer.edit, undefined);
  });

  it('survives an action that it never gave', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const answer = await pair.client.sendRequest<CodeAction>('codeAction/resolve', {
      title: 'x',
      data: { uri: 7 },
    });
    assert.equal(answer.edit, undefined);
  });

  it('tags the passage at the cursor and takes the tag off again', async () => {
    pair = await startPair(fullClient);
    const text = '# Supervision RP 10.04.24\n\n- She laughed.\n- He stayed.\n';
    await pair.open(uri, text);
    const at = { start: { line: 2, character: 5 }, end: { line: 2, character: 5 } };
    const tag = (await actions(at, ['refactor.rewrite'])).find((action) =>
      action.title.includes('(humanistic)'),
    );
    assert.ok(tag !== undefined);
    const edit = await pair.client.sendRequest<CodeAction>('codeAction/resolve', tag);
    const tagged = applyAction(uri, text, edit);
    assert.equal(tagged, '# Supervision RP 10.04.24\n\n- She laughed. #humanistic\n- He stayed.\n');
    await pair.change(uri, tagged, 2);
    const untag = (await actions(at, ['refactor.rewrite'])).find((action) =>
      action.title.startsWith('Take the tag off'),
    );
    assert.ok(untag !== undefined);
    assert.equal(
      applyAction(uri, tagged, await pair.client.sendRequest<CodeAction>('codeAction/resolve', untag)),
      text,
    );
  });

  it('switches a rule off in the file', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const off = (await actions()).find((action) => action.title.includes('in this file'));
    assert.ok(off !== undefined);
    const text = await resolved(off);
    await pair.change(uri, text, 2);
    assert.deepEqual(await pull(), []);
  });

  it('shows evidence on hover, never words of the record as markup', async () => {
    pair = await startPair(fullClient);
    await pair.open(
      uri,
      '# Supervision RP 10.04.24\n\nReferral due Friday, [caseload](command:x) review overdue, targets missed.\n',
    );
    const hover = await pair.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 3 },
    });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /in 100/);
    assert.ok(!value.includes('](command'));
    assert.deepEqual(hover.range?.start, { line: 2, character: 0 });
  });

  it('completes tags, header keys and types, and nothing in the middle of a sentence', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, '---\ntype: \nsu\n---\n\n# Supervision\n\nShe laughed #hu\n\nWe met and tal\n');
    const complete = async (line: number, character: number): Promise<string[]> => {
      const items = await pair.client.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line, character },
      });
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await complete(1, 6), ['supervision', 'group', 'log', 'journal']);
    assert.ok((await complete(2, 2)).includes('supervisor'));
    const tags = await complete(7, 15);
    assert.ok(tags.slice(5).every((tag) => /^#(?:pcf|swe|sssc|niscc|scw)[\d.]+$/.test(tag)));
    assert.deepEqual(tags.slice(0, 5), [
      '#professional',
      '#managed',
      '#humanistic',
      '#democratic',
      '#neutral',
    ]);
    assert.deepEqual(await complete(9, 14), []);
    await pair.change(uri, '---\ntype: supervision\ndate: \n---\n\n# Supervision\n\n## Actions\n\n## \n', 2);
    const headings = await complete(9, 3);
    assert.ok(
      headings.includes('Cases discussed') && headings.includes('In their own words'),
      headings.join(),
    );
    assert.ok(!headings.includes('Actions'));
    assert.match((await complete(2, 6)).join(), /^\d{4}-\d\d-\d\d$/);
  });

  it('puts the reading above the title, and above sections that have enough in them', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, managedNoteWithPlace);
    const lenses = await pair.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.ok(lenses.some(({ command }) => command?.title.startsWith('Mostly the work') === true));
  });

  it('tells the client the reading of a document when it changes', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    const next = (): Promise<ReadingParams> =>
      new Promise((resolve) => {
        const listener = pair.client.onNotification(readingNotification, (params: ReadingParams) => {
          listener.dispose();
          resolve(params);
        });
      });
    const first = next();
    await pair.open(uri, managedNoteWithPlace);
    assert.deepEqual((await first).recognised, true);
    const second = next();
    await pair.change(uri, '# Shopping\n\nBread.\n', 2);
    assert.deepEqual(await second, { uri, version: 2, recognised: false, words: '', detail: '' });
  });

  it('answers the requests of commands', async () => {
    pair = await startPair(fullClient, { hasCommands: true });
    await pair.open(uri, managedNoteWithPlace);
    const explained = await pair.client.sendRequest<ExplainResult>(explainRequest, { uri });
    assert.match(explained.markdown, /supervision/);
    const prompts = await pair.client.sendRequest<PromptsResult>(promptsRequest, {
      uri,
      position: title.start,
      rule: 'purely-managed',
    });
    assert.ok(prompts.length > 3);
    const templates = await pair.client.sendRequest<TemplatesResult>(templatesRequest);
    for (const { id, kind } of templates) {
      const made = await pair.client.sendRequest<NewRecordResult>(newRecordRequest, {
        template: id,
        date: '2025-03-04',
        person: 'T.',
        supervisor: 'KL',
      });
      const { record } = testAnalyser().analyse(made.text);
      assert.equal(record.recognition.kind, kind, id);
      assert.equal(record.problems.length, 0, id);
      assert.match(made.fileName, /^2025-03-04-[a-z]+-t\.md$/);
    }
  });

  it('logs nothing of a record, even when a request goes wrong', async () => {
    pair = await startPair(fullClient);
    await pair.open(uri, `${managedNoteWithPlace}\nSecret sentence about Zebedee.\n`);
    await pull();
    await assert.rejects(
      pair.client.sendRequest('textDocument/hover', { textDocument: null, position: null }),
    );
    assert.ok(!pair.logs.some((line) => line.includes('Zebedee')));
  });
});
