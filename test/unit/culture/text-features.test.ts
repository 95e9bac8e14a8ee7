import assert from 'node:assert/strict';
import { figureNames, readTextFeatures } from '../../../server/src/culture/text-features.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

describe('Text features', () => {
  const read = (text: string): ReturnType<typeof readTextFeatures> =>
    readTextFeatures(text, testKnowledge().cues);
  const figure = (text: string, name: string): number | undefined =>
    read(text).figures[figureNames.indexOf(name)];

  it('has as many figures as names', () =>
    assert.equal(read('Any text.').figures.length, figureNames.length));

  it('puts marks in place of numbers and initials, but not of I and A', () => {
    assert.deepEqual(read('A. and RP on 8/4: I had a row').tokens.map(testKnowledge().cues.book.formOf), [
      'XX',
      'and',
      'XX',
      'on',
      '0',
      '0',
      'i',
      'had',
      'a',
      'row',
    ]);
  });

  it('keeps offsets where lower case is longer than upper case', () => {
    const { ids, starts, ends } = read('İstanbul caseload');
    assert.equal(testKnowledge().cues.book.formOf(ids[1] ?? -1), 'caseload');
    assert.deepEqual([starts[1], ends[1]], [9, 17]);
  });

  it('tells questions, lead-ins and empty answers', () => {
    assert.equal(figure('What did she feel?”', 'ends in a question mark'), 1);
    assert.equal(figure('Cases, quickly:', 'ends in a colon'), 1);
    assert.equal(figure('N/A', 'nothing but neutral phrases'), 1);
    assert.equal(figure('', 'nothing but neutral phrases'), 1);
    assert.equal(figure('Chronology overdue', 'nothing but neutral phrases'), 0);
  });

  it('counts cues by culture and cell, phrases more than words', () => {
    assert.equal(figure('overdue', 'cues managed'), 0.5);
    assert.equal(figure('overdue', 'cues managed evaluation'), 0.5);
    assert.equal(
      figure('co-produced with experts by experience', 'cues democratic competence'),
      1.5 / Math.sqrt(5),
    );
  });
});
