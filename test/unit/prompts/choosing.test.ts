import assert from 'node:assert/strict';
import { promptReason } from '../../../server/src/features/code-actions/insert-prompt-actions.ts';
import { managedNote } from '../../../server/src/balance/rules/example-notes.ts';
import {
  choosePrompts,
  type ChosenPrompt,
  type PromptNeed,
} from '../../../server/src/prompts/choose-prompts.ts';
import type { EarlierRecord } from '../../../server/src/prompts/earlier-record.ts';
import { findLeftOpen } from '../../../server/src/prompts/left-open.ts';
import { rules } from '../../../server/src/balance/rules/index.ts';
import { runRules } from '../../../server/src/runs/rules/index.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';
import { summarise } from '../../helpers/runs.ts';

const knowledge = testKnowledge();
const read = (text: string): SupervisionRecord => testAnalyser().read(text, { pathMatches: true }).record;
const choose = (text: string, need: Partial<PromptNeed> = {}): ChosenPrompt[] =>
  choosePrompts(knowledge, {
    record: read(text),
    rule: 'purely-managed',
    opens: ['humanistic', 'democratic'],
    aspect: undefined,
    ...need,
  });
const ids = (chosen: readonly ChosenPrompt[]): string[] => chosen.map(({ prompt }) => prompt.id);
const note = (kind: string, header: string, ...passages: string[]): string =>
  `---\ntype: ${kind}\ndate: 2025-03-04\n${header}---\n\n# Record\n\n${passages.join('\n\n')}\n`;
const marker = (id: string, state = ''): string =>
  `> **To think about:** As before. <!-- supervision-lens-prompt: ${id}${state} -->\n`;
/** A record of the run in which some prompts stand. */
const before = (day: string, ...prompts: string[]): EarlierRecord =>
  summarise(`${managedNote.replaceAll('2025-03-04', `2025-02-${day}`)}\n${prompts.join('\n')}`, `${day}.md`);

describe('What a run was given', () => {
  it('is not given again in the next two records, and later only behind the others', () => {
    const [first = '', second = '', third = ''] = ids(choose(managedNote));
    const earlier = [before('03', marker(third)), before('10', marker(second)), before('17', marker(first))];
    const chosen = ids(choose(managedNote, { earlier }));
    assert.ok(!chosen.includes(first) && !chosen.includes(second));
    assert.ok(chosen.indexOf(third) > 2);
  });

  it('is told as the reason, in words', () => {
    const earlier = ['03', '10', '17', '24'].map((day) => before(day));
    const [first] = choose(managedNote, { earlier });
    assert.ok(first !== undefined);
    const reasons = choose(managedNote, { earlier }).map((each) => promptReason(each, knowledge.messages));
    assert.ok(
      reasons.includes(
        'nothing in the last 4 records before this one mentions colleagues, peers or a group to learn with',
      ),
    );
    assert.ok(reasons.includes('nothing in the last 4 records before this one is about together and power'));
    // Without a run there is nothing to say about one.
    for (const each of choose(managedNote))
      assert.doesNotMatch(promptReason(each, knowledge.messages), /records/);
  });

  it('may be asked once more where it was left open, and is then let go', () => {
    const record = read(managedNote);
    const left = before(
      '17',
      marker('kettle-first'),
      marker('what-came-home', ' put-down'),
      marker('three-crosses', ' talked-about'),
    );
    assert.deepEqual(findLeftOpen(record, [left]), ['kettle-first']);
    assert.deepEqual(findLeftOpen(record, [before('10', marker('kettle-first')), left]), []);
    assert.deepEqual(findLeftOpen(read(`${managedNote}\n${marker('kettle-first')}`), [left]), []);
    assert.deepEqual(findLeftOpen(record, [left, before('24')]), []);
    assert.deepEqual(findLeftOpen(record, []), []);
  });
});

describe('Exposure, stage and readiness', () => {
  const opens: PromptNeed['opens'] = ['humanistic', 'democratic', 'professional', 'managed'];
  const high = (header: string, all: boolean): boolean =>
    choose(note('group', header, 'We met.'), { rule: undefined, opens, all }).some(
      ({ prompt }) => prompt.exposure === 'high',
    );

  it('never offers high exposure unasked, nor to a group that may be new or unsettled', () => {
    for (const header of [
      '',
      'group stage: forming\n',
      'stage: storming\n',
      'group stage: power and control\n',
    ])
      for (const all of [false, true]) assert.ok(!high(header, all), header);
    assert.ok(!high('group stage: performing\n', false));
    assert.ok(high('group stage: performing\n', true));
    assert.ok(high('stage of group: differentiation\n', true));
  });

  it('takes the stage from the header only, and offers what suits it', () => {
    const stages = (header: string, text = 'We met.'): boolean =>
      choose(note('group', header, text), { rule: undefined, opens }).every(({ prompt }) =>
        prompt.stages.includes('ending'),
      );
    assert.ok(stages('group stage: ending\n'));
    assert.ok(stages('stage: separation\n'));
    assert.ok(!stages('', 'Our last meeting: the group is ending.'));
    const unsaid = choose(note('group', '', 'We met.'), { rule: undefined, opens });
    for (const { prompt } of unsaid)
      assert.ok(prompt.stages.length > 1 || prompt.stages[0] === 'performing', prompt.id);
  });

  it('takes readiness from the header only', () => {
    const readiness = (header: string): Set<string> =>
      new Set(
        choose(note('supervision', header, 'New in post, RP.'), { rule: undefined, opens }).map(
          ({ prompt }) => prompt.readiness,
        ),
      );
    assert.deepEqual([...readiness('')].sort(), ['any', 'high', 'low']);
    assert.deepEqual([...readiness('readiness: R1\n')].sort(), ['any', 'low']);
    assert.deepEqual([...readiness('readiness: used to it\n')].sort(), ['any', 'high']);
  });

  it('is for student and educator only where there is a student', () => {
    const forStudents = (header: string): boolean =>
      choose(note('supervision', header, 'We met.'), { rule: undefined, opens }).some(
        ({ prompt }) => prompt.for === 'student-and-educator',
      );
    assert.ok(!forStudents('supervisor: KL\nsupervisee: T.\n'));
    assert.ok(forStudents('practice educator: KL\nstudent: T.\n'));
  });
});

