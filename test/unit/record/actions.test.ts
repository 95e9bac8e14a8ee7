import assert from 'node:assert/strict';
import { actionsNote } from '../../../server/src/balance/rules/example-notes.ts';
import type { Action } from '../../../server/src/record/record.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

const readAll = (text: string): readonly Action[] => testAnalyser().analyse(text, {}).record.actions;
const readOne = (line: string): Action => {
  const [action] = readAll(actionsNote(`- [ ] ${line}`));
  assert.ok(action !== undefined, line);
  return action;
};
/** A log by T. alone, without a supervisor. */
const log = (line: string): string =>
  `---\ntype: log\ndate: 2025-03-04\nauthor: T.\n---\n\n# Learning log\n\nA long day on the ward.\n\n- [ ] ${line}\n`;

describe('Actions', () => {
  for (const [line, owner] of [
    ['Holistic assessment – mine. Start it while she’s away', 'mine'],
    ['peer supervision with the next county, he’ll find the link', 'he'],
    ['I take two weekends off', 'I'],
    ['no visits after 6pm or it waits, GT is going to put that to the panel', 'GT'],
    ['no visits after 6pm, KL’s going to tell duty', 'KL'],
    ['Moderation panel in the civic centre, T. doesn’t attend, I do', 'I'],
    ['One chronology, KL starts it', 'KL'],
    ['Duty briefed in writing by KL', 'KL'],
    ['9 outstanding, RM and deputy to do 3 a week', 'RM'],
  ] as const) {
    it(`are ${owner}'s: ${line}`, () => {
      const action = readOne(line);
      assert.equal(action.owner, owner);
      assert.equal(action.unowned, false);
    });
  }

  for (const line of [
    'No new cases until 1 December, I got this before the meeting',
    'Fortnightly meetings. KL was told of it',
    'Reflective log: draft to me',
  ]) {
    it(`have no owner, yet are not without anybody: ${line}`, () => {
      const action = readOne(line);
      assert.equal(action.owner, undefined);
      assert.equal(action.unowned, false);
    });
  }

  it('are without anybody where nothing says whose they are', () => {
    const { unowned, undated } = readOne('Ring the school');
    assert.deepEqual({ unowned, undated }, { unowned: true, undated: true });
  });

  for (const [line, due] of [
    ['essay plan (due 14th, not started)', 'due 14th'],
    ['Start it in Aug while she’s away', 'in Aug'],
    ['Handover list by Weds 24th', 'by Weds 24th'],
    ['Check in Mondays at 9', 'Mondays'],
    ['Paired visits until further notice', 'until further notice'],
  ] as const) {
    it(`are due "${due}"`, () => {
      assert.equal(readOne(line).dueText, due);
    });
  }

  it('take no verb for a month', () => {
    assert.equal(readOne('Ask in case she may march in').dueText, undefined);
  });

  it('of one writer’s own log are the writer’s', () => {
    assert.equal(readAll(log('Ask about a key talk'))[0]?.unowned, false);
    const observed = log('Ask about a key talk').replace('author: T.', 'student: T.\nobserver: KL');
    assert.equal(readAll(observed)[0]?.unowned, true);
  });

  it('of last time aren’t read from a table again; a task brought across is', () => {
    const table = '| Action | Owner | Due |\n|---|---|---|\n| Ring the school | T. | 7 March |';
    const last = actionsNote(table).replace('## Actions', '## Actions from last time');
    assert.deepEqual(readAll(last), []);
    assert.equal(readAll(last.replace(table, '- [ ] Ring the school')).length, 1);
  });

  it('that were cancelled or moved are over without being done', () => {
    const row = '| Action | Owner | Due | Status |\n|---|---|---|---|\n| Visit | T. | 7 March | ';
    for (const [state, done, dropped] of [
      ['Cancelled by the home, rebooked 10/07', true, true],
      ['Did not attend (sick)', true, true],
      ['Done', true, false],
      ['in hand', false, false],
    ] as const) {
      const [action] = readAll(actionsNote(`${row}${state} |`));
      assert.deepEqual([action?.done, action?.dropped], [done, dropped], state);
    }
  });

  it('leave out meetings that are booked, and keep what is to be done about a review', () => {
    assert.deepEqual(readAll(actionsNote('- Midway review 12 May\n- Final review: booked')), []);
    const kept =
      '- Review the chronology\n- KL to book the final review\n- Final review: KL to send the form';
    assert.equal(readAll(actionsNote(kept)).length, 3);
  });

  for (const [line, told] of [
    ['- [x] Agreement on file', false],
    ['- [x] Visit written up 7/3', true],
    ['- [x] T. to ring the school', true],
  ] as const) {
    it(`${told ? 'kept' : 'merely ticked'}: ${line}`, () => {
      const { strengths } = testAnalyser().analyse(actionsNote(line), {});
      assert.equal(
        strengths.some(({ id }) => id === 'action-done'),
        told,
      );
    });
  }
});
