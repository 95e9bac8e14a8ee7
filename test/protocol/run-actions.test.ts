import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import {
  type ExportResult,
  exportRequest,
  foldedActionKinds,
  promptsRequest,
  recordsRequest,
  runRequest,
} from '../../server/src/protocol.ts';
import { every, exampleOfRun, months } from '../../server/src/runs/rules/example-runs.ts';
import { applyAction } from '../helpers/apply-edit.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const folder = 'file:///notes';
const heading = { line: 7, character: 4 };

describe('What is offered for a finding on a run', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  /** Opens the newest of some records once all of them have been read. */
  const openRun = async (texts: readonly string[]): Promise<string> => {
    const files = texts.map((text, index) => [`${folder}/${index}.md`, text] as const);
    const options = { listsRecords: true, hasCommands: true, findsFiles: true, readsFiles: true };
    const { platform } = createMemoryFiles(files);
    pair = await startPair(fullClient, options, [folder], { platform });
    const [uri, text] = files.at(-1)!;
    await pair.client.sendRequest(runRequest, { uri });
    await pair.open(uri, text);
    return uri;
  };
  const actionsAt = async (uri: string, only?: string[]): Promise<CodeAction[]> =>
    (await pair.client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: heading, end: heading },
      context: { diagnostics: await pull(uri), ...(only === undefined ? {} : { only }) },
    })) ?? [];
  const pull = async (uri: string): Promise<Diagnostic[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items : [];
  };
  const codes = async (uri: string): Promise<unknown[]> => (await pull(uri)).map(({ code }) => code);
  const answers = ({ diagnostics = [] }: CodeAction, rule: string): boolean =>
    diagnostics.some(({ code }) => code === rule);
  const resolve = (action: CodeAction): Promise<CodeAction> =>
    pair.client.sendRequest<CodeAction>('codeAction/resolve', action);

  const without = (culture: string): string[] =>
    months.slice(0, 4).map((date) => {
      const cultures = every.filter((each) => each !== culture);
      return exampleOfRun({ date, cultures, more: ["## In T.'s words"] });
    });
  const last = (texts: readonly string[]): string => texts.at(-1)!;

  it('is its best prompts, each as one edit, and the way to more of them', async () => {
    const texts = without('professional');
    const uri = await openRun(texts);
    assert.ok((await codes(uri)).includes('culture-absent-in-run'));
    const offered = (await actionsAt(uri)).filter((action) => answers(action, 'culture-absent-in-run'));
    const prompts = offered.filter(({ title }) => title.startsWith('Insert a prompt'));
    assert.equal(prompts.length, 2);
    const all = (await actionsAt(uri)).filter(({ title }) => title.startsWith('Insert a prompt'));
    assert.equal(all.length, 3);
    const after = applyAction(uri, last(texts), await resolve(prompts[0]!));
    assert.match(after, /> \*\*To think about:\*\* .* <!-- supervision-lens-prompt: [a-z-]+ -->/);
    const more = offered.find(({ command }) => command?.command === 'supervisionLens.choosePrompt');
    assert.equal(more?.command?.arguments?.[1], 'culture-absent-in-run');
  });

  it('is a section for the culture that is absent, with a prompt in it', async () => {
    const texts = without('humanistic');
    const uri = await openRun(texts);
    const section = (await actionsAt(uri)).find(({ title }) => title.startsWith('Add “How things are”'));
    assert.ok(section !== undefined);
    assert.match(
      applyAction(uri, last(texts), await resolve(section)),
      /\n## How things are\n\n> \*\*To think/,
    );
  });

  it('is a question to the group about what the run shows, under whom to ask first', async () => {
    const texts = without('democratic');
    const uri = await openRun(texts);
    const ask = (await actionsAt(uri)).find(({ title }) => title.startsWith('Take a question to the group'));
    assert.ok(ask !== undefined && answers(ask, 'culture-absent-in-run'));
    const added = applyAction(uri, last(texts), await resolve(ask)).slice(last(texts).length);
    assert.equal(
      added,
      '\n## For the group\n\n*Ask T. first whether this can go to the group.*\n\n- Where do the rest of us get a say in how things are done here, and where would we like more of one?\n',
    );
  });

  it('is no question to the group where the matter is formal', async () => {
    const texts = without('democratic');
    const formal = last(texts).replace('# Supervision,', '# Capability meeting,');
    const uri = await openRun([...texts.slice(0, 3), formal]);
    assert.ok((await codes(uri)).includes('culture-absent-in-run'));
    const titles = (await actionsAt(uri)).map(({ title }) => title);
    assert.ok(!titles.some((title) => /question to the group|Insert a prompt/.test(title)), titles.join());
  });

  it('is to switch the rule off in the file, after which it is quiet, and in the folder', async () => {
    const texts = without('democratic');
    const uri = await openRun(texts);
    const switches = await actionsAt(uri, [foldedActionKinds.switchOff]);
    const offered = switches.filter((action) => answers(action, 'culture-absent-in-run'));
    const inFile = offered.find(({ title }) => title.includes('in this file'));
    assert.ok(inFile !== undefined);
    const after = applyAction(uri, last(texts), await resolve(inFile));
    assert.match(after, /<!-- supervision-lens-disable-file culture-absent-in-run -->\n$/);
    const inFolder = offered.find(({ title }) => title.includes('in this folder'));
    assert.ok(inFolder !== undefined);
    const { edit } = await resolve(inFolder);
    assert.match(JSON.stringify(edit), /rules:\\n {2}culture-absent-in-run: off/);
    await pair.change(uri, after, 2);
    assert.ok(!(await codes(uri)).includes('culture-absent-in-run'));
  });

  it('is one prompt for each further finding on the same heading', async () => {
    const work = months
      .slice(0, 3)
      .map((date) => exampleOfRun({ date, cultures: ['managed'], more: ["## In T.'s words"] }));
    const uri = await openRun(work);
    const offered = (await actionsAt(uri)).filter(({ title }) => title.startsWith('Insert a prompt'));
    assert.equal(offered.filter((action) => answers(action, 'purely-managed')).length, 2);
    assert.equal(offered.filter((action) => answers(action, 'managed-run')).length, 1);
    assert.ok(
      (await actionsAt(uri)).some(({ title }) =>
        title.startsWith('Take a question to the group: When a month'),
      ),
    );
  });

  it('holds nothing of passages whose circulation is limited: no title, edit, list, run, report or prompt', async () => {
    const secret =
      "## Not for the file\n\nWe decided to step down the zebra: the zebra's threshold is not met, and what should T. ask the zebra? #bring #professional\n\n- [ ] T. to feed the zebra by Friday";
    const texts = months
      .slice(0, 4)
      .map((date) => exampleOfRun({ date, cultures: ['managed', 'humanistic'], more: [secret] }));
    const uri = await openRun(texts);
    const rules = await codes(uri);
    assert.ok(rules.includes('culture-absent-in-run') && rules.includes('managed-run'), rules.join());
    const offered = await actionsAt(uri);
    const ofRun = offered.filter((action) => answers(action, 'culture-absent-in-run'));
    assert.ok(ofRun.length >= 1, ofRun.map(({ title }) => title).join());
    const said: unknown[] = [await pull(uri), offered];
    for (const action of offered) {
      const resolved = await resolve(action);
      if (resolved.edit === undefined) continue;
      // What is written besides the record's own words.
      const after = applyAction(uri, last(texts), resolved);
      assert.equal(after.split('zebra').length, last(texts).split('zebra').length, action.title);
    }
    for (const rule of ['culture-absent-in-run', 'managed-run'])
      said.push(await pair.client.sendRequest(promptsRequest, { uri, position: heading, rule }));
    said.push(
      await pair.client.sendRequest(promptsRequest, { uri, position: heading }),
      await pair.client.sendRequest(runRequest, { uri }),
      await pair.client.sendRequest(recordsRequest),
      await pair.client.sendRequest(exportRequest, { uri, format: 'html', what: 'run' }),
    );
    const report = said.at(-1) as ExportResult;
    assert.ok(report.outcome === 'made');
    assert.doesNotMatch(Buffer.from(report.content, 'base64').toString('utf8'), /zebra/i);
    for (const each of said) assert.doesNotMatch(JSON.stringify(each), /zebra/i);
  });
});
