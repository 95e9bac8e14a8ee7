import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createQuoteWords } from '../../../server/src/prompts/quote-words.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const { prompting, signs } = testKnowledge();
const quoteWords = createQuoteWords(prompting, signs);

/** What would be quoted from a record with one passage. */
function quoted(passage: string, header = ''): string | undefined {
  const text = `---\ntype: supervision\ndate: 2025-03-04\n${header}---\n\n# Supervision\n\n${passage}\n`;
  const { record } = testAnalyser().read(text, { pathMatches: true });
  return quoteWords(record, record.passages[0]!);
}

describe('Quoting words of a record', () => {
  const decisions: readonly (readonly [passage: string, words: string])[] = [
    ['Threshold not met.', 'threshold not met'],
    ['P family. Threshold not met. T. to write to them.', 'threshold not met'],
    ['We agreed to close the case because the visits have stopped.', 'we agreed to close the case'],
    ['RP: agreed to step down to CIN, review in six weeks', 'agreed to step down to CIN'],
    ['| A family | not engaging with the plan | 7/5 |', 'not engaging with the plan'],
    ['- [ ] **NFA** and refer on', ''],
    ['He isn’t eligible for a service.', 'he isn’t eligible for a service'],
    ['They are not engaging with support.', 'they are not engaging with support'],
    ['She agreed that this was not a priority.', 'she agreed that this was not a priority'],
    ['Decided not to refer, for now.', 'decided not to refer'],
  ];
  for (const [passage, words] of decisions)
    it(`takes up a decision or an idea: ${passage}`, () => {
      const text = passage.startsWith('|') ? `| x | y | z |\n|---|---|---|\n${passage}` : passage;
      assert.equal(quoted(text) ?? '', words);
    });

  const never: Readonly<Record<string, readonly string[]>> = {
    distress: [
      'She was in tears and we agreed to close the case.',
      'Terrified all week. Threshold not met.',
      'We agreed to close it and then he cried.',
      'T. said she wanted to die. Agreed to step down the hours.',
      'After the overdose it was agreed to step up the visits.',
    ],
    'slurs and insults': [
      'We agreed to call him a junkie.',
      'Decided to close: lazy cow won’t engage.',
      'Threshold not met for the gypo site.',
      'We agreed to put the mongs in the other room.',
      'Agreed to let the fat bastard wait.',
      'Decided to go back to where they came from.',
      'We agreed to say chink in the eye.',
    ],
    'family history': [
      'Mum’s childhood was chaotic; agreed to step up.',
      'Agreed to close since his dad left when he was four.',
      'Her own mother was in care. Threshold is met.',
      'Threshold met, nan’s drinking again.',
      'Decided to keep the baby.',
    ],
    'names, numbers and places': [
      'Agreed to close Kelly Smith.',
      'agreed to close kelly smith',
      'We agreed to refer to St Marys.',
      'Agreed to step down at 12 Acacia Avenue.',
      'Agreed to ring 07700 900123.',
      'Agreed to email jo@example.org.',
      'Agreed to step down to LS6 2AB.',
      'Decided to close 943 476 5919.',
      'Agreed to see https://example.org/kelly.',
      'Will agreed to close it.',
      'We agreed to move him to Rose House.',
      'We agreed to ask the Begum family.',
    ],
    'somebody else’s words': [
      'He said “threshold not met” and hung up.',
      'Mrs A: "we agreed to close the case".',
      '"Agreed to close the case, ',
      'The manager says threshold is met.',
    ],
    'health, discrimination and formal matters': [
      'Off sick since May; we agreed to step down her hours.',
      'After the diagnosis we agreed to close the cases.',
      'She was called names because of her accent. Agreed to close the case.',
      'Capability stage one. We agreed to close the case.',
      'My partner is ill. We agreed to close the case.',
      'Racist remark by the carer; threshold not met.',
    ],
    'a sense turned round': [
      'Never would I, or so I thought, have agreed to close the case.',
      'Not one of the three at the table agreed to close the case.',
      'Nobody from Housing, whom I asked twice, agreed to close the case.',
      'I asked whether Sami agreed to close the case.',
    ],
    'half a thought': [
      'Agreed to it.',
      'Decided to be',
      'I think.',
      'Threshold.',
      'We agreed to the',
      'We agreed to disagree.',
      'We agreed to differ',
      '',
    ],
  };
  for (const [what, passages] of Object.entries(never))
    it(`never takes up ${what}`, () => {
      for (const passage of passages.filter((each) => each !== ''))
        assert.equal(quoted(passage), undefined, passage);
    });

  it('leaves the name out where somebody decides', () => {
    assert.equal(quoted('Grace decided not to refer.'), 'decided not to refer');
    assert.equal(quoted('Will agreed to close the case.'), 'agreed to close the case');
  });

  it('takes nothing where circulation is limited', () => {
    assert.equal(quoted('Threshold not met.', 'circulation: KL only\n'), undefined);
    const text = '# Supervision RP 10.04.24\n\n## Not for the file\n\nThreshold not met.\n';
    const { record } = testAnalyser().read(text, { pathMatches: true });
    assert.equal(quoteWords(record, record.passages[0]!), undefined);
  });

  it('takes only words of its list from records as they are written', () => {
    const folder = new URL('../../../corpus/records/', import.meta.url);
    const plain = new Set([
      ...prompting.quote.words.split(/\s+/),
      ...prompting.quote.first,
      ...prompting.quote.acronyms.map((word) => word.toLowerCase()),
    ]);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
      const { record } = testAnalyser().read(readFileSync(new URL(name, folder), 'utf8'), {
        pathMatches: true,
      });
      for (const passage of record.passages) {
        const words = quoteWords(record, passage)?.replaceAll('’', "'").toLowerCase().split(' ') ?? [];
        assert.deepEqual(
          words.filter((word) => !plain.has(word)),
          [],
        );
      }
    }
  });
});
