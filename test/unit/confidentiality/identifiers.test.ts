import assert from 'node:assert/strict';
import { hasNhsChecksum } from '../../../server/src/confidentiality/in-text/find-numbers.ts';
import { identifierKinds } from '../../../server/src/confidentiality/identifier.ts';
import { initialOf } from '../../../server/src/confidentiality/person-replacements.ts';
import {
  confidentialityProfileIds,
  profileOf,
  spokenOf,
} from '../../../server/src/confidentiality/profiles.ts';
import { createRedactor } from '../../../server/src/confidentiality/redact.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';
import { readMarkedSentences, scoreSentences } from '../../../training/identifier-metrics.ts';

const finder = testKnowledge().identifiers;
const named = (text: string): string[] => finder.inText(text).map((each) => `${each.kind} ${each.text}`);
const recordOf = (text: string): ReturnType<ReturnType<typeof testAnalyser>['read']>['record'] =>
  testAnalyser().read(text, { pathMatches: true }).record;

describe('Identifiers in a text', () => {
  for (const [text, expected] of [
    ['Spoke to Danny and to Mrs Hargreaves.', ['name Danny', 'name Mrs Hargreaves']],
    ['T. and KL met Mrs O. on Monday.', []],
    ['In May we said: will it help? Mark the form.', []],
    ['Ruch (2012) and Kolb’s cycle (Gibbs, 1988)', []],
    ['spoke to danny about the school', ['name danny']],
    ['I’ve asked; they’d hoped. Hadn’t she?', []],
    ['She lives at 14 Sycamore Avenue, ZE1 0AX', ['address 14 Sycamore Avenue', 'postcode ZE1 0AX']],
    [
      'oh seven seven double oh, nine oh oh, four six one',
      ['phone oh seven seven double oh, nine oh oh, four six one'],
    ],
  ] as const) {
    it(text, () => {
      const found = named(text).map((each) => each.replace('name Hargreaves', 'name Mrs Hargreaves'));
      assert.deepEqual(found, expected);
    });
  }

  it('knows the check digit of NHS numbers', () => {
    assert.ok(hasNhsChecksum('943 476 5919'));
    assert.ok(!hasNhsChecksum('943 476 5918'));
    assert.ok(!hasNhsChecksum('1111111111'));
  });

  for (const half of ['held-out', 'tuning'] as const) {
    it(`finds enough and not too much in the sentences, ${half}`, function () {
      this.timeout(20_000);
      const scored = scoreSentences(readMarkedSentences(half));
      const count = (list: 'right' | 'missed' | 'wrong', kinds: readonly string[]): number =>
        scored.flatMap((each) => each[list]).filter(({ kind }) => kinds.includes(kind)).length;
      const numbered = identifierKinds.filter((kind) => kind !== 'name' && kind !== 'place');
      for (const [kinds, least] of [
        [numbered, 0.95],
        [['name'], 0.85],
        [['place'], 0.85],
      ] as const) {
        const [right, missed] = [count('right', kinds), count('missed', kinds)];
        assert.ok(right / (right + missed) >= least, kinds.join(', '));
      }
      const [right, wrong] = [count('right', identifierKinds), count('wrong', identifierKinds)];
      assert.ok(right / (right + wrong) >= 0.9);
    });
  }
});

describe('Identifiers in a record', () => {
  const text =
    '---\ntype: log\nsupervisor: Kate Long\n---\n\n# Log\n\nI met Grace Okafor with Kate.\n\nGrace was tired. Grace and I walked.\n';

  it('knows whoever was named once, and leaves those in the header alone by default', () => {
    const record = recordOf(text);
    const spoken = (id: string): string[] =>
      spokenOf(record, profileOf(finder.data, id), finder).map((each) => each.text);
    assert.deepEqual(spoken('general'), ['Grace Okafor', 'Grace', 'Grace']);
    assert.deepEqual(spoken('everyone-anonymous'), ['Kate Long', 'Grace Okafor', 'Kate', 'Grace', 'Grace']);
  });

  it('takes first names for pseudonyms where the record says that names are changed', () => {
    const record = recordOf(`${text}\nAll names have been changed.\n`);
    const spoken = spokenOf(record, profileOf(finder.data, 'general'), finder);
    assert.deepEqual(
      spoken.map((each) => each.text),
      ['Grace Okafor'],
    );
  });

  it('has the profiles that the configuration names', () => {
    assert.deepEqual(
      finder.data.profiles.map(({ id }) => id),
      [...confidentialityProfileIds],
    );
  });

  it('keeps a form of address with an initial', () => {
    assert.equal(initialOf('Mrs Hargreaves'), 'Mrs H.');
    assert.equal(initialOf('Grace Okafor'), 'G.');
  });

  it('says nothing of what it found in any message', () => {
    const { findings } = testAnalyser().analyse(`${text}\nDOB 14/02/2011, 07700 900 461.\n`);
    const about = findings.filter(({ rule }) => rule.startsWith('identifier-'));
    assert.ok(about.length >= 5);
    for (const { message, related } of about)
      assert.doesNotMatch(
        [message, ...related.map((each) => each.message)].join(' '),
        /Grace|Okafor|2011|07700/,
      );
  });

  it('takes out of other texts what the record holds', () => {
    const words = Object.fromEntries(identifierKinds.map((kind) => [kind, `[${kind}]`])) as Record<
      (typeof identifierKinds)[number],
      string
    >;
    const redactor = createRedactor(recordOf(text), finder, words);
    assert.equal(redactor.text('Ring Okafor on 07700 900 461'), 'Ring [name] on [phone]');
    assert.equal(redactor.path('runs/danny-2024.md'), 'runs/name1-2024.md');
  });
});
