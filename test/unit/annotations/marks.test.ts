import assert from 'node:assert/strict';
import {
  emptyPage,
  writeAnnotationPage,
  type AnnotationPage,
} from '../../../server/src/annotations/annotation-page.ts';
import { addComment } from '../../../server/src/annotations/edit-comments.ts';
import { changeMark, clearMark, type MarkChange } from '../../../server/src/annotations/edit-marks.ts';
import { commentsOf } from '../../../server/src/annotations/read-comments.ts';
import { readBeside } from '../../../server/src/annotations/read-marks.ts';
import { isSwitchedOff } from '../../../server/src/balance/switched-off.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

const prompt = '> **To think about:** What was hard? <!-- supervision-lens-prompt: what-was-hard -->';
const text = `# Supervision 4 March 2025\n\nWe met at the flat.\n\nShe laughed at that and left.\n\n${prompt}\n`;
const analyser = testAnalyser();
const { record } = analyser.read(text);
const origin = { id: 'urn:uuid:1', source: 'note.md' };
const change = (...changes: MarkChange[]): AnnotationPage =>
  changes.reduce((page, each) => changeMark(page, record, each, origin), emptyPage);
const read = (page: AnnotationPage, of = text): ReturnType<typeof analyser.analyse> =>
  analyser.analyse(of, { beside: readBeside(writeAnnotationPage(page)) });
const all = change(
  { type: 'tag', passage: 1, label: 'humanistic' },
  { type: 'bring', passage: 0, isBrought: true },
  { type: 'switch', passage: 1, rule: 'what-not-why', isOff: true },
  { type: 'switch', passage: undefined, rule: 'missing-culture', isOff: true },
  { type: 'prompt', prompt: 0, state: 'put-down' },
);

describe('annotations: marks beside a record', () => {
  it('count as those in the text do', () => {
    const { record: marked, readings } = read(all);
    assert.deepEqual([readings[1]?.culture, readings[1]?.origin], ['humanistic', 'tag']);
    assert.equal(readings[0]?.origin, 'inferred');
    assert.deepEqual(
      marked.bring.map(({ passage }) => passage),
      [0],
    );
    assert.equal(marked.prompts[0]?.state, 'put-down');
    const [first, second] = marked.passages.map(({ span }) => span.start);
    assert.ok(isSwitchedOff(marked, 'what-not-why', second ?? -1));
    assert.ok(!isSwitchedOff(marked, 'what-not-why', first ?? -1));
    assert.ok(isSwitchedOff(marked, 'missing-culture', 0));
    assert.equal(marked.beside?.gone, 0);
    assert.equal(marked.text, text);
  });

  it('stay with their passage when text around it, and a little of it, changes', () => {
    const moved = text.replace('We met', 'First, coffee.\n\nWe met').replace('and left', 'and *left*');
    const { record: marked } = read(all, moved);
    assert.equal(marked.passages[2]?.tagging?.label, 'humanistic');
    assert.deepEqual(
      marked.bring.map(({ passage }) => passage),
      [1],
    );
  });

  it('are told where their words are gone, and stay in the file until they are taken out', () => {
    const { record: marked, findings } = read(all, text.replace('She laughed at that and left.', 'Rain.'));
    assert.equal(marked.beside?.gone, 2);
    const told = findings.find(({ rule }) => rule === 'unknown-tag');
    assert.match(told?.message ?? '', /2 marks beside this record/);
    assert.doesNotMatch(told?.message ?? '', /laughed/);
    const kept = changeMark(all, marked, { type: 'bring', passage: 0, isBrought: false }, origin);
    assert.equal(kept.items.length, 4);
    assert.equal(clearMark(kept, marked, { type: 'forget-gone' }).items.length, 2);
  });

  it('give way to a tag that stands in the text', () => {
    const { readings } = read(all, text.replace('and left.', 'and left. #democratic'));
    assert.equal(readings[1]?.culture, 'democratic');
  });

  it('replace one another, and go without touching comments', () => {
    const place = { passage: 1, source: 'note.md' };
    const commented = addComment(
      all,
      record,
      place,
      { text: 'Say more.' },
      { ...origin, author: '', now: '' },
    );
    const again = changeMark(commented, record, { type: 'tag', passage: 1, label: 'none' }, origin);
    assert.equal(again.items.length, commented.items.length);
    assert.equal(read(again).readings[1]?.culture, 'none');
    const off = changeMark(again, record, { type: 'tag', passage: 1, label: undefined }, origin);
    assert.equal(read(off).readings[1]?.origin, 'inferred');
    assert.deepEqual(
      commentsOf(off, record.passages).map((comment) => comment.text),
      ['Say more.'],
    );
    assert.equal(clearMark(off, record, { type: 'tag', passage: 1, label: undefined }), off);
  });

  it('are read from a file of two cultures, of an empty file and of one that can’t be read', () => {
    const [item] = change({ type: 'tag', passage: 1, label: 'humanistic' }).items;
    const body = ['humanistic', 'democratic'].map((value) => ({ value, purpose: 'classifying' }));
    const { readings } = read({ ...emptyPage, items: [{ ...item, body }] });
    assert.deepEqual([readings[1]?.culture, readings[1]?.secondary], ['humanistic', 'democratic']);
    assert.equal(readBeside(''), undefined);
    const { findings } = analyser.analyse(text, { beside: readBeside('{ "items": [1,] }') });
    assert.match(findings.find(({ rule }) => rule === 'unknown-tag')?.message ?? '', /1:15/);
  });
});
