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
  ['exact-words', 'The mother told N. "he never lets me hold the keys myself".', true],
  ['exact-words', 'J went to see her mum. Mum: "you never once looked in his mouth, love".', true],
  ['exact-words', 'Form: "views of the child or young person go here".', false],
  ['next-named', 'Date of next: 14/02, 8.45.', true],
  ['time-given', 'She cried and apologised for it. We stopped for a bit and I got us tea.', true],
  ['time-given', 'While we waited she made me work out the nearest relative.', false],
  ['disagreement-standing', 'T. said that when she disagrees it gets called passionate.', false],
  ['disagreement-standing', 'Left as a disagreement and noted here as such.', true],
  ['limit-respected', 'KL offered two ideas and asked us not to grip either of them.', false],
  ['limit-respected', 'T. asked us not to write that down.', true],
  ['thanks-given', 'Her manager said well done, but the workbook is what counts.', false],
  ['thanks-given', 'KJ told her well done and meant it.', true],
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
