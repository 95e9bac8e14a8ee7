import assert from 'node:assert/strict';
import { readComments } from '../../../server/src/annotations/read-comments.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

const { passages } = testAnalyser().read(
  '# Log\n\nShe said no. Then yes.\n\nHe said no. Then left.\n',
).record;
const selector = (exact: string, prefix = ''): object => ({
  source: 'log.md',
  selector: { type: 'TextQuoteSelector', exact, prefix },
});

describe('annotations: comments', () => {
  it('stand on the passage that they quote, with who, when and what for', () => {
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      items: [
        {
          type: 'Annotation',
          creator: { name: 'JP' },
          created: '2025-03-05T10:00:00Z',
          body: [
            { type: 'TextualBody', value: 'What then?', purpose: 'commenting' },
            { type: 'TextualBody', value: '#PCF6', purpose: 'tagging' },
          ],
          target: selector('no. Then', 'He said '),
        },
        { body: 'On all of it', target: 'log.md' },
        { body: 'On words that are gone', target: selector('maybe') },
        { body: { value: '' }, target: 'log.md' },
      ],
    };
    const comments = readComments(JSON.stringify(page), passages)!;
    assert.deepEqual(comments[0], {
      id: '0',
      thread: '0',
      kind: undefined,
      passage: 1,
      quotation: 'no. Then',
      author: 'JP',
      created: '2025-03-05T10:00:00Z',
      text: 'What then?',
      capabilities: ['pcf6'],
    });
    assert.deepEqual(
      comments.slice(1).map(({ passage, quotation, text }) => [passage, quotation, text]),
      [
        [undefined, '', 'On all of it'],
        [undefined, 'maybe', 'On words that are gone'],
      ],
    );
  });

  it('that can’t be read are told apart from none', () => {
    assert.equal(readComments('{', passages), undefined);
    assert.equal(readComments('3', passages), undefined);
    assert.deepEqual(readComments('[]', passages), []);
  });
});
