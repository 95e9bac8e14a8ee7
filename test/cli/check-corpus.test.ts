import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/repository.ts';
import { checkJson, outputErrors, type CheckOutput } from './check-output.ts';

const read = (name: string): string => readFileSync(path.join(repositoryRoot, name), 'utf8');

describe('check over the corpus', function () {
  this.timeout(240_000);
  let output: CheckOutput;

  before(async () => {
    const { result, code, errors } = await checkJson(['--all', 'corpus/records']);
    assert.equal(errors, '');
    assert.equal(code, 0);
    output = result;
  });

  it('is valid against the schema', () => assert.deepEqual(outputErrors(output), []));

  it('gives every record once, by path', () => {
    const paths = output.records.map((record) => record.path);
    assert.equal(paths.length, 128);
    assert.deepEqual(paths, [...new Set(paths)].sort());
    assert.deepEqual(output.skipped, []);
  });

  it('gives the passages of the reference, by file, line and block, with their ids', () => {
    const expected = read('corpus/passages.tsv')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'))
      .map(([id = '', line, , block]) => `${id} ${line} ${block}`);
    const found = output.records.flatMap(({ passages }) =>
      passages.map(({ id, line, block }) => `${id} ${line} ${block}`),
    );
    assert.equal(found.length, 2399);
    assert.deepEqual(found, expected);
  });

  it('gives regions that hold the words of the reference', () => {
    const texts = new Map(
      read('corpus/passages.tsv')
        .trimEnd()
        .split('\n')
        .map((row) => [row.split('\t')[0], row.split('\t')[4]]),
    );
    const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    for (const { path: file, passages } of output.records) {
      const lines = read(file).split('\n');
      for (const { id, line, column, endLine, endColumn } of passages) {
        const slice = lines.slice(line - 1, endLine);
        slice.push((slice.pop() ?? '').slice(0, endColumn - 1));
        const text = [(slice[0] ?? '').slice(column - 1), ...slice.slice(1)].join('\n');
        // Addresses of links, entities and marks stand in the source and not in the reference.
        const source = new Set(words(text).split(' '));
        for (const word of words(texts.get(id) ?? '').split(' '))
          assert.ok(source.has(word), `${id}: ${word}`);
      }
    }
  });

  it('reads the kinds of the reference where the record names its kind', () => {
    const byName = new Map(output.records.map((record) => [path.basename(record.path, '.md'), record]));
    const rows = read('corpus/kinds.tsv')
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    const named = rows.filter(([, , , recognisable]) => recognisable === 'yes');
    const wrong = named.filter(([name = '', kind]) => byName.get(name)?.kind !== kind);
    assert.ok(named.length > 50);
    assert.ok(wrong.length <= named.length / 20, `wrong: ${wrong.map(([name]) => name).join(' ')}`);
  });
});

describe('check over the samples', function () {
  this.timeout(60_000);

  it('is valid, and the same each time', async () => {
    const [first, second] = await Promise.all([checkJson(['samples']), checkJson(['samples'])]);
    assert.deepEqual(outputErrors(first.result), []);
    assert.deepEqual(first, second);
    assert.equal(first.result.records.length, 6);
    // A read-me among them is no record.
    assert.ok(!first.result.records.some((record) => record.path.endsWith('README.md')));
  });
});
