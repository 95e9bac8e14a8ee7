import assert from 'node:assert/strict';
import { rules } from '../../../server/src/balance/rules/index.ts';
import { defaultConfiguration, type Configuration } from '../../../server/src/configuration/configuration.ts';
import { applyChanges } from '../../../server/src/features/code-actions/lazy-action.ts';
import { listActions } from '../../../server/src/features/code-actions/list-actions.ts';
import type { EarlierRecord } from '../../../server/src/prompts/earlier-record.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import { managedNote } from '../../../server/src/balance/rules/example-notes.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';
import { readDocument } from '../../helpers/read-document.ts';
import { summarise } from '../../helpers/runs.ts';

const read = (text: string): SupervisionRecord => testAnalyser().read(text, { pathMatches: true }).record;
const everyRule: Configuration = {
  ...defaultConfiguration,
  rules: {
    ...defaultConfiguration.rules,
    severities: Object.fromEntries(rules.map(({ id, severity }) => [id, severity])),
  },
};

/** The titles of what is offered where `at` stands in a text. */
function titles(text: string, at: string, earlier: readonly EarlierRecord[] = []): string[] {
  const start = text.indexOf(at);
  assert.ok(start >= 0, at);
  return listActions(readDocument(text, earlier, everyRule), { start, end: start }, read, true).map(
    ({ title }) => title,
  );
}

/** The text after the first action whose title starts so. */
function take(text: string, at: string, title: string, earlier: readonly EarlierRecord[] = []): string {
  const start = text.indexOf(at);
  const found = listActions(readDocument(text, earlier, everyRule), { start, end: start }, read, true).find(
    (action) => action.title.startsWith(title),
  );
  const edit = found?.makeEdit?.();
  assert.ok(edit !== undefined, `${title}: ${titles(text, at, earlier).join('; ')}`);
  return applyChanges(text, edit.changes);
}

const head =
  '---\ntype: supervision\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision\n\n';
const ask = 'Take a question to the group';

