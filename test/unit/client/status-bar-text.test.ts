import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeReading } from '../../../client/src/status-bar-text.ts';
import type { ReadingParams } from '../../../server/src/protocol.ts';

const reading: ReadingParams = {
  uri: 'file:///note.md',
  version: 1,
  recognised: true,
  words: 'mostly the work',
  detail: '12 of 14 passages are about the work.',
};

describe('status bar', () => {
  it('shows the reading in words, with the counts in its tooltip', () => {
    const shown = describeReading(reading);
    assert.equal(shown?.text, '$(eye) mostly the work');
    assert.equal(shown.tooltip, '12 of 14 passages are about the work.');
  });

  it('says to a screen reader what it’s about, without the icon', () => {
    assert.equal(
      describeReading(reading)?.label,
      'Supervision Lens: mostly the work. 12 of 14 passages are about the work.',
    );
    assert.equal(describeReading({ ...reading, detail: '' })?.label, 'Supervision Lens: mostly the work.');
  });

  it('shows nothing for what isn’t a record, isn’t read yet, or has no words', () => {
    assert.equal(describeReading({ ...reading, recognised: false }), undefined);
    assert.equal(describeReading(undefined), undefined);
    assert.equal(describeReading({ ...reading, words: '' }), undefined);
  });
});
