import assert from 'node:assert/strict';
import { choosePrompts } from '../../../server/src/prompts/choose-prompts.ts';
import { withholdsPrompts } from '../../../server/src/prompts/withhold-prompts.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import type { RecordKind } from '../../../server/src/terms/kinds.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const knowledge = testKnowledge();
const record = (kind: RecordKind, passage: string): SupervisionRecord =>
  testAnalyser().read(`---\ntype: ${kind}\n---\n\n# Record\n\n${passage}\n\nThe kettle is new.\n`).record;

const cases: readonly (readonly [kind: RecordKind, passage: string, withheld: boolean])[] = [
  ['journal', 'I sent it at ten past four. Recommendation: fail.', true],
  ['journal', 'I gave him the number of the students’ union adviser.', true],
  ['supervision', 'T. has a concerns meeting on the 4th.', true],
  ['log', 'My educator says that I am at risk of failing.', true],
  ['journal', 'A man in the lift said something racist to me and nobody spoke.', true],
  ['journal', 'In the lift a client laughed at my accent.', true],
  ['log', 'She asked for a white worker while I was in the room.', true],
  ['supervision', 'I said the word racism four times in June.', true],
  ['supervision', 'I was asked because of who I am.', true],
  ['journal', 'The boiler may fail again, says the landlord.', false],
  ['journal', 'The union meets on Tuesdays.', false],
  ['journal', 'Mrs A told us of racist neighbours.', false],
  ['log', 'Anti-racist practice: I read the second chapter.', false],
  ['supervision', 'I told T. that the racist letter had been taken to the director.', false],
  ['group', 'A member spoke of racism on the ward.', false],
];

describe('No groupwork prompt', () => {
  for (const [kind, passage, withheld] of cases)
    it(`${withheld ? 'is' : 'is nothing to hold back'} in a ${kind} record: ${passage}`, () => {
      const read = record(kind, passage);
      assert.equal(withholdsPrompts(read, knowledge.signs), withheld);
      const need = { record: read, rule: undefined, opens: [], aspect: undefined, all: true };
      assert.equal(choosePrompts(knowledge, need).length === 0, withheld);
    });
});