describe('Taking a question to the group', () => {
  it('adds the question, never the passage, under whom to ask first', () => {
    const text = `${head}P family: threshold letters late again, T. to chase the panel.\n`;
    const after = take(text, 'P family', ask);
    assert.match(
      after,
      /\n## For the group\n\n\*Ask T\. first whether this can go to the group\.\*\n\n- [^\n]+\?\n$/,
    );
    const added = after.slice(text.length);
    assert.doesNotMatch(added, /P family|panel|threshold|“|"/);
    const { groupQuestions } = read(after);
    assert.equal(groupQuestions.length, 1);
    assert.ok(!titles(after, 'P family').some((title) => title.startsWith(ask)), 'not twice');
  });

  it('goes to the section that is there, and says only once whom to ask', () => {
    const text = `${head}P family: panel date moved, letters late again.\n\n## For the group\n\nOne of mine:\n\n- Who keeps the key?\n\n## Actions\n\n- T. to ring by Friday\n`;
    const after = take(text, 'P family', ask);
    const { groupQuestions } = read(after);
    assert.equal(groupQuestions.length, 2);
    assert.equal(groupQuestions[0]?.text, 'Who keeps the key?');
    assert.ok(after.indexOf('Ask T. first') < after.indexOf('## Actions'));
    assert.equal(after.split('## For the group').length, 2);
  });

  it('asks whoever it touches, in a journal', () => {
    const after = take(
      '# Reflective journal\n\nThe rota form had three boxes and nobody knew which.\n',
      'The rota',
      ask,
    );
    assert.match(after, /Ask whoever it touches first/);
  });

  const own = [
    'T. has been signed off sick since Monday.',
    'T. says her mum is in hospital again.',
    'T. lost her brother in May and is back at work.',
    'Mr A. died on the ward on Friday.',
    'The funeral was on Tuesday; two of us went.',
    'A man on the ward told T. to go back to where she came from.',
    'T. has had racist remarks about her accent from two carers.',
    'T. is on stage one of the capability procedure.',
    'We talked about the end of T.’s probation.',
    'T. in tears over the rota.',
    'T.’s migraines are worse in the open plan office.',
    'T. is pregnant and hasn’t told the team.',
    'Access to work assessment for T.’s dyslexia is booked.',
    'When I was nine my own father left.',
    'After the miscarriage T. would like fewer baby clinics.',
    'T. grew up two streets away from them.',
  ];
  for (const passage of own)
    it(`isn't offered for somebody's own life or a death: ${passage}`, () => {
      assert.ok(!titles(`${head}${passage}\n`, passage.slice(0, 8)).some((title) => title.startsWith(ask)));
    });

  it("isn't offered where circulation is limited, in a formal matter, or under a heading on how somebody is", () => {
    const passage = 'Panel date moved, letters late again.';
    for (const text of [
      `${head.replace('supervisor: KL', 'supervisor: KL\ncirculation: KL and T. only')}${passage}\n`,
      `${head}## Not for the file\n\n${passage}\n`,
      `${head}## Wellbeing\n\n${passage}\n`,
      `${head.replace('# Supervision', '# Capability meeting')}${passage}\n`,
      `# Group supervision\n\n${passage}\n`,
    ])
      assert.ok(!titles(text, 'Panel').some((title) => title.startsWith(ask)), text);
    assert.ok(titles(`${head}${passage}\n`, 'Panel').some((title) => title.startsWith(ask)));
  });
});

describe('An inserted prompt', () => {
  const prompt = '> **To think about:** Who? <!-- supervision-lens-prompt: kettle-first -->';
  const text = `${head}One.\n\n${prompt}\n`;
  const stateOf = (of: string): string | undefined => read(of).prompts[0]?.state;

  it('can be put down, or talked about and not written down, and taken up again', () => {
    assert.equal(stateOf(text), 'open');
    const down = take(text, 'Who?', 'Put this prompt down');
    assert.equal(stateOf(down), 'put-down');
    const talked = take(down, 'Who?', 'Talked about, not written down');
    assert.equal(stateOf(talked), 'talked-about');
    assert.equal(take(talked, 'Who?', 'Take this prompt up again'), text);
  });

  it('is answered by five words up to the next heading or prompt', () => {
    assert.equal(stateOf(`${text}\nThe night staff, we think.\n`), 'answered');
    assert.equal(stateOf(`${text}\nThe night staff.\n`), 'open');
    assert.equal(stateOf(`${text}\n## Next\n\nThe night staff, we think.\n`), 'open');
    assert.equal(stateOf(`${text}\n${prompt}\n\nThe night staff, we think.\n`), 'open');
    assert.equal(
      stateOf(`${text.replace(' -->', ' put-down -->')}\nThe night staff, we think.\n`),
      'put-down',
    );
  });

  it('offers an answered one nothing to settle', () => {
    const answered = `${text}\nThe night staff, we think.\n`;
    assert.ok(!titles(answered, 'Who?').some((title) => /put this|talked about/i.test(title)));
  });
});

describe('A strong feeling that nothing comes back to', () => {
  const text = `${head}P family: the stepfather stood in the doorway and T. was terrified.\n\nCore group on the 12th.\n`;

  it('is settled by "talked about, not written down", without a word in what is filed', () => {
    const after = take(text, 'P family', 'Talked about, not written down');
    assert.match(after, /terrified\. <!-- talked about, not written down -->\n/);
    assert.ok(
      !testAnalyser()
        .analyse(after, { configuration: everyRule })
        .findings.some(({ rule }) => rule === 'emotion-unexplored'),
    );
    assert.deepEqual(
      read(after).passages.map(({ plain }) => plain.text),
      read(text).passages.map(({ plain }) => plain.text),
    );
  });
});

describe('What was left open last time', () => {
  const last = summarise(
    `${head}## Actions\n\n- T. to ring the school by 7 March\n- [x] KL to sign\n- KL to ask *Legal* by Friday\n\n> **To think about:** x <!-- supervision-lens-prompt: ten-minutes-again -->\n`,
    'before.md',
  );
  const text = `${head.replace('03-04', '04-01')}Something else.\n\n## Actions\n\n- KL to book a room by 8 April\n`;

  it('is brought across as tasks before the rest, and only what is still open and not there yet', () => {
    const after = take(text, 'Supervision', 'Bring last time', [last]);
    assert.match(
      after,
      /Something else\.\n\n## Actions from last time\n\n- \[ \] T\. to ring the school by 7 March\n- \[ \] KL to ask Legal by Friday\n\n## Actions\n/,
    );
    assert.ok(!titles(after, 'Supervision', [last]).some((title) => title.startsWith('Bring last time')));
    const one = take(
      `${text}\n## Last time\n\n- [ ] T. to ring the school by 7 March\n`,
      '## Last',
      'Bring last time',
      [last],
    );
    assert.equal(one.split('ring the school').length, 2);
    assert.ok(one.endsWith('- [ ] KL to ask Legal by Friday\n'));
  });

  it('is asked once more, where it was a prompt', () => {
    const after = take(text, 'Supervision', 'Ask once more', [last]);
    assert.deepEqual(
      read(after).prompts.map(({ id, state }) => [id, state]),
      [['ten-minutes-again', 'open']],
    );
    assert.ok(!titles(after, 'Supervision', [last]).some((title) => title.startsWith('Ask once more')));
  });

  it('is nowhere where no run is known', () => {
    assert.ok(!titles(text, 'Supervision').some((title) => /^(?:Bring last|Ask once)/.test(title)));
  });
});

describe('The section for what isn’t written about', () => {
  it('is added before the actions, with a prompt in it', () => {
    const text = `${managedNote.trimEnd()}\n\n## Actions\n\n- T. to ring by Friday\n`;
    const after = take(text, 'Supervision, 4', 'Add “How things are”');
    assert.match(after, /\n## How things are\n\n> \*\*To think about:\*\* [^\n]+\n\n## Actions\n/);
    assert.ok(!titles(after, 'Supervision, 4').some((title) => title.startsWith('Add “How things are”')));
  });
});

describe('Marking #bring', () => {
  it('marks a passage and takes the mark off again', () => {
    const text = '# Reflective journal\n\n- One thing.\n- Another, #pcf6\n';
    const after = take(text, 'Another', 'Bring this');
    assert.equal(after, '# Reflective journal\n\n- One thing.\n- Another, #pcf6 #bring\n');
    assert.deepEqual(
      read(after).bring.map(({ passage, span }) => [passage, after.slice(span.start, span.end)]),
      [[1, '#bring']],
    );
    assert.equal(take(after, 'Another', 'Don’t bring'.replace('’', "'")), text);
  });
});

describe('Adding what is missing', () => {
  it('adds empty header lines, asks who and when, and makes room for the worker’s words, all at once', () => {
    const work = managedNote.split('# Supervision, 4 March 2025')[1]!.trim();
    const text = `---\ntype: supervision\n---\n\n# Supervision\n\n${work.replaceAll(/\bT\./g, 'they').replaceAll(/\bKL\b/g, 'we')}\n\n## Actions\n\n- Ring the school\n- KL to ring the panel\n`;
    const after = take(text, 'Supervision', 'Add what is missing');
    assert.match(after, /^---\ntype: supervision\nsupervisor: \nsupervisee: \n---\n/);
    assert.match(after, /- Ring the school \(who, and when\?\)\n- KL to ring the panel \(when\?\)\n/);
    assert.match(after, /\n## In [^\n]+words\n/);
  });
});
