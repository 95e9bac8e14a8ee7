import assert from 'node:assert/strict';
import { promptReason } from '../../../server/src/features/code-actions/insert-prompt-actions.ts';
import { choosePrompts, type PromptNeed } from '../../../server/src/prompts/choose-prompts.ts';
import type { EarlierRecord } from '../../../server/src/prompts/earlier-record.ts';
import { wantedPrompts } from '../../../server/src/prompts/wanted-prompts.ts';
import type { RecordKind } from '../../../server/src/terms/kinds.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';
import { summarise } from '../../helpers/runs.ts';

const knowledge = testKnowledge();
const { signs, prompts, messages } = knowledge;
/** All four cultures, the person and the practice least. */
const even = [
  'Core group on the 12th, minutes out by the 14th, chronology done on Thursday afternoon. #managed',
  'The young people rewrote the invitation and chaired the first half. #democratic',
  'T. went back over the assessment with the code open. #professional',
  'T. was glad of the walk. #humanistic',
];

function wanted(
  more: readonly string[],
  {
    kind = 'supervision',
    at,
    earlier = [],
  }: { kind?: RecordKind; at?: number; earlier?: EarlierRecord[] } = {},
): PromptNeed {
  const text = `---\ntype: ${kind}\ndate: 2025-03-04\n---\n\n# Record\n\n${[...even, ...more].join('\n\n')}\n`;
  const { record, profile, observations, readings } = testAnalyser().analyse(text);
  const reading = at === undefined ? undefined : readings[at];
  return wantedPrompts({ record, profile, observations, reading, earlier, signs, prompts });
}
const opens = (...args: Parameters<typeof wanted>): readonly string[] => wanted(...args).opens;
const reasons = (need: PromptNeed): string[] =>
  choosePrompts(knowledge, need)
    .slice(0, 4)
    .map((chosen) => promptReason(chosen, messages));

describe('What a prompt opens where there is no finding', () => {
  it('is what is least written about where the record gives nothing else, and says so only where it is true', () => {
    assert.deepEqual(opens([]), ['humanistic', 'professional']);
    assert.deepEqual(wanted([]), wanted([]));
    assert.ok(reasons(wanted([])).some((reason) => reason.includes('has less room here than the rest')));
  });

  it('is not what the passage at the cursor is about', () => {
    assert.ok(!opens([], { at: 3 }).includes('humanistic'));
    assert.ok(!opens([], { at: 2 }).includes('professional'));
  });

  it('goes on from a question that is left open, a disagreement, a feeling, the actions of last time', () => {
    assert.equal(opens(['Who holds the key? #managed'])[0], 'professional');
    assert.equal(opens(['“Who holds the key?” said the tenant. #managed'])[0], 'humanistic');
    assert.ok(opens(['We disagreed about the date, and left it so. #managed']).includes('democratic'));
    assert.equal(opens(['T. was in tears in the car. #managed'])[0], 'humanistic');
    assert.ok(opens(['## Previous actions\n\nThree done. #managed']).includes('managed'));
    assert.ok(
      reasons(wanted(['Who holds the key? #managed'])).some((reason) =>
        reason.startsWith('a question stands open'),
      ),
    );
  });

  it('is not what the run was given lately', () => {
    const marker = '> **To think about:** As before. <!-- supervision-lens-prompt: three-crosses -->';
    const earlier = [
      summarise(
        `---\ntype: supervision\ndate: 2025-02-04\nsupervisee: T.\n---\n\n# Supervision\n\nOne.\n\n${marker}\n`,
        'a.md',
      ),
    ];
    assert.ok(!opens([], { earlier }).slice(0, 1).includes('humanistic'));
  });

  it('is the person in a debrief, and neither training nor tasks where somebody died', () => {
    const text = '---\ntype: debrief\n---\n\n# Debrief\n\nMr G. died on Friday. Who rang his sister?\n';
    const { record, profile, observations } = testAnalyser().analyse(text);
    const need = wantedPrompts({
      record,
      profile,
      observations,
      reading: undefined,
      earlier: [],
      signs,
      prompts,
    });
    assert.deepEqual(need.opens, ['humanistic']);
    const offered = choosePrompts(knowledge, need).map(({ prompt }) => prompt.id);
    for (const id of ['two-cards', 'a-page-not-the-pack', 'what-they-cook'])
      assert.ok(!offered.includes(id), id);
  });
});

describe('A prompt that takes something to others', () => {
  const offered = (passage: string): boolean => {
    const need = wanted([passage]);
    const ids = choosePrompts(knowledge, { ...need, all: true }).map(({ prompt }) => prompt.id);
    return ids.includes('stuck-as-well') && ids.includes('two-colleagues-have-it');
  };
  it('is offered only where every passage is one that may go to a group', () => {
    assert.ok(offered('Panel date moved, letters late again.'));
    assert.ok(!offered('T. lost her brother in May and is back at work.'));
    assert.ok(!offered('T. is signed off with stress.'));
  });
});
