import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { rules } from '../../../server/src/balance/rules/index.ts';
import { runRules } from '../../../server/src/runs/rules/index.ts';

/** A prompt as it stands in the bank; the tests check that it is one. */
interface Prompt {
  readonly id: string;
  readonly text: string;
  readonly with_words?: string;
  readonly opens: string;
  readonly aspect: string;
  readonly rules: readonly string[];
  readonly kinds: readonly string[];
  readonly for: string;
  readonly exposure: string;
  readonly minutes: number;
  readonly form: string;
  readonly stages: readonly string[];
  readonly readiness: string;
  readonly source: string;
}

const cultures = ['professional', 'managed', 'humanistic', 'democratic'];
const aspects = [
  'premise',
  'responsibility',
  'competence',
  'drivers',
  'evaluation',
  'supervision',
  'sanctions',
  'vehicles',
  'engagement',
];
const kinds = ['supervision', 'group', 'log', 'journal'];
const audiences = ['supervisor', 'both', 'student', 'student-and-educator', 'group'];
const exposures = ['low', 'some', 'high'];
const forms = ['question', 'activity', 'agenda-item', 'action'];
const stages = ['forming', 'storming', 'norming', 'performing', 'ending'];
const readinesses = ['any', 'low', 'high'];

/** Rules that aren't about reflection and that the bank has something for all the same. */
const practical = ['worker-comment-missing', 'action-incomplete'];

/** The kinds in which a rule can fire; runs are made of any kind. `fair-process` is offered no prompt. */
const kindsOfRule: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...rules
    .filter(({ id, reflective }) => reflective || practical.includes(id))
    .map((rule) => [rule.id, rule.kinds.filter((kind) => kind !== 'unknown')] as const),
  ...runRules.map(({ id }) => [id, kinds] as const),
]);

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

const raw: unknown = parse(
  readFileSync(new URL('../../../server/data/prompts.yaml', import.meta.url), 'utf8'),
);

/** The bank, read as prompts; the first test says whether that was right. */
const bank = raw as readonly Prompt[];

/** All the ways in which a prompt can be worded. */
function wordings({ text, with_words: withWords }: Prompt): string[] {
  return withWords === undefined ? [text] : [text, withWords];
}

