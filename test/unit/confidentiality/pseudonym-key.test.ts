import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { extendPseudonymKey } from '../../../server/src/confidentiality/key/extend-pseudonym-key.ts';
import { readPseudonymKey } from '../../../server/src/confidentiality/key/read-pseudonym-key.ts';
import { createRedactor, type RedactedWords } from '../../../server/src/confidentiality/redact.ts';
import type { IdentifierFinder } from '../../../server/src/confidentiality/record-identifiers.ts';
import { withKey } from '../../../server/src/configuration/with-key.ts';
import { defaultConfiguration } from '../../../server/src/configuration/configuration.ts';
import type { Analysis } from '../../../server/src/analysis/analyse.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const source = '/notes/.supervision-lens.private.yaml';
const file = `people:
  - names: [Danny Hallam, Daz]
    called: Ash
    also: [D., Sarah]
  - names: Tracey Hallam
    called: his mum
  - names: [Will Grace]
    called: Wren
  - names: Zbigniew Brzęczyszczykiewicz
    called: Z.
`;
const read = (text: string): ReturnType<typeof readPseudonymKey> => readPseudonymKey(text, source);
const finderOf = (text: string): IdentifierFinder => {
  const { key, problems } = read(text);
  assert.deepEqual(problems, []);
  return testKnowledge().identifiers.withKey(key);
};
const analyse = (body: string, key = file): Analysis =>
  testAnalyser().analyse(`---\ntype: log\ndate: 2025-03-04\n---\n\n# Log\n\n${body}\n`, {
    configuration: withKey(defaultConfiguration, read(key).key),
  });

