import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanTextRequest, type CleanTextResult } from '../../server/src/protocol.ts';
import type { CodeAction, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/log.md';
const secrets = ['Zofia', 'Kowalczyk', '943 476 5919', '07700 900 461', 'Sycamore', 'Thornhill'];
const text = `---\ntype: log\ndate: 2025-03-04\n---\n\n# Log\n\n## Cases\n\nI met Zofia Kowalczyk at 14 Sycamore Avenue. NHS number 943 476 5919. #managed\n\n## Wellbeing\n\nZofia rang on 07700 900 461 from Thornhill Primary School.\n`;

describe('Confidentiality over the protocol', () => {
  let pair: ServerPair;
  beforeEach(async () => {
    pair = await startPair();
    pair.settings['findings'] = { shown: 50 };
  });
  afterEach(() => pair.dispose());

  const diagnose = async (): Promise<FullDocumentDiagnosticReport> =>
    pair.client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });

  it('says nothing of a record in diagnostics, logs, or files', async () => {
    const before = new Set(readdirSync(tmpdir()));
    await pair.open(uri, text);
    const { items } = await diagnose();
    assert.ok(items.some(({ code }) => code === 'identifier-name'));
    await pair.client.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    await pair.client.sendRequest('supervisionLens/cleanText', {
      uri: 'file:///notes/other.md',
      kind: 'all',
    });
    const said = [
      ...items.flatMap(({ message, relatedInformation = [] }) => [
        message,
        ...relatedInformation.map((each) => each.message),
      ]),
      ...pair.logs,
    ];
    for (const secret of secrets)
      assert.ok(!said.some((each) => JSON.stringify(each).includes(secret)), secret);
    for (const name of readdirSync(tmpdir()).filter((each) => !before.has(each))) {
      const file = path.join(tmpdir(), name);
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
      const content = readFileSync(file, 'utf8');
      for (const secret of secrets) assert.ok(!content.includes(secret), `${secret} in ${name}`);
    }
  });

  it('replaces every mention of a person by one edit', async () => {
    await pair.open(uri, text);
    const { items } = await diagnose();
    const diagnostic = items.find(({ code }) => code === 'identifier-name');
    assert.ok(diagnostic !== undefined);
    const actions = await pair.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    const action = actions.find(({ title }) => title.startsWith('Use an initial'));
    assert.ok(action !== undefined);
    const { edit } = await pair.client.sendRequest<CodeAction>('codeAction/resolve', action);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    assert.equal(change.edits.length, 2);
    assert.ok(change.edits.every((each) => 'newText' in each && each.newText === 'Z.'));
  });

  it('gives clean text, whole and by part', async () => {
    await pair.open(uri, text);
    const ask = (kind: string): Promise<CleanTextResult> =>
      pair.client.sendRequest<CleanTextResult>(cleanTextRequest, { uri, kind });
    const whole = await ask('all');
    assert.doesNotMatch(whole.text, /#managed/);
    assert.deepEqual(
      whole.sections.map(({ title, part }) => [title, part]),
      [
        ['Cases', 'case'],
        ['Wellbeing', 'personal'],
      ],
    );
    assert.doesNotMatch((await ask('case')).text, /rang on/);
    assert.doesNotMatch((await ask('personal')).text, /NHS number/);
  });
});
