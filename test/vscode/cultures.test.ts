import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  commands,
  ConfigurationTarget,
  extensions,
  languages,
  Range,
  Selection,
  Uri,
  workspace,
  type CodeAction,
  type Event,
  type InlayHint,
  type SymbolInformation,
} from 'vscode';
import {
  copyOfManaged,
  createRecord,
  waitFor,
  waitForFinding,
  waitForNoFinding,
  waitForText,
} from './records.ts';

interface Drawn {
  readonly uri: string;
  readonly passages: readonly { readonly culture: string; readonly tagged: boolean }[];
}

interface Api {
  readonly onReading: Event<unknown>;
  readonly readingOf: (uri: string) => { readonly recognised: boolean } | undefined;
  readonly onCulturesDrawn: Event<Drawn>;
}

async function api(): Promise<Api> {
  const extension = extensions.getExtension<Api>('supervision-lens.supervision-lens');
  assert.ok(extension);
  return extension.activate();
}

/** Resolves with what is drawn for a document once it fulfils a condition; look before you act. */
async function nextDrawn(uri: string, holds: (drawn: Drawn) => boolean): Promise<Drawn> {
  const { onCulturesDrawn } = await api();
  let last: Drawn | undefined;
  const heard: Event<Drawn> = (listener) =>
    onCulturesDrawn((drawn) => {
      last = drawn;
      listener(drawn);
    });
  return waitFor(`colours of ${uri}`, heard, () => (last?.uri === uri && holds(last) ? last : undefined));
}

const settings = (): ReturnType<typeof workspace.getConfiguration> =>
  workspace.getConfiguration('supervisionLens');

