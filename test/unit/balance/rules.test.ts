import assert from 'node:assert/strict';
import { rules } from '../../../server/src/balance/rules/index.ts';
import { analyseExample } from '../../../server/src/analysis/analyse-example.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

describe('Rules on one record', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      for (const example of rule.examples) {
        const { title, fires } = example;
        it(`${fires ? 'fires' : 'is silent'}: ${title}`, () => {
          const { findings } = analyseExample(testAnalyser(), rule, example);
          const found = findings.filter((finding) => finding.rule === rule.id);
          assert.equal(found.length > 0, fires, JSON.stringify(findings.map((finding) => finding.rule)));
        });
      }

      it('has at least two examples that fire, two that do not, and a near miss', () => {
        assert.ok(rule.examples.filter(({ fires }) => fires).length >= 2);
        assert.ok(rule.examples.filter(({ fires, nearMiss }) => !fires && nearMiss !== true).length >= 2);
        assert.ok(rule.examples.some(({ nearMiss }) => nearMiss === true));
      });

      it('has a title, a reason and messages', () => {
        const texts = testKnowledge().messages.rules[rule.id];
        assert.ok(texts !== undefined && texts.title !== '' && texts.why !== '');
      });

      const withFixes = rule.examples.filter(
        (example) =>
          example.fires &&
          analyseExample(testAnalyser(), rule, example).findings.some(
            ({ rule: id, fixes }) => id === rule.id && fixes.length > 0,
          ),
      );
      for (const example of withFixes) {
        const { title, text } = example;
        it(`is put right by each of its fixes: ${title}`, () => {
          const { findings } = analyseExample(testAnalyser(), rule, example);
          for (const { fixes, rule: id, span } of findings.filter((finding) => finding.rule === rule.id)) {
            for (const { changes } of fixes) {
              const fixed = [...changes]
                .sort((a, b) => b.span.start - a.span.start)
                .reduce(
                  (result, change) =>
                    result.slice(0, change.span.start) + change.newText + result.slice(change.span.end),
                  text,
                );
              const before = findings.filter((finding) => finding.rule === id).length;
              const after = analyseExample(testAnalyser(), rule, { ...example, text: fixed }).findings.filter(
                (finding) => finding.rule === id,
              ).length;
              // An empty header field is for the writer to fill in: only there the finding stays until then.
              assert.ok(
                after < before || id === 'header-incomplete',
                `${id} at ${span.start} stays:\n${fixed}`,
              );
            }
          }
        });
      }
    });
  }
});
