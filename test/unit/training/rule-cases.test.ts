import { strict as assert } from 'node:assert';
import { describeRuleCases, measureRuleCases } from '../../../training/describe-rule-cases.ts';
import { readRuleCases } from '../../../training/rule-cases.ts';

/** At least so many cases a rule, over so many hands; a third are near misses; so precise before it speaks unasked. */
const wanted = { cases: 60, hands: 30, near: 1 / 3, precision: 0.8, findings: 5 };

describe('Cases of rules that read meaning', () => {
  const cases = readRuleCases();
  const figures = measureRuleCases();

  it('belong to the seven rules', () => {
    assert.deepEqual(
      [...cases.keys()],
      [
        'decision-without-reason',
        'emotion-unexplored',
        'fair-process',
        'lived-voice-absent',
        'one-more-question',
        'power-unexamined',
        'what-not-why',
      ],
    );
  });

  for (const [rule, own] of cases) {
    it(`${rule}: are enough, in many hands, a third of them near misses, none twice`, () => {
      assert.ok(own.length >= wanted.cases, `${own.length} cases`);
      const hands = new Set(own.map(({ hand }) => hand)).size;
      assert.ok(hands >= wanted.hands, `${hands} hands`);
      const near = own.filter((each) => each.near === true);
      assert.ok(near.length >= own.length * wanted.near - 1, `${near.length} near misses of ${own.length}`);
      assert.equal(new Set(own.map(({ id }) => id)).size, own.length);
      assert.equal(new Set(own.map(({ text }) => text)).size, own.length);
    });
  }

  for (const { rule, onByDefault, right, wrong, missed, cases: count } of figures) {
    it(`${rule}: ${onByDefault ? 'is precise enough to be on' : 'ships off'}`, () => {
      assert.equal(right.length + missed.length, cases.get(rule)?.filter(({ fires }) => fires).length);
      assert.equal(count, cases.get(rule)?.length);
      if (!onByDefault) return;
      const found = right.length + wrong.length;
      assert.ok(found >= wanted.findings, `only ${found} findings`);
      assert.ok(right.length / found >= wanted.precision, `${right.length} of ${found} right`);
    });
  }

  it('are told with every rule in the table', () => {
    const table = describeRuleCases(figures);
    for (const rule of cases.keys()) assert.match(table, new RegExp(`^\\| ${rule} \\|`, 'mu'));
  });
});
