import { strict as assert } from 'node:assert';
import { testAnalyser } from '../../helpers/knowledge.ts';

const topicsOf = (body: string): string[] =>
  testAnalyser()
    .analyse(`---\ntype: group supervision\ndate: 2025-03-04\n---\n\n# Group supervision\n\n${body}\n`)
    .observations.filter(({ passages }) => passages.length > 0)
    .map(({ topic }) => topic.replace('community.', ''));

const cases: readonly (readonly [string, string, boolean])[] = [
  ['thriving', 'We laughed together about the boiler.', true],
  ['thriving', 'The laugh went out of it.', false],
  ['thriving', 'She was brought in by police.', false],
  ['trust', 'Nobody trusted her with the keys.', false],
  ['trust', 'She said the group trusts her with this now.', true],
  ['belonging', 'One of us has put Good Friday in twice.', false],
  ['handed-on', 'We passed on the stairs.', false],
  ['handed-on', 'RF will take both of them to see how the panel works.', true],
];

describe('Observations', () => {
  for (const [topic, text, isThere] of cases) {
    it(`${isThere ? 'sees' : 'does not see'} ${topic}: ${text}`, () => {
      assert.equal(topicsOf(text).includes(topic), isThere, topicsOf(text).join(', '));
    });
  }
});
