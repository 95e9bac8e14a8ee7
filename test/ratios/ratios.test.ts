import assert from 'node:assert/strict';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { makeNote, pickPlaces } from '../../bench/make-notes.mjs';
import { testAnalyser } from '../helpers/knowledge.ts';
import { leastTimes } from './cpu-time.ts';

const bare = unified().use(remarkParse).freeze();

/** Bounds lie well above what is measured: they catch a cost that has changed its kind, not a slow day. */
describe('What reading costs beside bare remark-parse', function () {
  this.timeout(600_000);

  it('an edit in 1 MB costs less than a bare parse of it', () => {
    const note = makeNote(1_000_000);
    const places = pickPlaces(note, 8);
    let { cache } = testAnalyser().analyse(note);
    const { edit, parse } = leastTimes(
      {
        edit: (round) => {
          const at = places[round] ?? 0;
          const text = `${note.slice(0, at)}s${note.slice(at)}`;
          ({ cache } = testAnalyser().analyse(text, { cache }));
        },
        parse: () => bare.parse(note),
      },
      8,
    );
    expectRatio(edit, parse, 1);
  });

  it('a record costs a few parses', () => {
    const records = (round: number): string[] => makeRecords(40, 1000 * (round + 1));
    const { read, parse } = leastTimes(
      {
        read: (round) => records(round).forEach((text) => testAnalyser().analyse(text)),
        parse: (round) => records(round).forEach((text) => bare.parse(text)),
      },
      4,
    );
    expectRatio(read, parse, 15);
  });

  it('four times as many records cost four times as much', () => {
    const read = (count: number, seed: number): void => {
      for (const text of makeRecords(count, seed)) testAnalyser().analyse(text);
    };
    const { few, many } = leastTimes(
      {
        few: (round) => read(40, 100_000 * (round + 1)),
        many: (round) => read(160, 100_000 * (round + 1) + 50_000),
      },
      3,
    );
    expectRatio(many / 4, few, 1.5);
  });

  it('a record four times as long costs four times as much', () => {
    const { short, long } = leastTimes(
      {
        short: (round) => testAnalyser().analyse(makeNote(60_000, round + 50)),
        long: (round) => testAnalyser().analyse(makeNote(240_000, round + 60)),
      },
      3,
    );
    expectRatio(long / 4, short, 1.6);
  });

  it('four times as many switches cost four times as much', () => {
    const note = (count: number): string =>
      `# Supervision RP 10.04.24\n\n${'<!-- supervision-lens-disable-next-passage no-such-rule -->\n\nShe said no. #wrong\n\n'.repeat(count)}`;
    const { few, many } = leastTimes(
      {
        few: () => testAnalyser().analyse(note(1000)),
        many: () => testAnalyser().analyse(note(4000)),
      },
      3,
    );
    expectRatio(many / 4, few, 2);
  });
});

function makeRecords(count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, index) => makeNote(4000, seed + index));
}

function expectRatio(cost: number, yardstick: number, most: number): void {
  const told = `${cost.toFixed(1)} ms beside ${yardstick.toFixed(1)} ms: ${(cost / yardstick).toFixed(3)}`;
  console.log(`      ${told}, at most ${most}`);
  assert.ok(cost <= yardstick * most, told);
}
