import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { choosePrompts } from '../../../server/src/prompts/choose-prompts.ts';
import { wantedPrompts } from '../../../server/src/prompts/wanted-prompts.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const page = readFileSync(new URL('../../../docs/before-and-after.md', import.meta.url), 'utf8');
const pairs = page.split(/^## /m).slice(1);
/** So many prompts are offered by name. */
const offered = 3;

/** One pair of the page: what it quotes, what the tool is said to say, and the prompt it is said to offer. */
function readPair(pair: string): {
  record: string;
  quote: string;
  rule: string;
  says: string;
  prompt: string;
  id: string;
} {
  const before = /^\*\*Before\*\* \(`(?<record>[a-z0-9-]+)`[^)]*\): “(?<quote>.+)”$/m.exec(pair)?.groups;
  const tool =
    /^\*\*Supervision Lens\*\*(?: \(`(?<rule>[a-z-]+)`\): “(?<says>.+)”|, asked for a prompt:)$/m.exec(
      pair,
    )?.groups;
  const prompt = /^> \*\*To think about:\*\* (?<prompt>.+) \(`(?<id>[a-z-]+)`\)$/m.exec(pair)?.groups;
  assert.ok(before !== undefined && tool !== undefined && prompt !== undefined, pair.slice(0, 80));
  return { rule: '', says: '', ...before, ...tool, ...prompt } as ReturnType<typeof readPair>;
}

const plain = (text: string): string =>
  text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/["'*]/g, '').replace(/\s+/g, ' ');

describe('The page of before and after', () => {
  it('has ten pairs, of all nine writers but one at most', () => {
    assert.equal(pairs.length, 10);
    assert.ok(new Set(pairs.map((pair) => readPair(pair).record.slice(0, 2))).size >= 8);
  });

  for (const pair of pairs)
    it(`says what the tool says: ${pair.split('\n')[0] ?? ''}`, () => {
      const { record: id, quote, rule, says, prompt, id: promptId } = readPair(pair);
      const text = readFileSync(new URL(`../../../corpus/records/${id}.md`, import.meta.url), 'utf8');
      for (const part of quote.split(' … ')) assert.ok(plain(text).includes(plain(part)), part);
      const knowledge = testKnowledge();
      const { record, profile, observations, findings } = testAnalyser().analyse(text);
      const finding = findings.find((each) => each.rule === rule);
      if (rule !== '') assert.equal(finding?.message, says);
      const { signs, prompts } = knowledge;
      const need =
        finding === undefined
          ? wantedPrompts({ record, profile, observations, reading: undefined, earlier: [], signs, prompts })
          : {
              record,
              rule,
              opens: finding.opens,
              passage: undefined,
              aspect: undefined,
              earlier: [],
              shares: profile.shares,
            };
      const named = choosePrompts(knowledge, need).slice(0, offered);
      assert.deepEqual(
        named.filter((each) => each.prompt.id === promptId).map((each) => each.text),
        [prompt],
        named.map((each) => each.prompt.id).join(', '),
      );
    });
});
