import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import {
  checkWorkspaceRequest,
  explainRequest,
  findFilesRequest,
  readFileRequest,
  recordsChangedNotification,
  recordsRequest,
  runRequest,
  type CheckWorkspaceResult,
  type ExplainResult,
  type RecordsResult,
  type RunResult,
} from '../../server/src/protocol.ts';
import { every, exampleOfRun, months } from '../../server/src/runs/rules/example-runs.ts';
import { createMemoryFiles, type MemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, plainClient, startPair, type ServerPair, type Surroundings } from './server-pair.ts';

const north = 'file:///north';
const south = 'file:///south';
const work = (date: string, person = 'T.'): string => exampleOfRun({ date, cultures: ['managed'], person });
const all = (date: string, person = 'T.'): string => exampleOfRun({ date, cultures: every, person });

describe('Runs in the server', () => {
  let pair: ServerPair;
  let memory: MemoryFiles;
  afterEach(() => pair.dispose());

  const start = async (
    files: readonly (readonly [string, string])[],
    { folders = [north], capabilities = fullClient, ...surroundings }: Options = {},
  ): Promise<void> => {
    memory = createMemoryFiles(files);
    pair = await startPair(
      capabilities,
      { listsRecords: true, hasCommands: true, findsFiles: true, readsFiles: true },
      folders,
      { ...surroundings, platform: { ...memory.platform, ...surroundings.platform } },
    );
  };
  const pull = async (uri: string): Promise<Diagnostic[]> => {
    const report = await pair.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return 'items' in report ? report.items : [];
  };
  const codes = async (uri: string): Promise<unknown[]> => (await pull(uri)).map(({ code }) => code);
  const run = (uri: string): Promise<RunResult> => pair.client.sendRequest<RunResult>(runRequest, { uri });
  const runUris = async (uri: string): Promise<string[] | undefined> =>
    (await run(uri)).run?.records.map((record) => record.uri.replace('file:///', ''));
  const changed = (uri: string, type: 1 | 2 | 3): Promise<void> =>
    pair.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  const three = months.slice(0, 3).map((date, index) => [`${north}/${index}.md`, work(date)] as const);

  it('puts a finding on the newest record alone, with the others beside it, and asks the client to ask again', async () => {
    await start(three);
    const newest = `${north}/2.md`;
    const refreshed = pair.nextRefresh();
    await pair.open(newest, work(months[2]));
    assert.ok(!(await codes(newest)).includes('managed-run'), 'nothing is judged before all has been read');
    await refreshed;
    const found = (await pull(newest)).find(({ code }) => code === 'managed-run');
    assert.deepEqual(
      found?.relatedInformation?.map(({ location }) => location),
      [0, 1].map((index) => ({
        uri: `${north}/${index}.md`,
        range: { start: { line: 7, character: 2 }, end: { line: 7, character: 25 } },
      })),
    );
    assert.deepEqual(found.range, { start: { line: 7, character: 2 }, end: { line: 7, character: 25 } });
    await pair.open(`${north}/1.md`, work(months[1]));
    assert.ok(!(await codes(`${north}/1.md`)).includes('managed-run'));
  });

  it('judges a record after the one before it in its run', async () => {
    const person = (date: string): string => exampleOfRun({ date, cultures: ['humanistic'] });
    const long = (date: string): string => person(date) + `\n${humanistic}\n\n${humanistic}\n`;
    await start([
      [`${north}/a.md`, long(months[0])],
      [`${north}/b.md`, long(months[1])],
    ]);
    await run(`${north}/b.md`);
    await pair.open(`${north}/b.md`, long(months[1]));
    assert.ok((await codes(`${north}/b.md`)).includes('dominant-culture'));
    await pair.open(`${north}/a.md`, long(months[0]));
    assert.ok(!(await codes(`${north}/a.md`)).includes('dominant-culture'));
  });

  it('reads several roots, and keeps runs within them', async () => {
    await start([...three, [`${south}/0.md`, work(months[3])], [`${south}/.git/1.md`, work(months[4])]], {
      folders: [north, south],
    });
    assert.deepEqual(await runUris(`${north}/0.md`), ['north/0.md', 'north/1.md', 'north/2.md']);
    assert.deepEqual(await runUris(`${south}/0.md`), ['south/0.md']);
    await pair.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: north, name: 'north' }] },
    });
    assert.equal(await runUris(`${north}/0.md`), undefined);
    const { groups } = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.deepEqual(
      groups.map(({ scope }) => scope),
      [south],
    );
  });

  it('takes the folder of the configuration file for the scope, and a run that it sets', async () => {
    await start([
      [`${north}/.supervision-lens.yaml`, 'runs:\n  - files: "one/**"\n    person: Q.\n'],
      [`${north}/one/a.md`, work(months[0], 'T.')],
      [`${north}/one/b.md`, work(months[1], 'RM')],
    ]);
    const { run: shown } = await run(`${north}/one/a.md`);
    assert.equal(shown?.name, 'Q.');
    assert.equal(shown.scope, north);
    assert.equal(shown.records.length, 2);
    memory.files.set(`${north}/.supervision-lens.yaml`, '');
    await changed(`${north}/.supervision-lens.yaml`, 2);
    assert.equal((await run(`${north}/one/a.md`)).run?.records.length, 1);
  });

  it('keeps what is typed over what is on disk, until it is closed', async () => {
    await start(three);
    assert.equal((await runUris(`${north}/0.md`))?.length, 3);
    await pair.open(`${north}/1.md`, work(months[1], 'RM'));
    assert.deepEqual(await runUris(`${north}/1.md`), ['north/1.md']);
    await changed(`${north}/1.md`, 2);
    assert.deepEqual(await runUris(`${north}/1.md`), ['north/1.md']);
    await pair.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: `${north}/1.md` },
    });
    assert.equal((await runUris(`${north}/1.md`))?.length, 3);
  });

  it('follows files that are made, deleted and renamed, and folders too', async () => {
    await start(three);
    assert.equal((await runUris(`${north}/0.md`))?.length, 3);
    memory.files.set(`${north}/new.md`, work(months[3]));
    await changed(`${north}/new.md`, 1);
    assert.equal((await runUris(`${north}/0.md`))?.length, 4);
    memory.files.delete(`${north}/new.md`);
    memory.files.set(`${north}/box/renamed.md`, work(months[3]));
    await changed(`${north}/new.md`, 3);
    await changed(`${north}/box/renamed.md`, 1);
    assert.deepEqual((await runUris(`${north}/0.md`))?.at(-1), 'north/box/renamed.md');
    memory.files.delete(`${north}/box/renamed.md`);
    memory.files.set(`${north}/chest/renamed.md`, work(months[3]));
    await pair.client.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: `${north}/box`, newUri: `${north}/chest` }],
    });
    assert.deepEqual((await runUris(`${north}/0.md`))?.at(-1), 'north/chest/renamed.md');
    memory.files.delete(`${north}/chest/renamed.md`);
    await pair.client.sendNotification('workspace/didDeleteFiles', { files: [{ uri: `${north}/chest` }] });
    assert.equal((await runUris(`${north}/0.md`))?.length, 3);
  });

  it('has the client ask again when another record of a run changes what is said of an open one', async () => {
    await start(three);
    const newest = `${north}/2.md`;
    await run(newest);
    await pair.open(newest, work(months[2]));
    assert.ok((await codes(newest)).includes('managed-run'));
    const refreshed = pair.nextRefresh();
    memory.files.set(`${north}/1.md`, all(months[1]));
    await changed(`${north}/1.md`, 2);
    await refreshed;
    assert.ok(!(await codes(newest)).includes('managed-run'));
    const before = pair.refreshes();
    memory.files.set(`${north}/other.md`, work(months[1], 'RM'));
    await changed(`${north}/other.md`, 1);
    await run(newest);
    assert.equal(pair.refreshes(), before, 'another run is nothing to it');
  });

  it('pushes once more to a client that does not pull', async () => {
    await start(three, { capabilities: plainClient });
    const newest = `${north}/2.md`;
    await run(newest);
    const first = pair.nextPush(newest);
    await pair.open(newest, work(months[2]));
    assert.ok((await first).diagnostics.some(({ code }) => code === 'managed-run'));
    const second = pair.nextPush(newest);
    memory.files.set(`${north}/1.md`, all(months[1]));
    await changed(`${north}/1.md`, 2);
    const { version, diagnostics } = await second;
    assert.equal(version, 1);
    assert.ok(!diagnostics.some(({ code }) => code === 'managed-run'));
  });

  it('has the client list and read what it can not read itself', async () => {
    const unable: Surroundings['platform'] = {
      listFiles: () => Promise.resolve(undefined),
      readFile: () => Promise.resolve(undefined),
    };
    // The second is the root of a file system, as in VS Code for the web.
    for (const virtual of ['vscode-vfs://github/notes', 'memfs://mount/']) {
      const files = new Map(
        three.map(([uri, text]) => [uri.replace(`${north}/`, `${virtual.replace(/\/$/, '')}/`), text]),
      );
      const prepare: Surroundings['prepare'] = (client) => {
        client.onRequest(findFilesRequest, ({ folder }: { folder: string }) =>
          [...files.keys()].filter((uri) => uri.startsWith(folder)),
        );
        client.onRequest(readFileRequest, ({ uri }: { uri: string }) => files.get(uri) ?? null);
      };
      await start([], { folders: [virtual], platform: unable, prepare });
      assert.equal((await run([...files.keys()][0] ?? '')).run?.records.length, 3);
      assert.deepEqual(pair.logs, []);
      pair.dispose();
    }
  });

  it('tells of records without a date, and of one name for two people, and guesses neither', async () => {
    const from = (date: string, supervisor: string, team: string): string =>
      work(date).replace('supervisor: KL', `supervisor: ${supervisor}\nteam: ${team}`);
    await start([
      [`${north}/a.md`, from(months[0], 'KL', 'North')],
      [`${north}/b.md`, from(months[1], 'BB', 'Hospital')],
      [`${north}/c.md`, work('5 March')],
    ]);
    const { run: shown, message } = await run(`${north}/c.md`);
    assert.equal(shown, null);
    assert.match(message, /year/);
    const one = (await run(`${north}/a.md`)).run;
    assert.equal(one?.records.length, 1);
    assert.match(one.note, /kept apart/);
    assert.deepEqual(
      one.undated.map(({ uri }) => uri),
      [`${north}/c.md`],
    );
    const { groups } = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(groups.length, 1);
    assert.match(groups[0]?.note ?? '', /2 runs/);
    assert.deepEqual(
      groups[0]?.records.map(({ date, note }) => [date, note === '']),
      [
        [months[1], true],
        [months[0], true],
        [null, false],
      ],
    );
    await pair.open(`${north}/c.md`, work('5 March'));
    const { markdown } = await pair.client.sendRequest<ExplainResult>(explainRequest, {
      uri: `${north}/c.md`,
    });
    assert.match(markdown, /isn't in a run yet/);
  });

  it('answers for the list at once, and tells when there is more', async () => {
    await start(three);
    let told: () => void = () => undefined;
    const tells = new Promise<void>((resolve) => (told = resolve));
    pair.client.onNotification(recordsChangedNotification, () => told());
    const first = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(first.complete, false);
    await tells;
    const second = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    assert.equal(second.complete, true);
    assert.deepEqual(
      second.groups[0]?.records.map(({ date }) => date),
      [months[2], months[1], months[0]],
    );
    assert.ok(!JSON.stringify(second).includes('finding'));
  });

  it('checks the workspace when it is asked to, and tells counts and places', async () => {
    await start([
      ...three,
      [`${north}/shopping.md`, '# Shopping\n\n- Bread\n'],
      [`${north}/b/x.md`, all(months[0], 'RM')],
    ]);
    const progress: unknown[] = [];
    pair.client.onNotification('$/progress', (params: unknown) => void progress.push(params));
    const checked = await pair.client.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, {
      workDoneToken: 'check',
    });
    assert.equal(checked.records, 4);
    const newest = checked.files.find(({ path }) => path === '2.md');
    assert.ok(newest?.findings.some(({ rule }) => rule === 'managed-run'));
    assert.ok(checked.files.every(({ findings }) => findings.length <= 3));
    assert.ok(progress.length >= 2);
    assert.doesNotMatch(JSON.stringify(progress), /\.md|Supervision|T\./);
    assert.deepEqual(pair.pushes, []);
  });
});

interface Options extends Surroundings {
  readonly folders?: readonly string[];
  readonly capabilities?: typeof fullClient;
}

const humanistic = Array.from(
  { length: 3 },
  () =>
    'T. said she had sat in the car after the visit and not known why, and we stayed with that for a good while. #humanistic',
).join('\n\n');
