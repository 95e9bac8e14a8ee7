import type { IndexedRecord, RunStanding, WorkspaceIndex } from '../features/workspace/workspace-index.ts';
import type { Run } from '../runs/gather-runs.ts';
import { judgeRun, type RunFinding } from '../runs/judge-run.ts';
import { createRunBook } from '../runs/run-book.ts';
import type { Messages } from '../balance/messages.ts';
import { indexRecord, type IndexRecordParts } from './index-record.ts';
import type { IndexProgress } from './index-progress.ts';
import { createWorkQueue } from './work-queue.ts';
import { folderKey, pathBelow, uriKey } from './uri-keys.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** The index with what keeps it up to date. */
export interface RecordIndex extends WorkspaceIndex {
  /** A file was made, changed, deleted, opened, edited or closed: it is read again, before all that waits. */
  touch: (uri: string) => void;
  /** A folder was made, renamed or deleted. */
  touchFolder: (uri: string) => void;
  /** Workspace folders, configurations or settings have changed: every file is looked at again. */
  rescan: () => void;
  /** Calls the reading of the workspace off; what was read stays. */
  stop: () => void;
  /** Resolves when nothing is left to do. */
  idle: () => Promise<void>;
}

/** What an index is made of. */
export interface RecordIndexParts extends IndexRecordParts {
  readonly files: WorkspaceFiles;
  readonly folders: () => readonly string[];
  /** What is open in the editor, be it on disk or not. */
  readonly openUris: () => readonly string[];
  readonly progress: (total: number, stop: () => void, messages: Messages) => IndexProgress;
  /** After changes, when things are quiet: the records whose run may say something else of them now. */
  readonly onChanged: (uris: ReadonlySet<string>) => void;
  readonly onError: (error: unknown) => void;
  /** Told of each run that is judged. */
  readonly onJudged?: () => void;
}

const nothing: RunStanding = { before: undefined, earlier: undefined, findings: [] };

