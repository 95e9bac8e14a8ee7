import { messageIn, type Messages } from '../../balance/messages.ts';
import type { ListedRecord, RecordGroup, ShownPassage } from '../../protocol.ts';
import { byDate, runName } from '../../runs/gather-runs.ts';
import type { ListedPassage } from '../../runs/record-listing.ts';
import { fillMessage } from '../../text/message.ts';
import type { IndexedRecord, WorkspaceIndex } from './workspace-index.ts';

const order = ['person', 'team', 'nobody'] as const;

/** The records of the workspace by person or team, then date. Neither findings nor figures: nobody is ranked. */
export function listRecords(index: WorkspaceIndex, messages: Messages): RecordGroup[] {
  const groups = new Map<string, { by: RecordGroup['by']; scope: string; records: IndexedRecord[] }>();
  for (const record of index.records()) {
    const { run, scope } = record.summary;
    const name = run === undefined ? scope : runName(scope, run);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { by: run?.by ?? 'nobody', scope, records: [record] });
    else group.records.push(record);
  }
  return [...groups]
    .map(([name, { by, scope, records }]): RecordGroup => {
      const newestFirst = records.sort((a, b) => byDate(b.summary, a.summary));
      return {
        by,
        name: newestFirst[0]?.summary.run?.name ?? messageIn(messages.workspace, 'nobody'),
        scope,
        note: by === 'nobody' ? '' : describeClash(index, name, messages),
        records: newestFirst.map((record) => listedRecord(record, index, messages)),
      };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.by) - order.indexOf(b.by) ||
        a.name.localeCompare(b.name, 'en-GB') ||
        a.scope.localeCompare(b.scope, 'en-GB'),
    );
}

/** That several people seem to go by one name; empty where they don't. */
export function describeClash({ book }: WorkspaceIndex, name: string, messages: Messages): string {
  const runs = book.named(name);
  const [first] = runs;
  if (first === undefined || runs.length < 2) return '';
  return fillMessage(messageIn(messages.workspace, 'clash'), { n: runs.length, name: first.name });
}

/** A record as lists show it. */
export function listedRecord(
  { uri, summary, listing }: IndexedRecord,
  index: WorkspaceIndex,
  messages: Messages,
): ListedRecord {
  const shown = (passages: readonly ListedPassage[]): ShownPassage[] =>
    passages.map(({ text, place }) => ({ uri, range: place, text }));
  return {
    uri,
    kind: summary.kind,
    title: listing.title ?? fileName(index.pathOf(uri)),
    date: summary.date ?? null,
    openActions: listing.openActions,
    bring: shown(listing.bring),
    groupQuestions: shown(listing.groupQuestions),
    note: whyInNoRun(uri, index, messages),
  };
}

/** Why a record is in no run; empty where it is in one. */
export function whyInNoRun(uri: string, index: WorkspaceIndex, messages: Messages): string {
  const say = (name: string): string => messageIn(messages.workspace, name);
  const record = index.record(uri);
  if (record === undefined) return say(index.isLimited(uri) ? 'limited' : 'not-indexed');
  const standing = index.book.standing(record.uri);
  if (standing?.in === 'run') return '';
  return say(standing?.in === 'undated' ? 'undated' : 'no-key');
}

/** In which run a record is, or why in none; empty before all has been read, and for what isn't in the workspace. */
export function describePlace(uri: string, index: WorkspaceIndex, messages: Messages): string {
  if (!index.isComplete() || (index.record(uri) === undefined && !index.isLimited(uri))) return '';
  const record = index.record(uri);
  const standing = record && index.book.standing(record.uri);
  if (standing?.in !== 'run') return whyInNoRun(uri, index, messages);
  const { run } = standing;
  const values = { n: run.records.length, name: run.name };
  const clash = describeClash(index, runName(run.scope, run), messages);
  return [fillMessage(messageIn(messages.workspace, 'in-run'), values), clash].join(' ').trim();
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
