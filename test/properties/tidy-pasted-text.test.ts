import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tidyPastedText } from '../../server/src/record/tidy/tidy-pasted-text.ts';
import { testKnowledge } from '../helpers/knowledge.ts';
import { nastyMarkdown } from '../helpers/nasty-markdown.ts';

const tidy = (text: string): string => tidyPastedText(text, testKnowledge().vocabulary);

/** Letters and digits in order, without the letter that Word uses as a bullet. */
function words(text: string): string {
  const seen = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  const withoutBullets = seen.replace(
    /(^|[\r\n\v\f\u2028\u2029])\s*o(?=[^\S\r\n\v\f\u2028\u2029]+\S)/gu,
    '$1',
  );
  return (withoutBullets.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '• ',
          '•\t',
          'o\t',
          'o   ',
          '§\t',
          '– ',
          '\uf0b7\t',
          '1.\t',
          '- ',
          '\t',
          '\t',
          ' ',
          '\u00a0',
          '\v',
        ],
        ...[
          '**Actions**',
          '**Date:**',
          '**',
          '|',
          '# Title',
          '> ',
          '```',
          '---',
          '<!-- ',
          ' -->',
          '\u200b',
          '\u00ad',
        ],
        ...['seen', 'T.', '12', 'o', 'é', '\n', '\n', '\n', '\n\n', '\r\n', '\r'],
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('Tidying pasted text', () => {
  for (const [name, texts] of [
    ['what Word leaves behind', pasted],
    ['nasty Markdown', nastyMarkdown],
  ] as const) {
    it(`loses no word of ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          assert.equal(words(tidy(text)), words(text));
        }),
        { numRuns: 3000 },
      );
    });

    it(`does no more to ${name} when done twice`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const once = tidy(text);
          assert.equal(tidy(once), once);
        }),
        { numRuns: 3000 },
      );
    });
  }
});
