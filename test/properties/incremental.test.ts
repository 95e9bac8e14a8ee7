import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import type { Analysis } from '../../server/src/analysis/analyse.ts';
import { createAnalyser } from '../../server/src/analysis/analyse.ts';
import { testAnalyser, testKnowledge } from '../helpers/knowledge.ts';
import { nastyMarkdown } from '../helpers/nasty-markdown.ts';

const folder = join(repositoryRoot, 'corpus', 'records');
const records = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const head = '---\ntype: supervision\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n';

/** Whatever somebody may type or paste that changes how what stands around it is read. */
const pieces = [
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '```\n',
    '~~~',
    '<!-- ',
    ' -->',
    '---\n',
    '---\n\n',
    'type: [',
    'date: 2',
  ],
  ...[
    '- ',
    '  - ',
    '    ',
    '> ',
    '| a | b |\n|---|---|\n',
    '[ref]: https://example.org\n',
    '[ref]',
    '[^1]: x\n',
  ],
  ...['# ', '## Cases #managed\n', ' #humanistic', ' #humanisitc', '<!-- culture: managed -->', '<div>\n'],
  ...['T. said "I was frightened".', '- [ ] KL to ring by Friday\n', '<!-- supervision-lens-disable -->\n'],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(300)),
  inserted: fc.oneof(fc.constantFrom(...pieces), fc.constant(''), fc.string({ maxLength: 5 })),
});

/** All that is said of a record, what is found when it is asked for included. */
function describeAnalysis({
  record,
  readings,
  profile,
  strengths,
  observations,
  findings,
}: Analysis): unknown {
  const { nodes, passages, ...rest } = record;
  return {
    ...{ nodes, rest, profile, strengths, observations, findings },
    // What a passage or a reading works out when it is asked for is asked for.
    passages: passages.map(({ span, textSpan, voices, words, plain, block, ...own }) => ({
      ...{ span, textSpan, voices, words, plain, block, own },
    })),
    readings: readings.map(({ culture, confidence, runnerUp, origin, estimate, secondary, inferred }) => ({
      ...{ culture, confidence, runnerUp, origin, estimate, secondary },
      probabilities: inferred.probabilities,
    })),
  };
}

describe('Reading a record again after an edit', () => {
  for (const [name, texts] of [
    ['real', fc.constantFrom(...records)],
    ['nasty', nastyMarkdown.map((text) => head + text)],
  ] as const) {
    it(`says all that a fresh reading says, edit by edit, of ${name} records`, function () {
      this.timeout(300_000);
      const known = createAnalyser(testKnowledge());
      fc.assert(
        fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
          let text = first;
          let { cache } = known.analyse(text);
          for (const { at, deleted, inserted } of edits) {
            const place = Math.floor(at * text.length);
            text = text.slice(0, place) + inserted + text.slice(place + deleted);
            const { cache: next, ...analysis } = known.analyse(text, { cache });
            cache = next;
            const { cache: _, ...fresh } = createAnalyser(testKnowledge()).analyse(text);
            assert.deepEqual(describeAnalysis(analysis), describeAnalysis(fresh));
          }
        }),
        { numRuns: name === 'real' ? 25 : 150 },
      );
    });
  }

  it('says the same of a record whatever was read before it', () => {
    const [one = '', other = ''] = records;
    const { cache } = testAnalyser().analyse(one);
    const { cache: _, ...after } = testAnalyser().analyse(other, { cache });
    const { cache: __, ...fresh } = createAnalyser(testKnowledge()).analyse(other);
    assert.deepEqual(describeAnalysis(after), describeAnalysis(fresh));
  });
});