describe('Whom a prompt is for', () => {
  it('is whoever holds authority, where somebody had no say', () => {
    for (const kind of ['supervision', 'group', 'log']) {
      const chosen = choose(note(kind, '', 'Mrs A was talked over.'), {
        rule: 'power-unexamined',
        opens: ['democratic'],
      });
      assert.ok(chosen.length >= 3, kind);
      for (const { prompt } of chosen.slice(0, 3)) assert.equal(prompt.for, 'supervisor', kind);
    }
  });

  it('is never the person it happened to', () => {
    for (const kind of ['log', 'journal']) {
      const text = note(kind, '', 'In the lift a client laughed at my accent and nobody spoke.');
      const passage = read(text).passages[0];
      for (const { prompt } of choose(text, { rule: 'power-unexamined', opens: ['democratic'], passage }))
        assert.equal(prompt.for, 'supervisor', prompt.id);
    }
  });

  it('is whoever reads what the record is: not the supervisor of a writer alone, not a student who was observed', () => {
    const whom = (kind: string, header: string, title: string): Set<string> => {
      const text = note(kind, header, 'We agreed to close the case.').replace('# Record', `# ${title}`);
      return new Set(choose(text, { rule: undefined, opens: [] }).map(({ prompt }) => prompt.for));
    };
    assert.ok(whom('log', '', 'Log').has('supervisor'));
    assert.ok(!whom('log', 'author: LB\n', 'My version').has('supervisor'));
    assert.ok(!whom('log', 'student: DP\n', 'Day 12').has('supervisor'));
    assert.ok(whom('log', 'student: DP\npractice educator: AJ\n', 'Day 12').has('supervisor'));
    const observed = whom('log', '', 'Direct obs 2, student KJ. Notes by AB');
    assert.ok(!observed.has('student') && observed.has('supervisor'));
    assert.ok(whom('log', '', 'Obs of a mealtime').has('student'));
  });

  it('is nobody, in a formal matter', () => {
    const formal =
      '---\ntype: supervision\n---\n\n# Capability meeting, 4 March\n\nStage one. Two visits late.\n';
    assert.deepEqual(choose(formal, { rule: undefined, all: true }), []);
    assert.deepEqual(choose(managedNote, { rule: 'fair-process' }), []);
  });
});

describe('The words of a prompt', () => {
  const chosenFor = (header: string, passage: string): ChosenPrompt[] => {
    const text = note('supervision', header, passage);
    return choose(text, {
      rule: 'decision-without-reason',
      opens: ['professional'],
      passage: read(text).passages[0],
    });
  };

  it('take up the decision at hand, first of all', () => {
    const [first] = chosenFor('supervisee: T.\n', 'P family: threshold not met.');
    assert.match(first?.text ?? '', /'threshold not met'/);
    assert.equal(promptReason(first!, knowledge.messages), 'takes up words of yours');
  });

  it('take up the decision in one prompt alone', () => {
    const quoting = chosenFor('supervisee: T.\n', 'P family: threshold not met.').filter(({ text }) =>
      text.includes('threshold not met'),
    );
    assert.equal(quoting.length, 1);
  });

  it('are the bank’s own where nothing may be taken up', () => {
    const chosen = chosenFor('supervisee: T.\n', 'Threshold not met; his mum cried.');
    assert.ok(chosen.length >= 3);
    for (const { text, passage } of chosen) assert.ok(passage === undefined && !text.includes('hreshold'));
  });

  it('name the worker as the header does, and have no place left empty', () => {
    const named = (header: string): string[] => {
      const text = note('supervision', header, 'Actions from last time read. We agreed to close the case.');
      return choose(text, { rule: undefined, opens: [] }).map((each) => each.text);
    };
    assert.ok(named('supervisee: T.\n').some((text) => text.startsWith('T. won')));
    assert.ok(named('supervisee: Tanya Reed\n').some((text) => text.startsWith('T. won')));
    assert.ok(named('supervisee: RP\n').some((text) => text.includes("RP's")));
    assert.ok(named('').some((text) => text.startsWith('The worker won')));
    assert.ok(named('supervisee: RP and SB\n').some((text) => text.includes("the worker's")));
    for (const text of named('supervisee: T.\n')) assert.doesNotMatch(text, /[{}]|\.\./u);
  });
});

describe('Every reflective rule', () => {
  for (const rule of rules.filter(({ reflective }) => reflective))
    for (const kind of rule.kinds.filter((each) => each !== 'unknown'))
      it(`has three prompts to offer in a ${kind} record: ${rule.id}`, () => {
        const chosen = choose(note(kind, '', 'We met.'), { rule: rule.id, opens: [] });
        assert.ok(chosen.length >= 3, ids(chosen).join());
      });
  for (const { id } of runRules)
    for (const kind of ['supervision', 'group', 'log', ...(id === 'session-gap' ? [] : ['journal'])])
      it(`has something to offer in the newest ${kind} record of a run: ${id}`, () => {
        assert.ok(choose(note(kind, '', 'We met.'), { rule: id, opens: [] }).length >= 1);
      });
});
