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
  ['belonging', 'Two hours on the welcome desk.', false],
  ['belonging', 'She said that she felt welcome from the first week.', true],
  ['belonging', 'His belongings were in bin bags.', false],
  ['equality', 'Maslow’s hierarchy of needs came up.', false],
  ['equality', 'Both managers were equally cross.', false],
  ['practice', 'Same bench unless it tips down.', false],
  ['handed-on', 'We passed on the stairs.', false],
  ['handed-on', 'RF will take both of them to see how the panel works.', true],
];

describe('Observations', () => {
  for (const [topic, text, isThere] of cases) {
    it(`${isThere ? 'sees' : 'does not see'} ${topic}: ${text}`, () => {
      assert.equal(topicsOf(text).includes(topic), isThere, topicsOf(text).join(', '));
    });
  }

  it('sees no shared space in a meeting that is all business, whatever it is called', () => {
    const item =
      'Version 7 of the form goes live on Monday, late ones will be sent back by the panel. #managed';
    const items = Array.from({ length: 8 }, () => item).join('\n\n');
    assert.ok(!topicsOf(items).includes('shared-space'));
    assert.ok(
      topicsOf(
        `${items}\n\nWe thought together about why she sends them late, and who had asked her. #democratic\n\n${'Each of us said what we would do in her place, and nobody was sure. #democratic\n\n'.repeat(4)}`,
      ).includes('shared-space'),
    );
  });
});