describe('passages', () => {
  it('are coloured as the setting says: what was tagged, all, none', async () => {
    const { document } = await copyOfManaged('to-colour.md');
    const uri = document.uri.toString();
    await waitForFinding(document.uri, 'purely-managed');
    const all = nextDrawn(
      uri,
      ({ passages }) => passages.some(({ tagged }) => !tagged) || passages.length > 3,
    );
    await settings().update('cultures.show', 'all', ConfigurationTarget.Global);
    assert.ok((await all).passages.every(({ culture }) => culture !== 'undecided'));
    const none = nextDrawn(uri, ({ passages }) => passages.length === 0);
    await settings().update('cultures.show', 'off', ConfigurationTarget.Global);
    await none;
    await settings().update('cultures.show', undefined, ConfigurationTarget.Global);
  });

  it('are tagged by a command at the cursor, in one step that one undo takes back', async () => {
    const text =
      '# Supervision RP 10.04.24\n\nReferral due Friday, caseload review overdue, targets missed.\n';
    const editor = await createRecord('to-agree.md', text);
    const { document } = editor;
    const { onReading, readingOf } = await api();
    const uri = document.uri.toString();
    await waitFor('the reading', onReading, () => (readingOf(uri)?.recognised === true ? true : undefined));
    editor.selection = new Selection(2, 3, 2, 3);
    await commands.executeCommand('supervisionLens.overrule', { label: 'democratic' });
    await waitForText(document, (each) => each.includes('missed. #democratic'));
    await commands.executeCommand('undo');
    await waitForText(document, (each) => each === text);
    await commands.executeCommand('supervisionLens.agree');
    await waitForText(document, (each) => each.includes('missed. #managed'));
  });

  it('are tagged in a file beside the record where the setting says so, by commands and by the light bulb', async () => {
    const text =
      '# Supervision RP 10.04.24\n\nReferral due Friday, caseload review overdue, targets missed.\n';
    const { document } = await createRecord('to-keep-clean.md', text);
    const uri = document.uri.toString();
    const { onReading, readingOf } = await api();
    await waitFor('the reading', onReading, () => (readingOf(uri)?.recognised === true ? true : undefined));
    await settings().update('marks', 'sidecar', ConfigurationTarget.Global);
    try {
      const drawn = nextDrawn(uri, ({ passages }) =>
        passages.some(({ tagged, culture }) => tagged && culture === 'democratic'),
      );
      const position = { line: 2, character: 3 };
      await commands.executeCommand('supervisionLens.overrule', { uri, position, label: 'democratic' });
      await drawn;
      const sidecar = Uri.parse(`${uri}.annotations.json`);
      const kept = async (): Promise<string> =>
        new TextDecoder().decode(await workspace.fs.readFile(sidecar));
      assert.match(await kept(), /"motivation": "classifying"[^]*"democratic"/);
      const range = new Range(2, 3, 2, 3);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        ...[document.uri, range, undefined, 50],
      );
      const bring = actions.find(({ title }) => title.startsWith('Bring this'));
      assert.ok(bring?.edit !== undefined && bring.command !== undefined);
      await workspace.applyEdit(bring.edit);
      await commands.executeCommand(bring.command.command, ...((bring.command.arguments ?? []) as unknown[]));
      assert.match(await kept(), /"bring"/);
      const untagged = nextDrawn(uri, ({ passages }) => !passages.some(({ tagged }) => tagged));
      await commands.executeCommand('supervisionLens.overrule', { uri, position, label: 'untag' });
      await untagged;
      assert.doesNotMatch(await kept(), /classifying/);
      assert.equal(document.getText(), text);
      assert.ok(!document.isDirty && !(await workspace.openTextDocument(sidecar)).isDirty);
    } finally {
      await settings().update('marks', undefined, ConfigurationTarget.Global);
    }
  });

  it('have words behind them once the setting asks for it', async () => {
    const { document } = await copyOfManaged('to-hint.md');
    await waitForFinding(document.uri, 'purely-managed');
    const ask = (): Thenable<InlayHint[]> =>
      commands.executeCommand('vscode.executeInlayHintProvider', document.uri, new Range(0, 0, 99, 0));
    assert.deepEqual(await ask(), []);
    const heard = waitFor('the setting', workspace.onDidChangeConfiguration, () =>
      settings().get('inlayHints.enabled') === true ? true : undefined,
    );
    await settings().update('inlayHints.enabled', true, ConfigurationTarget.Global);
    await heard;
    assert.ok((await ask()).length > 0);
    await settings().update('inlayHints.enabled', undefined, ConfigurationTarget.Global);
  });
});

describe('drafting', () => {
  it('keeps findings back until they are asked for', async () => {
    const { document } = await copyOfManaged('to-draft.md');
    await waitForFinding(document.uri, 'purely-managed');
    await commands.executeCommand('supervisionLens.pauseWhileDrafting');
    await waitForNoFinding(document.uri, 'purely-managed');
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
    await commands.executeCommand('supervisionLens.showFindings');
    await waitForFinding(document.uri, 'purely-managed');
  });
});

describe('pasted text', () => {
  it('is tidied where it is selected, and one undo brings it back', async () => {
    const text = '# Supervision RP 10.04.24\n\n•\tSeen twice.\n•\tReport late.\n\n•\tLeft alone.\n';
    const editor = await createRecord('to-tidy.md', text);
    editor.selection = new Selection(2, 0, 3, 5);
    await commands.executeCommand('supervisionLens.tidyPastedText');
    const tidied = await waitForText(editor.document, (each) => each !== text);
    assert.equal(tidied, text.replace('•\tSeen', '- Seen').replace('•\tReport', '- Report'));
    await commands.executeCommand('undo');
    await waitForText(editor.document, (each) => each === text);
  });
});

describe('actions', () => {
  it('are found among the symbols of the workspace', async () => {
    await createRecord('to-find.md', '# Supervision RP 10.04.24\n\nAction: T. to ring the zoo by 2/4\n');
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'zoo',
    );
    assert.ok(symbols.some(({ name }) => name.includes('zoo')));
  });
});
