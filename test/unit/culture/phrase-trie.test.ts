import assert from 'node:assert/strict';
import { createPhraseTrie } from '../../../server/src/culture/phrase-trie.ts';

describe('Phrase trie', () => {
  const trie = createPhraseTrie([
    ['care', 1],
    ['care plan*', 2],
    ['care*', 3],
    ['by friday', 4],
  ]);
  const at = (text: string, index = 0): number | undefined => {
    const words = text.split(' ');
    return trie.longest(trie.startsOf(words[index] ?? ''), (each) => words[each], index)?.value;
  };

  it('prefers the longest phrase', () => assert.equal(at('care plans'), 2));
  it('falls back to a shorter one', () => assert.equal(at('care plainly'), 1));
  it('prefers an exact word to a stem', () => assert.equal(at('care'), 1));
  it('lets a stem go on', () => assert.equal(at('carers'), 3));
  it('does not match inside a phrase that is cut short', () => assert.equal(at('by'), undefined));
  it('starts at the word asked for', () => assert.equal(at('done by friday', 1), 4));
  it('lets the later of two equal phrases win', () => {
    const words = createPhraseTrie([
      ['panel', 'ours'],
      ['Panel', 'theirs'],
    ]);
    assert.equal(words.longest(words.startsOf('panel'), () => undefined, 0)?.value, 'theirs');
  });
});
