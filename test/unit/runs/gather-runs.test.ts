import assert from 'node:assert/strict';
import { gatherRuns } from '../../../server/src/runs/gather-runs.ts';
import { foldKey } from '../../../server/src/runs/run-key.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';
import { summarise } from '../../helpers/runs.ts';

const note = (header: string, title = 'Supervision', body = 'We met for an hour.'): string =>
  `---\n${header}\n---\n\n# ${title}\n\n${body}\n`;

describe('Runs', () => {
  const keyOf = (text: string, folders: readonly string[] = []): string | undefined => {
    const { run } = summarise(text, 'a.md', folders);
    return run && `${run.by} ${run.key}`;
  };

  it('take the person from the header, else the title, else the folder', () => {
    const header = 'type: supervision\ndate: 2025-01-07';
    assert.equal(keyOf(note(`${header}\nsupervisee: T. (NQSW)`), ['anna']), 'person t');
    assert.equal(keyOf(note(header, 'Supervision with RP, 7 January'), ['anna']), 'person rp');
    assert.equal(keyOf(note(header), ['2025', 'anna', 'records']), 'person anna');
    assert.equal(keyOf(note(header), ['2025', 'March', 'week 3']), undefined);
  });

  it('guess no person where two are named', () => {
    assert.equal(keyOf(note('type: supervision\ndate: 2025-01-07\nsupervisee: T. and RM')), undefined);
  });

  it('take the team of groups from the header, else from the title without its date', () => {
    const header = 'type: group supervision\ndate: 2025-01-07';
    assert.equal(keyOf(note(`${header}\nteam: Fostering`)), 'team fostering');
    assert.equal(keyOf(note(header, 'Fostering peer group, 6 November 2025')), 'team fostering peer group');
  });

  it('put records in order of their days, then their paths, and keep scopes apart', () => {
    const on = (date: string): string => note(`type: supervision\ndate: ${date}\nsupervisee: T.`);
    const { runs } = gatherRuns([
      summarise(on('2025-03-04'), 'b.md'),
      summarise(on('2025-01-07'), 'c.md'),
      summarise(on('2025-03-04'), 'a.md'),
      summarise(on('2025-02-04'), 'd.md', [], '/elsewhere'),
    ]);
    assert.deepEqual(
      runs.map(({ records }) => records.map(({ id }) => id)),
      [['d.md'], ['c.md', 'a.md', 'b.md']],
    );
  });

  it('tell undated records and clashing keys, and guess neither', () => {
    const from = (date: string, supervisor: string, team: string): string =>
      note(`type: supervision\ndate: ${date}\nsupervisee: T.\nsupervisor: ${supervisor}\nteam: ${team}`);
    const { runs, undated, clashes } = gatherRuns([
      summarise(from('2025-01-07', 'KL', 'North'), '1.md'),
      summarise(from('2025-02-04', 'KL', 'South'), '2.md'),
      summarise(from('2025-02-05', 'BB', 'Hospital'), '3.md'),
      summarise(note('type: supervision\nsupervisee: T.'), '4.md'),
      summarise(note('type: supervision\ndate: 5 March\nsupervisee: T.'), '5.md'),
    ]);
    assert.equal(runs.length, 2);
    assert.equal(clashes.length, 1);
    assert.deepEqual(
      undated.map(({ id }) => id),
      ['4.md', '5.md'],
    );
  });

  it('hold no record whose circulation is limited, and nothing of a limited section', () => {
    const analyser = testAnalyser();
    const place = { id: 'a.md', scope: '/notes', folders: [] };
    const limited = note('type: supervision\ndate: 2025-01-07\nsupervisee: T.\ncirculation: T. and KL only');
    assert.equal(analyser.summarise(analyser.analyse(limited), place), undefined);
    const secret = 'The laughter group met again and everybody trusted the zebra.';
    const partly = note(
      'type: supervision\ndate: 2025-01-07\nsupervisee: T.',
      'Supervision',
      `We met.\n\n## Not for the file\n\n${secret}\n\n- [ ] T. to feed the zebra by Friday`,
    );
    const summary = summarise(partly, 'a.md');
    assert.deepEqual(summary.openActions, []);
    assert.deepEqual(summary.observations, []);
    assert.ok(!JSON.stringify(summary).includes('zebra'));
  });

  it('take "T.", "T" and "t. (NQSW)" for one key', () => {
    assert.equal(foldKey('T.'), foldKey('T'));
    assert.equal(foldKey('t. (NQSW)'), foldKey('T'));
    assert.notEqual(foldKey('T.'), foldKey('TR'));
  });
});
