import assert from 'node:assert/strict';
import { describeReading } from '../../../server/src/balance/describe-reading.ts';
import {
  balancedNote,
  managedNote,
  noTogetherNote,
} from '../../../server/src/balance/rules/example-notes.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

function describeText(text: string): { words: string; counts: string } {
  const { readings, profile } = testAnalyser().analyse(text);
  return describeReading(readings, profile, testKnowledge().messages);
}

describe('A reading in words', () => {
  it('names what a note is mostly about, and what is not written about', () => {
    assert.deepEqual(describeText(managedNote), {
      words: 'Mostly the work; the practice, the person, and together and power not written about',
      counts: '4 passages: 4 about the work.',
    });
  });

  it('names two where no one prevails', () => {
    assert.match(
      describeText(noTogetherNote).words,
      /^(?:Mostly the work|The work).*; together and power not written about$/,
    );
  });

  it('says when all four are there', () => {
    assert.equal(describeText(balancedNote).words, 'All four cultures are here');
  });

  it('does not pretend to tell anything from next to nothing', () => {
    assert.equal(describeText('# Supervision RP 10.04.24\n').words, 'Nothing to tell yet');
    assert.equal(
      describeText('# Supervision RP 10.04.24\n\nShe laughed. #humanistic\n').words,
      'Too little to tell',
    );
  });
});
