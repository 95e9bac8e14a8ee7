import assert from 'node:assert/strict';
import { compileCueLexicon } from '../../../server/src/culture/cue-lexicon.ts';

describe('Cue lexicon', () => {
  const lexicon = compileCueLexicon(
    {
      phrases: [
        { phrase: 'caseload*', culture: 'managed', aspect: 'supervision' },
        { phrase: 'care plan', culture: 'managed', aspect: 'supervision' },
        { phrase: "can't sleep", culture: 'humanistic', aspect: 'supervision' },
      ],
      neutral: ['n/a', 'nothing to add'],
      registers: { self: ['i'], us: ['we'], them: ['she'], demand: ['must'] },
    },
    [{ phrase: 'Kitchen Table', culture: 'democratic', aspect: undefined }],
  );
  const match = (text: string): string[] => {
    return lexicon
      .match(lexicon.book.read(text))
      .map(({ start, end, culture }) => `${text.slice(start, end)} (${culture})`);
  };
  const neutral = (text: string): number => lexicon.countNeutral(lexicon.book.read(text));

  it('finds phrases in any case, over punctuation, with their place', () => {
    assert.deepEqual(match('Caseloads: the CARE\nplan'), ['Caseloads (managed)', 'CARE\nplan (managed)']);
  });
  it('takes curly apostrophes for straight ones', () => {
    assert.deepEqual(match('She can’t sleep.'), ['can’t sleep (humanistic)']);
  });
  it("finds the user's own phrases", () => {
    assert.deepEqual(match('At the kitchen table'), ['kitchen table (democratic)']);
  });
  it('keeps to whole words', () => assert.deepEqual(match('subcaseload care planner'), []));
  it('counts the words of neutral phrases', () => {
    assert.equal(neutral('N/A'), 2);
    assert.equal(neutral('Nothing to add here'), 3);
  });
});