describe('The private file', () => {
  const problems = (text: string): string[] => read(text).problems.map(({ message }) => message);

  it('may be empty', () => {
    for (const text of ['', '\uFEFF', '# nobody yet\n', 'people:\n', 'people: []\n']) {
      assert.deepEqual(problems(text), [], text);
      assert.deepEqual(read(text).key?.people(), []);
    }
  });

  for (const [text, expected] of [
    ['people: [\n', ['syntax']],
    ['- Danny\n', ['private-top']],
    ['Danny: Ash\n', ['private-top']],
    ['people: Danny\n', ['private-people']],
    ['people:\n  - Danny\n', ['private-person']],
    ['people:\n  - names: Danny\n', ['private-person']],
    ['people:\n  - names: Danny\n    called: [A., B.]\n', ['private-person']],
    ['people:\n  - names: Danny\n    called: A.\n    age: 3\n', ['private-setting']],
    ['people:\n  - names: [D]\n    called: A.\n', ['private-name']],
    ['people:\n  - names: [{}]\n    called: A.\n', ['private-text', 'private-person']],
    ['people:\n  - names: Danny\n    called: danny\n', ['private-same']],
    ['people:\n  - { names: Danny, called: A. }\n  - { names: DANNY, called: B. }\n', ['private-twice']],
  ] as const) {
    it(`is told what is wrong: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(problems(text), expected);
      assert.equal(read(text).key, undefined);
    });
  }

  it('can be used with one pseudonym for two people, which is told', () => {
    const { key, problems: told } = read(
      'people:\n  - { names: Danny, called: A. }\n  - { names: Tom, called: A. }\n',
    );
    assert.deepEqual(
      told.map(({ message }) => message),
      ['private-shared'],
    );
    assert.equal(key?.people().length, 2);
  });

  it('has places for its problems where they stand, after a byte order mark too', () => {
    const text = '\uFEFFpeople:\n  - names: Danny\n    called: A.\n    age: 3\n';
    const [problem] = read(text).problems;
    assert.equal(text.slice(problem!.span.start, problem!.span.end), 'age');
  });

  it('never shows a name where it is written out', () => {
    const configuration = withKey(defaultConfiguration, read(file).key);
    for (const written of [JSON.stringify(configuration), inspect(configuration, { depth: 9 })])
      for (const name of ['Danny', 'Hallam', 'Daz', 'Tracey']) assert.ok(!written.includes(name));
    assert.equal(withKey(defaultConfiguration, configuration.key), configuration);
  });

  it('is extended with everything in it kept', () => {
    const before = '# mine\npeople:\n  # the boy\n  - names: Danny\n    called: A.\n';
    const after = extendPseudonymKey(before, { names: ['Tom', 'Tommy'], called: 'Wren' }, 'x')!;
    assert.ok(after.startsWith(before.trimEnd()), after);
    assert.deepEqual(
      read(after)
        .key?.people()
        .map(({ names, called }) => [names, called]),
      [
        [['Danny'], 'A.'],
        [['Tom', 'Tommy'], 'Wren'],
      ],
    );
    for (const empty of ['', 'people:\n', '# mine\n']) {
      const made = extendPseudonymKey(empty, { names: ['Tom'], called: 'T.' }, 'Who is who.\nMine.')!;
      assert.deepEqual(read(made).key?.people()[0]?.names, ['Tom'], made);
    }
    assert.match(
      extendPseudonymKey('', { names: ['Tom'], called: 'T.' }, 'Who is who.\nMine.')!,
      /^# Who is who\.\n# Mine\.\n/,
    );
    assert.equal(extendPseudonymKey('people: [\n', { names: ['Tom'], called: 'T.' }, ''), undefined);
    assert.equal(extendPseudonymKey('people: Tom\n', { names: ['Tom'], called: 'T.' }, ''), undefined);
  });
});

describe('Names of the private file', () => {
  for (const [text, expected] of [
    ['daz was late; I rang DAZ and Daz’s mum.', ['daz Ash', 'DAZ Ash', 'Daz Ash']],
    ['Danny-Hallam, danny\nhallam', ['Danny-Hallam Ash', 'danny\nhallam Ash']],
    ['I saw Mr Danny Hallam.', ['Mr Danny Hallam Ash']],
    ['The Hallams and Mrs Hallam came.', ['Hallams undefined', 'Mrs Hallam undefined']],
    ['tracey hallam said', ['tracey hallam his mum']],
    ['Will we go? Grace matters. I will, with grace.', []],
    ['I asked Will and told Grace.', ['Will Wren', 'Grace Wren']],
    ['Zbigniew Brzeczyszczykiewicz rang', ['Zbigniew Brzeczyszczykiewicz Z.']],
    ['Brzęczyszczykiewicz’s flat', ['Brzęczyszczykiewicz Z.']],
    ['Ash and Sarah and D. were there', []],
    ['I met Danny Okonkwo-Price.', ['Danny Okonkwo-Price Ash']],
    ['dazzled by Dazza', []],
  ] as const) {
    it(text, () => {
      const found = finderOf(file)
        .inText(text)
        .filter(({ person }) => person?.inKey === true)
        .map((each) => `${each.text} ${String(each.person?.called)}`);
      assert.deepEqual(found, expected);
    });
  }

  it('aren’t known without it', () => {
    assert.equal(testKnowledge().identifiers.inText('daz was late').length, 0);
    assert.ok(testKnowledge().identifiers.inText('I spoke to Sarah').length === 1);
    assert.equal(finderOf(file).inText('I spoke to Sarah').length, 0);
  });

  it('are spoken of even where the record says that names are changed, their pseudonym first', () => {
    const { findings } = analyse('Names have been changed.\n\nI met Daz. Then Danny cried.');
    const found = findings.filter(({ rule }) => rule === 'identifier-name');
    assert.equal(found.length, 2);
    assert.match(found[0]!.message, /private file/);
    assert.equal(found[0]!.fixes[0]?.title.includes('“Ash”'), true);
    assert.equal(found[0]!.fixes[0].changes.length, 2);
    assert.ok(!JSON.stringify(found.map(({ message, related }) => [message, related])).includes('Daz'));
  });

  it('give way to their pseudonyms in what is redacted', () => {
    const words = new Proxy({}, { get: (_, kind) => `[${String(kind)}]` }) as RedactedWords;
    const { record, identifiers } = analyse(
      'I met Daz, Danny Hallam and Ash. Tracey Hallam rang; Mrs Hallam too.',
    );
    const redactor = createRedactor(record, identifiers, words);
    assert.equal(
      redactor.text('I met Daz, Danny Hallam and Ash. Tracey Hallam rang; Mrs Hallam too. Priya came.'),
      'I met Ash, Ash and Ash. his mum rang; [name] too. [name] came.',
    );
    assert.match(redactor.path('daz/tracey-march.md'), /^name1\/name2-march\.md$/);
  });
});

describe('Pseudonyms by the private file', () => {
  const inconsistent = (analysis: Analysis): Analysis['findings'] =>
    analysis.findings.filter(({ rule }) => rule === 'pseudonym-inconsistent');

  it('aren’t one person’s two in a record', () => {
    const analysis = analyse('Ash was quiet. I asked D. what had helped. Then D. laughed.');
    const [finding, ...others] = inconsistent(analysis);
    assert.deepEqual(others, []);
    assert.equal(finding!.fixes[0]?.changes.length, 2);
    assert.equal(finding!.fixes[0].changes[0]?.newText, 'Ash');
    assert.equal(finding!.related.length, 1);
  });

  it('may be one throughout, whichever it is', () => {
    assert.deepEqual(inconsistent(analyse('I asked Sarah. Then Sarah laughed. Wren rang.')), []);
    assert.deepEqual(inconsistent(analyse('Ash was quiet.')), []);
  });

  it('aren’t one person’s two over a run', () => {
    const analyser = testAnalyser();
    const place = { id: 'a', scope: '/', folders: [] };
    const configuration = withKey(defaultConfiguration, read(file).key);
    const first = analyse('Ash was quiet.');
    const summary = analyser.summarise(first, place)!;
    for (const name of ['Danny', 'Hallam', 'Sarah']) assert.ok(!JSON.stringify(summary).includes(name));
    const before = { profile: summary.profile, date: '2025-01-01', called: summary.called };
    // The same key object is needed no more than its file: it may be read again in another thread.
    const later = analyser.analyse('---\ntype: log\n---\n\n# Log\n\nD. was quiet.\n', { configuration });
    assert.deepEqual(inconsistent(later), []);
    assert.equal(inconsistent(analyser.judgeAfter(later, before, configuration)).length, 1);
    assert.deepEqual(inconsistent(analyser.judgeAfter(first, before, configuration)), []);
  });

  it('aren’t one for two people', () => {
    const shared = 'people:\n  - { names: Danny, called: A. }\n  - { names: Tom, called: A. }\n';
    const found = inconsistent(analyse('A. was quiet, and A. laughed.', shared));
    assert.equal(found.length, 1);
    assert.match(found[0]!.message, /more than one person/);
  });
});
