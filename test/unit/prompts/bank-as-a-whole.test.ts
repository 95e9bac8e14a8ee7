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
  practical,
  kindsOfRule,
  bank,
  words,
  wordings,
  answering,
} from '../../helpers/prompt-bank.ts';

/** Runs of `size` words. */
function shingles(text: string, size: number): Set<string> {
  const all = words(text);
  return new Set(all.slice(size - 1).map((_, start) => all.slice(start, start + size).join(' ')));
}

/** In so many prompts at most stands a word that tells what a prompt is about. */
const telling = 5;

/** In how many prompts a word stands, by its beginning. */
const spread = new Map<string, number>();
for (const { text } of bank)
  for (const stem of new Set(words(text).map(stemOf))) spread.set(stem, (spread.get(stem) ?? 0) + 1);

function stemOf(word: string): string {
  return word.slice(0, 6);
}

/** The words of a text that few prompts share: two prompts with many in common say the same thing. */
function tellingWords(text: string): Set<string> {
  return new Set(
    words(text)
      .map(stemOf)
      .filter((stem) => stem.length > 3 && (spread.get(stem) ?? 0) <= telling),
  );
}

/** How many entries two sets share. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((entry) => other.has(entry)).length;
}

/** How much two sets have in common: 0 nothing, 1 everything. */
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = shared(one, other);
  return common / (one.size + other.size - common || 1);
}

describe('the prompt bank as a whole', () => {
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
            assert.ok(shared(tellingWords(text), tellingWords(second)) < 4, pair);
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