/** The sentences of a text that ask something. Quoted examples of what to say belong to their sentence. */
function questions(text: string): string[] {
  return text
    .split(/(?<=[.?!:])\s+/)
    .map((sentence) => sentence.replace(/^['"‘“]/, ''))
    .filter((sentence) => /\?['"’”]?$/.test(sentence));
}

/** Words in lower case. */
function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Runs of `size` words. */
function shingles(text: string, size: number): Set<string> {
  const all = words(text);
  return new Set(all.slice(size - 1).map((_, start) => all.slice(start, start + size).join(' ')));
}

/** The longer words of a text, without their endings: two prompts with many in common say the same thing. */
function telling(text: string): Set<string> {
  return new Set(
    words(text)
      .filter((word) => word.length > 4)
      .map((word) => word.slice(0, 6)),
  );
}

/** How much two sets have in common: 0 nothing, 1 everything. */
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((entry) => other.has(entry)).length;
  return shared / (one.size + other.size - shared || 1);
}

/** The prompts that answer a rule in a kind of record. */
function answering(rule: string, kind: string): Prompt[] {
  return bank.filter((prompt) => prompt.rules.includes(rule) && prompt.kinds.includes(kind));
}

describe('the prompt bank', () => {
  it('holds entries with exactly the fields that are agreed', () => {
    assert.ok(Array.isArray(raw));
    assert.ok(raw.length >= 120 && raw.length <= 140, `${raw.length} prompts`);
    for (const entry of raw) {
      const keys = Object.keys(entry as object);
      const [, text, withWords] = keys;
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

  it('uses no id twice', () => {
    assert.equal(new Set(bank.map((prompt) => prompt.id)).size, bank.length);
  });

  it('has no two prompts that are nearly the same', () => {
    for (const [index, one] of bank.entries()) {
      for (const other of bank.slice(index + 1)) {
        const pair = `${one.id} and ${other.id}`;
        for (const text of wordings(one)) {
          for (const second of wordings(other)) {
            assert.ok(jaccard(shingles(text, 3), shingles(second, 3)) < 0.12, pair);
            assert.ok(jaccard(new Set(words(text)), new Set(words(second))) < 0.4, pair);
            assert.ok(jaccard(telling(text), telling(second)) < 0.25, pair);
          }
        }
      }
    }
  });

  it('uses each aspect, stage, form, exposure and audience, and every culture at least five times', () => {
    for (const culture of cultures) {
      assert.ok(bank.filter((prompt) => prompt.opens === culture).length >= 5, culture);
    }
    for (const aspect of aspects)
      assert.ok(
        bank.some((prompt) => prompt.aspect === aspect),
        aspect,
      );
    for (const form of forms)
      assert.ok(
        bank.some((prompt) => prompt.form === form),
        form,
      );
    for (const exposure of exposures)
      assert.ok(
        bank.some((prompt) => prompt.exposure === exposure),
        exposure,
      );
    for (const audience of audiences)
      assert.ok(
        bank.some((prompt) => prompt.for === audience),
        audience,
      );
    for (const stage of stages) {
      const suited = bank.filter((prompt) => prompt.stages.includes(stage) && prompt.stages.length < 5);
      assert.ok(suited.length >= 1, stage);
    }
  });

  it('has something for each culture in each kind of record, at low exposure', () => {
    for (const culture of cultures)
      for (const kind of kinds) {
        const found = bank.filter(
          ({ opens, kinds: suited, exposure }) =>
            opens === culture && suited.includes(kind) && exposure === 'low',
        );
        assert.ok(found.length >= 4, `${culture}, ${kind}: ${found.length}`);
      }
  });

  it('speaks to every aspect in more than one culture', () => {
    for (const aspect of aspects) {
      const opened = new Set(bank.filter((prompt) => prompt.aspect === aspect).map(({ opens }) => opens));
      assert.ok(opened.size >= 2, aspect);
    }
  });

  it('has something of low exposure for every rule in every kind in which it can fire', () => {
    for (const rule of Object.keys(kindsOfRule).filter((id) => !practical.includes(id)))
      for (const kind of kindsOfRule[rule] ?? []) {
        if (rule === 'session-gap' && kind === 'journal') continue;
        assert.ok(
          answering(rule, kind).some(({ exposure }) => exposure === 'low'),
          `${rule}, ${kind}`,
        );
      }
  });

  it('has something for every rule that it may answer', () => {
    for (const rule of Object.keys(kindsOfRule)) {
      assert.ok(
        bank.some((prompt) => prompt.rules.includes(rule)),
        rule,
      );
    }
  });

  for (const rule of ['purely-managed', 'individual-cultures-only', 'missing-culture']) {
    for (const kind of kindsOfRule[rule] ?? []) {
      it(`answers ${rule} in a ${kind} record with six prompts, half for the person, half for together`, () => {
        const found = answering(rule, kind);
        const person = found.filter((prompt) => prompt.opens === 'humanistic');
        const together = found.filter((prompt) => prompt.opens === 'democratic');
        assert.equal(person.length + together.length, found.length, 'opens one of the two');
        assert.ok(person.length >= 3 && together.length >= 3);
        assert.ok(
          Math.abs(person.length - together.length) <= 2,
          `${person.length} and ${together.length} are not about half each`,
        );
        for (const half of [person, together]) {
          assert.ok(half.filter((prompt) => prompt.exposure === 'low').length >= 3, 'three of low exposure');
        }
      });
    }
  }

  it('has something of low exposure for each new or unsettled group', () => {
    for (const stage of ['forming', 'storming']) {
      for (const culture of ['humanistic', 'democratic']) {
        const found = bank.filter(
          (prompt) =>
            prompt.opens === culture &&
            prompt.kinds.includes('group') &&
            prompt.exposure === 'low' &&
            prompt.stages.includes(stage),
        );
        assert.ok(found.length >= 2, `${stage}, ${culture}`);
      }
    }
  });

  it('offers professional and managed prompts where those are what is missing', () => {
    for (const culture of ['professional', 'managed']) {
      for (const rule of ['dominant-culture', 'culture-absent-in-run']) {
        const found = bank.filter((prompt) => prompt.opens === culture && prompt.rules.includes(rule));
        assert.ok(found.length >= 2, `${culture}, ${rule}`);
      }
    }
  });
});
