import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filterRecords, isFiltering, noFilter } from '../../../client/src/records/filter-records.ts';
import { childNodes, groupNodes } from '../../../client/src/records/record-node.ts';
import { readMessage } from '../../../client/src/webviews/read-message.ts';
import type { ListedRecord, RecordGroup, ShownPassage } from '../../../server/src/protocol.ts';

const passage: ShownPassage = {
  uri: 'file:///a.md',
  range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } },
  text: 'Who asked N.?',
};
const record = (uri: string, more: Partial<ListedRecord> = {}): ListedRecord => ({
  uri,
  kind: 'supervision',
  title: 'Supervision',
  date: '2025-01-07',
  openActions: 0,
  bring: [],
  groupQuestions: [],
  note: '',
  ...more,
});
const group = (name: string, ...records: ListedRecord[]): RecordGroup => ({
  by: 'person',
  name,
  scope: 'file:///notes',
  note: '',
  records,
});
const groups = [
  group('T.', record('1', { openActions: 2 }), record('2', { bring: [passage] })),
  group('Z.', record('3', { kind: 'log', groupQuestions: [passage] }), record('4')),
];
const uris = (of: readonly RecordGroup[]): string[] =>
  of.flatMap(({ records }) => records.map(({ uri }) => uri));

describe('list of records', () => {
  it('shows everything in the order of the server until it is narrowed', () => {
    assert.equal(isFiltering(noFilter), false);
    assert.deepEqual(filterRecords(groups, noFilter), groups);
  });

  it('narrows by what is open, and drops groups that are left empty', () => {
    const by = (open: 'anything' | 'actions' | 'group' | 'bring'): string[] =>
      uris(filterRecords(groups, { kinds: [], open }));
    assert.deepEqual(by('anything'), ['1', '2', '3']);
    assert.deepEqual(by('actions'), ['1']);
    assert.deepEqual(by('group'), ['3']);
    assert.deepEqual(by('bring'), ['2']);
    assert.equal(filterRecords(groups, { kinds: [], open: 'bring' }).length, 1);
  });

  it('narrows by kind and by what is open together', () => {
    assert.deepEqual(uris(filterRecords(groups, { kinds: ['log'], open: 'all' })), ['3']);
    assert.deepEqual(uris(filterRecords(groups, { kinds: ['log'], open: 'actions' })), []);
  });

  it('puts passages under their record, with ids that differ and stay', () => {
    const nodes = groupNodes(groups);
    const all = (of: typeof nodes): typeof nodes => of.flatMap((node) => [node, ...all(childNodes(node))]);
    const ids = all(nodes).map(({ id }) => id);
    assert.equal(ids.length, 8);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      all(groupNodes(structuredClone(groups))).map(({ id }) => id),
      ids,
    );
  });
});

describe('messages of webviews', () => {
  it('are read where they are as agreed', () => {
    assert.deepEqual(readMessage({ type: 'ready' }), { type: 'ready' });
    const message = { type: 'reveal', uri: 'file:///a.md', place: { line: 1, character: 0 } };
    assert.deepEqual(readMessage({ ...message, more: 1 }), message);
  });

  it('are dropped where they are anything else', () => {
    const place = { line: 1, character: 0 };
    const uri = 'file:///a.md';
    const wrong = [
      ...[null, undefined, 'ready', {}, { type: 'reveal' }, { type: 'reveal', uri: 7, place }],
      ...[
        { type: 'reveal', uri, place: { line: -1, character: 0 } },
        { type: 'run', uri, place },
      ],
    ];
    for (const value of wrong) assert.equal(readMessage(value), undefined);
  });
});
