import assert from 'node:assert/strict';
import { managedNote } from '../../../server/src/balance/rules/example-notes.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

/** The passages beside the finding that nearly all of a note is about the work. */
function evidence(text: string): string[] {
  const { findings } = testAnalyser().analyse(text);
  const found = findings.find(({ rule }) => rule === 'purely-managed');
  assert.ok(found !== undefined, findings.map(({ rule }) => rule).join());
  return found.related.map(({ span }) => text.slice(span.start, span.end));
}

const long =
  ' and the same again for the next one on the list, in timescale, with the form signed off and filed'.repeat(
    3,
  );

describe('The evidence of a share rule', () => {
  it('is at most three passages, in the order of the text, the same every time', () => {
    const shown = evidence(managedNote);
    assert.equal(shown.length, 3);
    assert.deepEqual(
      shown.map((each) => managedNote.indexOf(each)),
      shown.map((each) => managedNote.indexOf(each)).sort((a, b) => a - b),
    );
    assert.deepEqual(evidence(managedNote), shown);
  });

  for (const [what, passage] of [
    ['a feeling', `Rota: T. was in tears over it${long}. #managed`],
    ['how somebody is asked', `Rota: asked how she was${long}. #managed`],
    ['somebody left out', `Rota: nobody asked her${long}. #managed`],
    ['a second culture', `Rota for the week${long}. #managed #professional`],
  ] as const)
    it(`is never a passage with ${what} in it, however long`, () => {
      const text = `${managedNote}\n${passage}\n`;
      const shown = evidence(text);
      assert.equal(shown.length, 3);
      assert.ok(
        shown.every((each) => !each.startsWith('Rota')),
        shown.join(' / '),
      );
    });

  it('is what the reader is surest of, and of those the shorter', () => {
    const [first = ''] = evidence(`${managedNote}\nRota done. #managed\n`).filter((each) =>
      each.startsWith('Rota'),
    );
    assert.equal(first, 'Rota done.');
  });
});