/** Makes an index that reads nothing until it is asked to begin. */
export function createRecordIndex(parts: RecordIndexParts): RecordIndex {
  const { files } = parts;
  const book = createRunBook();
  const records = new Map<string, IndexedRecord>();
  const limited = new Set<string>();
  const known = new Set<string>();
  const judged = new WeakMap<Run, readonly RunFinding[]>();
  let touchedRuns = new Set<string>();
  let touchedRecords = new Set<string>();
  let state: 'asleep' | 'awake' | 'stopped' = 'asleep';
  let toldComplete = false;
  let scans = 0;
  let scanning: Promise<void> = Promise.resolve();
  let progress: IndexProgress | undefined;
  let messages: Messages | undefined;

  const remove = (key: string): void => {
    limited.delete(key);
    if (records.delete(key)) touchedRecords.add(key);
    for (const name of book.remove(key)) touchedRuns.add(name);
  };
  const work = async (key: string): Promise<void> => {
    try {
      const reading = files.covers(key) ? await indexRecord(key, parts) : 'no-record';
      if (reading === 'no-record' || reading === 'limited') remove(key);
      else {
        limited.delete(key);
        records.set(key, reading);
        touchedRecords.add(key);
        for (const name of book.put(reading.summary)) touchedRuns.add(name);
      }
      if (reading === 'limited') limited.add(key);
    } catch (error) {
      // A fault of ours in one record doesn't cost the others.
      remove(key);
      parts.onError(error);
    }
  };
  const isComplete = (): boolean => state === 'awake' && scans === 0 && queue.left() === 0;
  const tellChanged = (): void => {
    const complete = isComplete();
    if (!complete && state !== 'stopped') return;
    if (complete === toldComplete && touchedRecords.size + touchedRuns.size === 0) return;
    toldComplete = complete;
    const changed = touchedRecords;
    for (const name of touchedRuns)
      for (const run of book.named(name)) for (const { id } of run.records) changed.add(id);
    touchedRecords = new Set();
    touchedRuns = new Set();
    parts.onChanged(changed);
  };
  const queue = createWorkQueue({
    work,
    onDone: () => progress?.update(queue.left()),
    onQuiet() {
      if (queue.left() === 0 && scans === 0) {
        progress?.end();
        progress = undefined;
      }
      tellChanged();
    },
  });

  const scan = async (folders: readonly string[]): Promise<void> => {
    scans++;
    try {
      ({ messages } = await parts.knowledge());
      const found = new Set<string>();
      const stopped = (): boolean => state === 'stopped';
      for (const folder of folders) for (const key of await files.list(folder, stopped)) found.add(key);
      if (state === 'stopped') return;
      for (const key of parts.openUris().map(uriKey))
        if (files.covers(key) && folders.some((folder) => isIn(key, folder))) found.add(key);
      for (const key of found) known.add(key);
      // What isn't listed any more is looked at too, and found gone.
      const gone = [...known].filter((key) => !found.has(key) && folders.some((each) => isIn(key, each)));
      for (const key of gone) known.delete(key);
      const nearFirst = orderByNearness([...found], parts.openUri);
      queue.add([...gone, ...nearFirst]);
      if (queue.left() > 0) progress ??= parts.progress(queue.left(), stop, messages);
    } finally {
      scans--;
      if (queue.left() === 0) tellChanged();
    }
  };
  const startScan = (folders: readonly string[]): void => {
    scanning = Promise.all([scanning, scan(folders.map(folderKey)).catch(parts.onError)]).then(
      () => undefined,
    );
  };
  const begin = (): void => {
    if (state !== 'asleep') return;
    state = 'awake';
    startScan(parts.folders());
  };
  const stop = (): void => {
    state = 'stopped';
    queue.clear();
    progress?.end();
    progress = undefined;
  };
  const idle = async (): Promise<void> => {
    let waited: Promise<void> | undefined;
    while (waited !== scanning) {
      waited = scanning;
      await scanning;
      await queue.idle();
    }
  };
  const judge = (run: Run): readonly RunFinding[] => {
    const done = judged.get(run);
    if (done !== undefined || messages === undefined) return done ?? [];
    const rules = records.get(run.records.at(-1)?.id ?? '')?.configuration.rules;
    const findings = judgeRun(run, messages, rules);
    parts.onJudged?.();
    judged.set(run, findings);
    return findings;
  };

  return {
    book,
    begin,
    stop,
    idle,
    judge,
    isComplete,
    async ready(token) {
      // Called off before, and wanted after all.
      if (state === 'stopped') state = 'asleep';
      begin();
      const cancelled = new Promise<void>((resolve) => token?.onCancellationRequested(() => resolve()));
      await Promise.race([idle(), cancelled]);
      return isComplete();
    },
    touch(uri) {
      const key = uriKey(uri);
      if (state === 'asleep' || !files.covers(key)) return;
      known.add(key);
      queue.add([key], true);
    },
    touchFolder(uri) {
      if (state === 'awake') startScan([uri]);
    },
    rescan() {
      if (state !== 'awake') return;
      queue.add(known);
      startScan(parts.folders());
    },
    record: (uri) => records.get(uriKey(uri)),
    records: () => records.values(),
    isLimited: (uri) => limited.has(uriKey(uri)),
    standing(uri) {
      if (!isComplete()) return nothing;
      const key = uriKey(uri);
      const place = book.standing(key);
      if (place?.in !== 'run') return nothing;
      const at = place.run.records.findIndex(({ id }) => id === key);
      const earlier = place.run.records.slice(0, at);
      const before = earlier.at(-1);
      return {
        before:
          before?.date === undefined
            ? undefined
            : { profile: before.profile, date: before.date, called: earlier.flatMap(({ called }) => called) },
        earlier,
        findings: place.run.records.at(-1)?.id === key ? judge(place.run) : [],
      };
    },
    pathOf(uri) {
      const key = uriKey(uri);
      const folder = files.folderOf(key);
      return decodeURIComponent(folder === undefined ? key : (pathBelow(folder, key) ?? key));
    },
  };
}

function isIn(key: string, folder: string): boolean {
  return pathBelow(folder, key) !== undefined;
}

/** Files beside open ones first: their runs are what is being looked at. */
function orderByNearness(keys: readonly string[], openUri: (key: string) => string | undefined): string[] {
  const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));
  const near = new Set(keys.filter((key) => openUri(key) !== undefined).map(folderOf));
  const sorted = [...keys].sort();
  return [
    ...sorted.filter((key) => near.has(folderOf(key))),
    ...sorted.filter((key) => !near.has(folderOf(key))),
  ];
}
