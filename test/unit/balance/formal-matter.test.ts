import assert from 'node:assert/strict';
import { isFormalMatter } from '../../../server/src/balance/formal-matter.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const { signs } = testKnowledge();

function formal(...passages: string[]): boolean {
  const text = `---\ntype: supervision\nsupervisee: RJ\n---\n\n# Supervision\n\n${passages.join('\n\n')}\n`;
  return isFormalMatter(testAnalyser().read(text, { pathMatches: true }).record, signs);
}

describe('A formal matter', () => {
  it('isn’t a suspended carer, a home’s improvement plan or a police investigation', () => {
    assert.ok(
      !formal(
        'Mrs A, 84. RJ asked what she wants: the nice one back, who is the carer suspended.',
        'Home W: improvement plan received, 31 pages. RJ to return it.',
        'Ms K: police joint investigation. RJ visited with an advocate.',
        'RJ raised that the placing of new residents has not been suspended.',
      ),
    );
  });

  it('is one where the worker is named beside it', () => {
    assert.ok(
      formal(
        'RJ was suspended on full pay on 3 March.',
        'HR wrote. The investigation into RJ starts on Monday.',
      ),
    );
    assert.ok(formal('An improvement plan for the student was drawn up.', 'I am under investigation.'));
    assert.ok(!formal('An improvement plan for the day centre.', 'The tenancy is suspended.'));
  });

  it('is one where the header says so of the meeting, not where it names a team', () => {
    const of = (field: string): boolean =>
      isFormalMatter(
        testAnalyser().read(`---\ntype: supervision\n${field}\n---\n\n# Record\n\nVisits of K.\n`).record,
        signs,
      );
    assert.ok(of('status: additional meeting, informal stage'));
    assert.ok(of('subtype: probation review'));
    assert.ok(!of('team: Probation and Court'));
  });

  it('is one where the record names the matter elsewhere', () => {
    assert.ok(formal('Disciplinary on the 4th.', 'She is suspended until then.'));
    assert.ok(!formal('She is suspended until then.', 'The investigation goes on.'));
  });
});
