import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findWords } from '../../server/src/text/words.ts';

/** The definition of a word, from the specification. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

describe('Words', () => {
  it('are those of the definition, in any alphabet', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "'",
        '’',
        '-',
        ' ',
        'a',
        'B',
        '7',
        'é',
        'ß',
        '–',
        '“',
        '…',
        '½',
        'ſ',
        'Ж',
        '語',
        '😀',
        'e\u0301',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const expected = Array.from(text.matchAll(word), ({ 0: match, index }) => ({
          start: index,
          end: index + match.length,
        }));
        assert.deepEqual(findWords(text), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
