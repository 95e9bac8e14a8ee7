import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/repository-root.ts';
import { tidyPastedText } from '../../../server/src/record/tidy/tidy-pasted-text.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const tidy = (text: string): string => tidyPastedText(text, testKnowledge().vocabulary);

describe('Tidying pasted text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'Word’s bullets, each depth by its sign',
      '•\tVisits\no\tTwo late\n§\tOne in May\n•\tReports',
      '- Visits\n  - Two late\n    - One in May\n- Reports',
    ],
    [
      'bullets set off by spaces that do not break',
      '·\u00a0\u00a0\u00a0 Visits\n·\u00a0\u00a0\u00a0 Reports',
      '- Visits\n- Reports',
    ],
    ['dashes used as bullets', '– Visits\n– Reports', '- Visits\n- Reports'],
    [
      'a paragraph behind a list, which is no part of it',
      '• Visits\nShe was tired.',
      '- Visits\n\nShe was tired.',
    ],
    ['tabs behind numbers', '1.\tVisits\n2)\tReports', '1. Visits\n2) Reports'],
    ['a bold line used as a heading', '**Actions agreed:**\nT. to ring.', '## Actions agreed\nT. to ring.'],
    [
      'a table pasted as tabs',
      'Actions\n\nWhat\tWho\tWhen\nRing a|b\tT.\nVisit\tKL\t2/4\nNext',
      'Actions\n\n| What | Who | When |\n| --- | --- | --- |\n| Ring a\\|b | T. |  |\n| Visit | KL | 2/4 |\n\nNext',
    ],
    ['a lone label with a tab', 'Date:\t4 March', 'Date: 4 March'],
    ['a paragraph that Word sets in', 'Before.\n\n\tShe was tired.', 'Before.\n\nShe was tired.'],
    ['what cannot be seen', 'sup\u00adport\u200b for\u00a0T.\vNext line', 'support for T.\nNext line'],
    ['files from Windows', '•\tVisits\r\n•\tReports\r\n', '- Visits\r\n- Reports\r\n'],
  ];
  for (const [name, before, after] of cases) it(`mends ${name}`, () => assert.equal(tidy(before), after));

  const kept: readonly (readonly [string, string])[] = [
    ['a header field that is not filled in', '**Supervisor:**\n**Date:** 4 March'],
    ['a sentence that is stressed', '**She will not be moved again.**'],
    ['a line that begins with “o”', 'o dear, she said'],
    ['a list with nesting and text in it', '- Visits\n  - late\n\n\tmore of it\n'],
    ['code, front matter and comments', '---\ntype: log\n---\n\n```\n• a\tb\n```\n\n<!--\n• a\n**A**\n-->\n'],
    ['a table that is one already', '| a | b |\n| --- | --- |\n| • c | d |'],
    ['minus signs and numbers', '-5 degrees\n3.5 hours'],
  ];
  for (const [name, text] of kept) it(`leaves ${name} alone`, () => assert.equal(tidy(text), text));

  it('makes records of what would be hardly any passage', () => {
    const text =
      'Supervision RP 10.04.24\n\n**Cases**\n\n•\tFamily seen twice.\n•\tReport is late.\n\nWhat\tWho\nRing school\tT.\n';
    const { record } = testAnalyser().analyse(tidy(text));
    const words = record.passages.map(({ block, plain }) => `${block}: ${plain.text}`);
    assert.ok(words.includes('item: Family seen twice.'), words.join('\n'));
    assert.ok(words.includes('row: Ring school | T.'), words.join('\n'));
    assert.ok(record.sections.some(({ title }) => title === 'Cases'));
  });

  it('reads the records of the corpus the same before and after, wherever it leaves them as they are', () => {
    const folder = join(repositoryRoot, 'corpus', 'records');
    const changed = readdirSync(folder).filter((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return tidy(text) !== text;
    });
    // Most are good Markdown already; those that change were written with bold lines, dashes or tabs.
    assert.ok(changed.length < readdirSync(folder).length / 4, changed.join(' '));
  });
});
