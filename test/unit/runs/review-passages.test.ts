import assert from 'node:assert/strict';
import { gatherReview } from '../../../server/src/runs/review-passages.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const gather = (body: string, asked: readonly string[] = []): string[] => {
  const { record } = testAnalyser().read(
    `---\ntype: journal\ndate: 2025-01-07\n---\n\n# Journal\n\n${body}\n`,
  );
  return gatherReview(record, testKnowledge().signs, new Set(asked)).map(
    ({ heading, passage }) => `${heading}: ${passage.plain.text.slice(0, 12)}`,
  );
};

describe('What a practice educator finds first', () => {
  it('is what the student marked, then doubts, dilemmas, disagreements and feedback, each passage once', () => {
    assert.deepEqual(
      gather(
        [
          'Mum told me that I had listened, and that it was the first time.',
          'My manager saw it differently, and we left it there for now.',
          'I was torn between his wishes and what the school asked of me.',
          'I keep wondering whether I should have rung before I went. #bring',
          'I was not sure what to say when he asked me about the order.',
          'Visited on Tuesday and wrote it up in the evening at home.',
        ].join('\n\n'),
      ),
      [
        'bring: I keep wonde',
        'doubt: I was not su',
        'dilemma: I was torn b',
        'disagreement: My manager s',
        'feedback: Mum told me ',
      ],
    );
  });

  it('is the answer to a question that an earlier record asked, and nothing limited, done or struck', () => {
    const prompt = '> **To think about:** What then? <!-- supervision-lens-prompt: what-then -->';
    const answer = 'Then he said nothing for a long time and so did I.';
    assert.deepEqual(gather(`${prompt}\n\n${answer}`, ['what-then']), ['picked-up: Then he said']);
    assert.deepEqual(gather(`${prompt}\n\n${answer}`), []);
    assert.deepEqual(
      gather(
        [
          '~~I was not sure what to say to him about it.~~',
          '- [ ] T. to write down what she was not sure about by Friday',
          '## Not for the file',
          'I was not sure what to say, and I keep wondering. #bring',
        ].join('\n\n'),
      ),
      [],
    );
  });

  it('takes a set phrase with a doubt in it for none of the writer’s own', () => {
    assert.deepEqual(gather('The nurse gave us no reason to doubt his capacity to decide on that day.'), []);
    assert.deepEqual(
      gather('There is no doubt that the visit was late, and I doubted that I should say so.'),
      ['doubt: There is no '],
    );
  });

  it('takes no words of the writer’s own, and none that nobody said, for feedback', () => {
    assert.deepEqual(gather('I also said that I believed mum, whatever the school had heard.'), []);
    assert.deepEqual(gather('Nobody had told me I could ask mum about the letter from school.'), []);
    assert.deepEqual(gather('Mum said that I had rushed her, and she was quite right about that.'), [
      'feedback: Mum said tha',
    ]);
  });

  it('takes going back to somewhere for no question that is taken up again', () => {
    assert.deepEqual(gather('We went back to the Code of Practice on Tuesday for the wording.'), []);
    assert.deepEqual(gather('I went back to the flat on Tuesday, and he let me in at once.'), []);
    assert.deepEqual(gather('I went back to the question of who holds the key to the flat.'), [
      'picked-up: I went back ',
    ]);
  });

  it('takes the weighing up of a capacity assessment for no dilemma', () => {
    assert.deepEqual(gather('He was weighing up the stairs against being near his wife again.'), []);
  });
});
