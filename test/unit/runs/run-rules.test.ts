import assert from 'node:assert/strict';
import { runRuleIds } from '../../../server/src/balance/rules/index.ts';
import { judgeRun } from '../../../server/src/runs/judge-run.ts';
import { runRules } from '../../../server/src/runs/rules/index.ts';
import { defaultRuleSettings } from '../../../server/src/balance/judge-record.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';
import { runOf } from '../../helpers/runs.ts';

/** A gap is only asked about where sessions were agreed. */
const settings = { ...defaultRuleSettings, options: { 'session-gap': { weeks: 4 } } };

describe('Rules on runs', () => {
  const { messages } = testKnowledge();

  it('are those that switches and settings know', () =>
    assert.deepEqual(
      runRules.map(({ id }) => id),
      [...runRuleIds],
    ));

  for (const rule of runRules) {
    describe(rule.id, () => {
      for (const { title, texts, fires } of rule.examples) {
        it(`${fires ? 'fires' : 'is silent'}: ${title}`, () => {
          const run = runOf(texts);
          assert.equal(run.records.length, texts.length);
          const found = judgeRun(run, messages, settings).filter((finding) => finding.rule === rule.id);
          assert.equal(found.length > 0, fires);
          for (const { id, span, related } of found) {
            assert.equal(id, run.records.at(-1)?.id, 'stands on the newest record');
            assert.deepEqual(span, run.records.at(-1)?.title);
            assert.ok(related.every((each) => each.id !== id));
          }
        });
      }

      it('has at least two examples that fire, two that do not, and a near miss', () => {
        assert.ok(rule.examples.filter(({ fires }) => fires).length >= 2);
        assert.ok(rule.examples.filter(({ fires, nearMiss }) => !fires && nearMiss !== true).length >= 2);
        assert.ok(rule.examples.some(({ nearMiss }) => nearMiss === true));
      });

      it('is silent where the newest record switches it off, or the configuration', () => {
        const example = rule.examples.find(({ fires }) => fires);
        assert.ok(example);
        const off = `\n<!-- supervision-lens-disable-file ${rule.id} -->\n`;
        const texts = example.texts.map((text, index) =>
          index === example.texts.length - 1 ? text + off : text,
        );
        assert.ok(judgeRun(runOf(texts), messages, settings).every((finding) => finding.rule !== rule.id));
        const severities = { [rule.id]: 'off' as const };
        const run = runOf(example.texts);
        assert.ok(
          judgeRun(run, messages, { ...settings, severities }).every((each) => each.rule !== rule.id),
        );
      });
    });
  }
});
