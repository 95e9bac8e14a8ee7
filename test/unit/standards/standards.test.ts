import assert from 'node:assert/strict';
import { createCoverage } from '../../../server/src/report/content/coverage.ts';
import { readStandardTags } from '../../../server/src/standards/read-standard-tags.ts';
import { nations } from '../../../server/src/standards/standards-book.ts';
import { readConfiguration } from '../../../server/src/configuration/read-configuration.ts';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import { provideCompletion } from '../../../server/src/features/completion.ts';
import { provideHover } from '../../../server/src/features/hover.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';
import { readDocument } from '../../helpers/read-document.ts';
import { collect } from '../report/make-report.ts';

const { standards } = testKnowledge();

describe('standards', () => {
  it('are found by their tags, in any case, and nothing else is', () => {
    const tags = readStandardTags(
      'About #PCF6 and #swe4.2. Then #swe4.9, #pcf66 and a#pcf1; #pcf6 again.',
      standards,
    );
    assert.deepEqual(
      tags.map(({ standard, start }) => [standard.id, start]),
      [
        ['pcf6', 6],
        ['swe4.2', 16],
      ],
    );
  });

  it('every nation has some', () => {
    for (const nation of nations) assert.ok(standards.of(nation).length > 5, nation);
  });

  it('are covered by the passages that name them, and never counted', () => {
    const coverage = createCoverage(standards);
    coverage.add(collect('# Log\n\nWhy I waited. #pcf6\n\nShe chose. #pcf6 #pcf2\n'));
    const rows = coverage.rows(undefined);
    assert.deepEqual(
      rows.map(({ standard }) => standard.code),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    );
    assert.deepEqual(rows[5]?.passages, ['first#01', 'first#02']);
    assert.deepEqual(rows[0]?.passages, []);
    assert.deepEqual(createCoverage(standards).rows(undefined), []);
    assert.equal(createCoverage(standards).rows('wales').length, 7);
  });

  it('are offered behind the tags, those of the nation where one is set', () => {
    const labels = (configuration = defaultConfiguration): string[] =>
      provideCompletion(
        readDocument('# Log\n\nWhy I waited. #pc', [], configuration),
        { line: 2, character: 17 },
        '2025-03-04',
      ).map(({ label }) => label);
    assert.ok(labels().includes('#pcf6') && labels().includes('#scw1') && labels().includes('#managed'));
    const welsh = labels({ ...defaultConfiguration, nation: 'wales' });
    assert.ok(welsh.includes('#scw1') && !welsh.includes('#pcf6'));
    const [item] = provideCompletion(
      readDocument('# Log\n\nWhy 😀. #swe4.'),
      { line: 2, character: 15 },
      '2025-03-04',
    ).filter(({ label }) => label === '#swe4.2');
    assert.deepEqual(item?.textEdit, {
      newText: '#swe4.2',
      range: { start: { line: 2, character: 9 }, end: { line: 2, character: 15 } },
    });
  });

  it('say what they are under the pointer', () => {
    const hover = provideHover(
      readDocument('# Log\n\nWhy *I* waited. #pcf6\n'),
      { line: 2, character: 18 },
      false,
    );
    assert.deepEqual(hover?.range, { start: { line: 2, character: 16 }, end: { line: 2, character: 21 } });
    assert.match((hover.contents as { value: string }).value, /Critical reflection and analysis/);
  });

  it('of one nation are set in the configuration', () => {
    assert.equal(readConfiguration('nation: scotland\n').configuration?.nation, 'scotland');
    assert.equal(readConfiguration('nation: france\n').problems[0]?.message, 'not-a-nation');
  });
});
