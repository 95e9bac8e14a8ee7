import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  cultures,
  aspects,
  kinds,
  audiences,
  exposures,
  forms,
  stages,
  readinesses,
  kindsOfRule,
  raw,
  bank,
  words,
  wordings,
} from '../../helpers/prompt-bank.ts';

/** For whom a prompt can be that suits a kind of record. */
const audiencesOfKind: Readonly<Record<string, readonly string[]>> = {
  supervision: ['supervisor', 'both', 'student-and-educator'],
  group: ['supervisor', 'group'],
  log: ['supervisor', 'both', 'student', 'student-and-educator'],
  journal: ['student'],
};

const fields = [
  'id',
  'text',
  'opens',
  'aspect',
  'rules',
  'kinds',
  'for',
  'exposure',
  'minutes',
  'form',
  'stages',
  'readiness',
  'source',
];

const forbidden = [
  /\breflect(?:s|ing)? (?:up)?on\b/i,
  /\bexplor(?:e|es|ing)\b/i,
  /\bhow (?:did|does|do|would) (?:that|this|it|they|he|she)\b.*\bfeel\b/i,
  /\bunpack(?:s|ing)?\b/i,
  /\bfeel(?:ings?)? about\b/i,
  /\b(?:what|how) (?:did|have) you (?:learn|learnt|learned|grow|grown)\b/i,
  /\bdone differently\b|\bdo differently next time\b/i,
  /\bwent well\b|\beven better if\b/i,
  /\btake a (?:moment|breath)\b|\bpause (?:and|to)\b|\bsit with\b|\blean into\b|\bhold(?:ing)? space\b|\bdig deep/i,
  /\bsafe space\b|\bself-care\b|\bresilien|\bvulnerab|\bempower|\bmindful|\bauthentic/i,
  /\b(?:remember|make sure|be sure|don't forget|it is important|it's important|you need to|you must|try to be)\b/i,
  /\bbe honest\b|\bhonestly\b|\bconsider (?:how|what|whether)\b|\bthink about how\b|\bin what ways?\b/i,
  /\bjourney\b/i,
  /\blearnings\b/i,
  /\bfigure 1\b|\bfig\. ?1\b/i,
];

/** Spellings of American English that could slip in. */
const american = /\b\w+(?:yze|yzed|yzing)\b|\b(?:behavior|color|organize|recognize|program|center)\w*\b/i;

const yesNoOpening =
  /^(?:(?:and|but|so|then|now)[:,]? )?(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|have|has|had|may|might|must|am)(?:n't)?\b/i;

/** The sentences of a text that ask something. Quoted examples of what to say belong to their sentence. */
function questions(text: string): string[] {
  return text
    .split(/(?<=[.?!:])\s+/)
    .map((sentence) => sentence.replace(/^['"‘“]/, ''))
    .filter((sentence) => /\?['"’”]?$/.test(sentence));
}

describe('the prompt bank', () => {
  it('holds entries with exactly the fields that are agreed', () => {
    assert.ok(Array.isArray(raw));
    assert.ok(raw.length >= 120 && raw.length <= 140, `${raw.length} prompts`);
    for (const entry of raw) {
      const keys = Object.keys(entry as object);
      const [, text, withWords] = keys;
      const optional = ['needs', 'to_group', 'unless'];
      while (optional.includes(keys.at(-2) ?? '')) keys.splice(-2, 1);
      assert.equal(text, 'text');
      assert.deepEqual(
        withWords === 'with_words' ? keys.toSpliced(2, 1) : keys,
        fields,
        JSON.stringify(entry),
      );
    }
  });

  for (const prompt of bank) {
    describe(prompt.id, () => {
      it('has values that are known', () => {
        assert.match(prompt.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        assert.ok(cultures.includes(prompt.opens));
        assert.ok(aspects.includes(prompt.aspect));
        assert.ok(audiences.includes(prompt.for));
        assert.ok(exposures.includes(prompt.exposure));
        assert.ok(forms.includes(prompt.form));
        assert.ok(readinesses.includes(prompt.readiness));
        assert.ok(Number.isInteger(prompt.minutes) && prompt.minutes > 0 && prompt.minutes <= 60);
        assert.ok(prompt.source.length > 0 && prompt.source.length <= 120);
        for (const [list, allowed] of [
          [prompt.rules, Object.keys(kindsOfRule)],
          [prompt.kinds, kinds],
          [prompt.stages, stages],
        ] as const) {
          assert.ok(list.length > 0);
          assert.equal(new Set(list).size, list.length);
          assert.deepEqual(
            list.filter((value) => !allowed.includes(value)),
            [],
          );
        }
      });

      it('answers each of its rules in a kind in which that can fire', () => {
        for (const rule of prompt.rules) {
          assert.ok(
            prompt.kinds.some((kind) => kindsOfRule[rule]?.includes(kind)),
            rule,
          );
        }
      });

      it('is for somebody who is there when such a record is made', () => {
        for (const kind of prompt.kinds) assert.ok(audiencesOfKind[kind]?.includes(prompt.for), kind);
      });

      it('is one short line of British English, said with or without words of the note', () => {
        for (const text of wordings(prompt)) {
          assert.ok(!/[\r\n]/.test(text));
          assert.equal(text, text.trim());
          assert.match(text, /[.?]'?$/);
          assert.ok(words(text).length <= 45, `${words(text).length} words`);
          assert.doesNotMatch(text, american);
          assert.doesNotMatch(text.replace(/\{(?:initial|words)\}/g, ''), /<|>|-->|[{}]|\*\*/);
        }
      });

      it('names the worker only where a supervisor or educator is asked, and quotes between quotation marks', () => {
        const { text, with_words: withWords } = prompt;
        if (wordings(prompt).some((each) => each.includes('{initial}'))) {
          assert.equal(prompt.for, 'supervisor');
          for (const kind of prompt.kinds) assert.ok(kind === 'supervision' || kind === 'log');
        }
        assert.ok(!text.includes('{words}'));
        if (withWords !== undefined) assert.equal(withWords.split("'{words}'").length, 2);
      });

      it('says nothing that one would blush at', () => {
        for (const phrase of forbidden)
          for (const text of wordings(prompt)) assert.doesNotMatch(`${text} ${prompt.source}`, phrase);
      });

      it('cannot be answered by yes or no', () => {
        for (const text of wordings(prompt))
          for (const question of questions(text)) assert.doesNotMatch(question, yesNoOpening);
      });

      it('goes to whoever holds authority where somebody had no say, or can be left by whom it happened to', () => {
        if (prompt.rules.includes('power-unexamined') && prompt.for !== 'supervisor')
          assert.match(prompt.text, /if it (?:was|happened|was held)|happened to you/i);
      });

      it('leaves an open door where it asks for much', () => {
        if (prompt.exposure === 'high')
          assert.match(prompt.text, /whoever wants|pass|if you like|up to them/);
        if (prompt.exposure === 'high') assert.ok(!prompt.stages.includes('forming'));
        if (prompt.exposure === 'high') assert.ok(!prompt.stages.includes('storming'));
      });
    });
  }
});
