import { strict as assert } from 'node:assert';
import { testAnalyser } from '../../helpers/knowledge.ts';

const strengthsOf = (body: string): string[] =>
  testAnalyser()
    .analyse(`---\ntype: supervision\ndate: 2025-03-04\n---\n\n# Supervision\n\n${body}\n`)
    .strengths.map(({ id }) => id);

const cases: readonly (readonly [string, string, boolean])[] = [
  ['exact-words', 'The mother told KL "he never lets me hold the keys myself".', true],
  ['exact-words', 'The worker filled in the box "views of the child or young person".', false],
  ['exact-words', 'The worker was there when the consultant said "he lacks capacity for that".', false],
  ['exact-words', 'An anonymous caller said of the mother "she is never in at all".', false],
  ['next-named', 'Next session 8 May 10am.', true],
  ['risk-taken', 'I have stopped them as of today under my own name.', true],
  ['written-with-them', 'I read it back to her before I sent it.', true],
  ['help-asked', 'I asked for help with the chronology.', true],
  ['disagreement-standing', 'We agreed to disagree about the date.', true],
  ['feeling-asked', 'Opened with how was my leave. Fine.', false],
  ['thanks-given', 'Good call I think.', false],
  ['action-done', '- [x] Agreement on file', false],
  ['action-done', '- [x] KL to send the chronology by 4 March', true],
];

describe('Strengths', () => {
  for (const [id, text, isThere] of cases) {
    it(`${isThere ? 'sees' : 'does not see'} ${id}: ${text}`, () => {
      assert.equal(strengthsOf(text).includes(id), isThere, strengthsOf(text).join(', '));
    });
  }
});
