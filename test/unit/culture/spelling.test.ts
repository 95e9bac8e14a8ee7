import assert from 'node:assert/strict';
import { createSpeller, soundOf } from '../../../server/src/culture/spelling.ts';

describe('Spelling', () => {
  const words =
    'receive review exhausted silence silent decision budget chronology practise barn barns union counsel';
  const spell = createSpeller(words.split(' '));

  for (const [written, meant] of [
    ['recieve', 'receive'],
    ['reveiw', 'review'],
    ['exausted', 'exhausted'],
    ['silance', 'silence'],
    ['desision', 'decision'],
    ['buget', 'budget'],
    ['cronology', 'chronology'],
    ['unoin', 'union'],
  ])
    it(`takes ${written} for ${meant}`, () => assert.equal(spell(written!), meant));

  it('guesses nothing of short words, and nothing far off', () => {
    for (const written of ['bern', 'kettle', 'consoled', 'M.', '']) assert.equal(spell(written), undefined);
  });

  it('of words as near takes the commoner, which comes first', () => {
    assert.equal(createSpeller(['stalls', 'stills'])('stells'), 'stalls');
  });

  it('hears what is written in several ways alike', () => {
    for (const [one, other] of [
      ['phone', 'fone'],
      ['knit', 'nit'],
      ['written', 'riten'],
      ['expect', 'ekspect'],
      ['station', 'stashun'],
    ])
      assert.equal(soundOf(one!), soundOf(other!));
  });
});
