import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findQuotation } from '../../../server/src/annotations/find-quotation.ts';
import type { Quotation } from '../../../server/src/annotations/quotation.ts';

/** Passages of words that hardly stand twice: the letters are drawn, the number makes them different. */
const passages = (least: number): fc.Arbitrary<string[]> =>
  fc
    .array(fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 2, maxLength: 14 }), {
      minLength: least,
      maxLength: 8,
    })
    .map((texts) => texts.map((words, index) => words.map((word) => `${word}${index}`).join(' ')));

const quote = (texts: readonly string[], at: number): Quotation => ({
  exact: texts[at] ?? '',
  prefix: (texts[at - 1] ?? '').slice(-30).replace(/^\S+ /, ''),
  suffix: (texts[at + 1] ?? '').slice(0, 30).replace(/ \S+$/, ''),
});

describe('annotations: a quotation', () => {
  it('stays on its passage while others come, go and change, and is on no other', () =>
    fc.assert(
      fc.property(passages(2), passages(1), fc.nat(), fc.nat(), (texts, others, pick, where) => {
        const at = pick % texts.length;
        const quotation = quote(texts, at);
        const added = others.map((text) => `${text} new`);
        const place = where % (texts.length + 1);
        const changed = [...texts.slice(0, place), ...added, ...texts.slice(place)];
        const found = findQuotation(changed, quotation);
        // A short one whose neighbours are both new may be given up, but never mistaken.
        if (found === undefined) {
          assert.ok((texts[at] ?? '').split(' ').length < 8);
          return;
        }
        assert.equal(changed[found], texts[at]);
      }),
    ));

  it('stays with one neighbour, however short it is', () =>
    fc.assert(
      fc.property(passages(3), (texts) => {
        const at = 1;
        const kept = [texts[0] ?? '', texts[1] ?? '', 'something else here'];
        assert.equal(findQuotation(kept, quote(texts, at)), 1);
      }),
    ));

  it('is on none where its passage was deleted', () =>
    fc.assert(
      fc.property(passages(2), fc.nat(), (texts, pick) => {
        const at = pick % texts.length;
        const left = texts.filter((_, index) => index !== at);
        assert.equal(findQuotation(left, quote(texts, at)), undefined);
      }),
    ));

  it('is told from the same words elsewhere by what stood around it, or given up', () => {
    const texts = ['The first visit.', 'No change.', 'The second visit.', 'No change.', 'The third visit.'];
    const first = { exact: 'No change.', prefix: 'The first visit.', suffix: 'The second visit.' };
    assert.equal(findQuotation(texts, first), 1);
    assert.equal(findQuotation(texts.slice(2), first), undefined);
    assert.equal(findQuotation(['No change.', 'No change.'], first), undefined);
  });

  it('stays where a few of its own words changed, and goes where they are others', () => {
    const before = 'I keep wondering whether I should have rung before I went round that evening.';
    const quotation = { exact: before, prefix: 'We met.', suffix: 'Then I left.' };
    const around = (text: string): string[] => ['We met.', text, 'Then I left.'];
    const after = 'I keep wondering whether I should have rung first before I went round that night.';
    assert.equal(findQuotation(around(after), quotation), 1);
    assert.equal(findQuotation(around('She showed me the letter from the school.'), quotation), undefined);
  });
});
