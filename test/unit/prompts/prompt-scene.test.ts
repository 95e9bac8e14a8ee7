import assert from 'node:assert/strict';
import { choosePrompts, type PromptNeed } from '../../../server/src/prompts/choose-prompts.ts';
import { scenes } from '../../../server/src/prompts/prompt-scene.ts';
import type { RecordKind } from '../../../server/src/terms/kinds.ts';
import { bank } from '../../helpers/prompt-bank.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const knowledge = testKnowledge();

function offered(kind: RecordKind, passage: string, need: Partial<PromptNeed> = {}): string[] {
  const text = `---\ntype: ${kind}\ndate: 2025-03-04\nreadiness: any\n---\n\n# Record\n\n${passage}\n`;
  const { record } = testAnalyser().read(text, { pathMatches: true });
  return choosePrompts(knowledge, { record, rule: undefined, opens: [], aspect: undefined, ...need }).map(
    ({ prompt }) => prompt.id,
  );
}

describe('A prompt that takes something for granted', () => {
  const cases: readonly (readonly [id: string, kind: RecordKind, shows: string, rule?: string])[] = [
    ['three-dates-now', 'supervision', 'First supervision since June.', 'session-gap'],
    ['whatevers-in-the-diary', 'supervision', 'Session cancelled twice.', 'session-gap'],
    ['what-has-been-waiting', 'supervision', 'Months since we sat down.', 'session-gap'],
    ['in-one-breath', 'group', 'We have not met since June.', 'session-gap'],
    [
      'done-wanted-or-let-go',
      'group',
      'Actions from last month’s meeting carried forward.',
      'actions-not-reviewed',
    ],
    ['still-looking-at-you', 'journal', 'I set myself one thing.', 'actions-not-reviewed'],
    ['if-nobody-counted', 'supervision', 'Two courses on the list.', 'prescribed-learning'],
    ['worth-the-money', 'group', 'Training on the 4th.', 'prescribed-learning'],
    ['two-lines-upwards', 'supervision', 'Well done for the visit.'],
    ['rather-than-because', 'group', 'We agreed to close the case.', 'decision-without-reason'],
    ['code-it-stands-on', 'supervision', 'We decided not to refer.', 'decision-without-reason'],
    ['someone-who-could-sack-you', 'journal', 'Nobody asked her.', 'power-unexamined'],
    ['no-need-to-answer', 'supervision', 'T. was in tears.', 'emotion-unexplored'],
    ['tell-it-backwards', 'supervision', 'T. went to see the P boys on Monday.'],
    ['someone-at-your-stage', 'journal', 'Should I have rung her?'],
    ['eaten-driving-company', 'group', 'Mr D died on Friday, and RF was in tears.', 'emotion-unexplored'],
  ];
  for (const [id, kind, shows, rule] of cases)
    it(`is offered where the record or the finding shows it, and not without: ${id}`, () => {
      assert.ok(!offered(kind, 'The kettle is new.').includes(id));
      assert.ok(offered(kind, shows).includes(id));
      if (rule !== undefined) assert.ok(offered(kind, 'The kettle is new.', { rule }).includes(id));
      assert.ok(offered(kind, 'The kettle is new.', { all: true }).includes(id));
    });

  it('is never one for praise where somebody died', () => {
    assert.ok(
      !offered('supervision', 'Well done for the visit. Mr D died on Friday.').includes('two-lines-upwards'),
    );
  });

  it('is never one for praise or for money beside a child taken from home', () => {
    const there = offered('supervision', 'The three children were removed on Friday.');
    for (const id of ['better-than-it-should', 'two-hundred-pounds', 'ten-minutes-again'])
      assert.ok(!there.includes(id), id);
  });

  it('names a scene that is known, and each scene is needed or found by a rule', () => {
    for (const { id, needs } of bank)
      assert.ok(needs === undefined || scenes.some((scene) => scene === needs), id);
  });
});
