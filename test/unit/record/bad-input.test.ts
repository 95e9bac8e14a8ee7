import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { repositoryRoot } from '../../../scripts/repository-root.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';
import { nastyMarkdown } from '../../helpers/nasty-markdown.ts';

const head =
  '---\ntype: supervision\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision\n\n';

describe('Whatever comes in', () => {
  it('20,000 brackets in a row are one passage at most, and no wait', function () {
    this.timeout(20_000);
    for (const bracket of ['[', ']', '](', '(', '<', '*', '![', '_', '|', '> ', '- ']) {
      const { record } = testAnalyser().analyse(
        `${head}${bracket.repeat(20_000)}\n\nShe laughed. #humanistic\n`,
      );
      assert.equal(record.passages.at(-1)?.tagging?.label, 'humanistic', bracket);
    }
  });

  it('a record of 1 MB is read to its end', function () {
    this.timeout(60_000);
    const file = readFileSync(join(repositoryRoot, 'corpus', 'records', 'd1-01.md'), 'utf8').replace(
      /^---[\s\S]*?\n---\n/,
      '',
    );
    const text = head + file.repeat(Math.ceil(1_000_000 / file.length)) + '\nThe last line. #democratic\n';
    const { record, profile } = testAnalyser().analyse(text);
    assert.equal(record.passages.at(-1)?.plain.text, 'The last line.');
    assert.ok(profile.words > 100_000);
  });

  it('tabs, emoji and combining characters move no range', () => {
    const text = `${head}\t- no list\n\n- 👩‍👧 e\u0301te\u0301, a\ttab, then #humanistic\n`;
    const { record } = testAnalyser().analyse(text);
    const passage = record.passages.at(-1);
    assert.equal(
      text.slice(passage?.textSpan.start, passage?.textSpan.end),
      '👩‍👧 e\u0301te\u0301, a\ttab, then',
    );
    assert.deepEqual(
      passage?.tagSpans.map(({ start, end }) => text.slice(start, end)),
      ['#humanistic'],
    );
  });

  it('an analysis never throws, and every span lies in the text', () => {
    fc.assert(
      fc.property(fc.oneof(nastyMarkdown, fc.string({ unit: 'binary' })), (body) => {
        for (const text of [body, head + body]) {
          const { record, findings, readings } = testAnalyser().analyse(text);
          const spans = [
            ...findings.flatMap(({ span, related }) => [span, ...related.map((each) => each.span)]),
            ...readings.flatMap(({ passage, cues }) => [
              passage.span,
              passage.textSpan,
              ...cues.map(({ span }) => span),
            ]),
            ...record.actions.map(({ span }) => span),
            ...record.header.map(({ span }) => span),
          ];
          for (const { start, end } of spans)
            assert.ok(start >= 0 && start <= end && end <= text.length, `${String(start)}-${String(end)}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the shares sum to 1, or are all 0', () => {
    fc.assert(
      fc.property(nastyMarkdown, (text) => {
        const { shares, words } = testAnalyser().analyse(head + text).profile;
        const sum = Object.values(shares).reduce((total, share) => total + share, 0);
        assert.ok(words === 0 ? sum === 0 : Math.abs(sum - 1) < 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
