import assert from 'node:assert/strict';
import { every, exampleOfRun, months } from '../../../server/src/runs/rules/example-runs.ts';
import type { Analyser } from '../../../server/src/analysis/analyse.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';
import { createMemoryFiles } from '../../helpers/memory-files.ts';
import { createTestIndex } from '../../helpers/test-index.ts';

const root = 'file:///notes';
const work = (date: string, person: string): string => exampleOfRun({ date, cultures: ['managed'], person });
const people = ['T.', 'RM', 'Q.'];
const entries = people.flatMap((person) =>
  months.slice(0, 3).map((date): [string, string] => [`${root}/${person}/${date}.md`, work(date, person)]),
);

describe('The index of records', () => {
  it('judges no run before somebody asks, each once, and after a change its own run alone', async () => {
    const memory = createMemoryFiles(entries);
    let analysed = 0;
    const analyser: Analyser = {
      ...testAnalyser(),
      analyseRecord: (...args) => {
        analysed++;
        return testAnalyser().analyseRecord(...args);
      },
    };
    const { index, judged, changes } = createTestIndex(memory, [root], new Map(), analyser);
    await index.idle();
    assert.equal(judged(), 0);
    assert.equal(analysed, entries.length);
    const newest = people.map((person) => `${root}/${person}/${months[2]}.md`);
    const ask = (): number[] => newest.map((uri) => index.standing(uri).findings.length);
    assert.ok(ask().every((found) => found > 0));
    ask();
    assert.equal(judged(), people.length);

    const changed = `${root}/RM/${months[1]}.md`;
    memory.files.set(changed, exampleOfRun({ date: months[1], cultures: every, person: 'RM' }));
    index.touch(changed);
    await index.idle();
    assert.equal(analysed, entries.length + 1);
    ask();
    assert.equal(judged(), people.length + 1);
    assert.deepEqual(
      [...(changes.at(-1) ?? [])].sort(),
      months.slice(0, 3).map((date) => `${root}/RM/${date}.md`),
    );
  });

  it('gathers both runs again when a record goes from one to the other', async () => {
    const memory = createMemoryFiles(entries);
    const { index, judged } = createTestIndex(memory, [root]);
    await index.idle();
    const all = (): void => index.book.names().forEach((name) => index.book.named(name).forEach(index.judge));
    all();
    const moved = `${root}/RM/${months[1]}.md`;
    memory.files.set(moved, work(months[1], 'T.'));
    index.touch(moved);
    await index.idle();
    all();
    assert.equal(judged(), people.length + 2);
    assert.equal(index.standing(moved).before?.date, months[0]);
  });

  it('leaves out hidden folders and what packages bring along', async () => {
    const hidden = ['.git/a.md', 'node_modules/b/c.md', '.supervision.md'];
    const memory = createMemoryFiles(
      [...hidden, 'd.txt', 'e.markdown'].map((path) => [`${root}/${path}`, work(months[0], 'T.')]),
    );
    const { index } = createTestIndex(memory, [root]);
    await index.idle();
    for (const path of hidden) index.touch(`${root}/${path}`);
    await index.idle();
    assert.deepEqual(
      [...index.records()].map(({ uri }) => uri),
      [`${root}/e.markdown`],
    );
  });

  it('knows a file however its address is spelt', async () => {
    const memory = createMemoryFiles([['file:///notes/a%20%28b%29.md', work(months[0], 'T.')]]);
    const { index } = createTestIndex(memory, [root]);
    await index.idle();
    assert.notEqual(index.record('file:///notes/a%20(b).md'), undefined);
    assert.equal(index.pathOf('file:///notes/a%20(b).md'), 'a (b).md');
  });

  it('goes on where one record can not be read for a fault of ours', async () => {
    const memory = createMemoryFiles(entries);
    const analyser: Analyser = {
      ...testAnalyser(),
      summarise(analysis, place) {
        if (place.id.includes('RM')) throw new TypeError('fault');
        return testAnalyser().summarise(analysis, place);
      },
    };
    const { index, errors } = createTestIndex(memory, [root], new Map(), analyser);
    await index.idle();
    assert.equal(errors.length, 3);
    assert.equal([...index.records()].length, 6);
    assert.equal(index.isComplete(), true);
  });
});
