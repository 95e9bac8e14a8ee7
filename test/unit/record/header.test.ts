import assert from 'node:assert/strict';
import { testAnalyser } from '../../helpers/knowledge.ts';

const header = (text: string): Record<string, string> => {
  const { record } = testAnalyser().read(text);
  return Object.fromEntries(record.header.map(({ key, value }) => [key, value]));
};

describe('The header', () => {
  it('is read from a two-column table at the top, its first line included', () => {
    const text =
      '# Supervision\n\n| Supervisee | T. |\n|---|---|\n| Date | 4/3/25 |\n| Line manager | KL |\n';
    assert.deepEqual(header(text), { supervisee: 'T.', date: '2025-03-04', supervisor: 'KL' });
  });

  it('is not read from the header of a table that is no form', () => {
    const text = '# Supervision 4/3/25\n\n| Time | What |\n|---|---|\n| 9.00 | Duty |\n| 10.00 | Visit |\n';
    assert.deepEqual(header(text), { date: '2025-03-04' });
  });

  it('is read from labelled lines, one under the other or side by side', () => {
    const text = '# Supervision\n\n**Date:** 4 March 2025. **Manager:** AW.\n**Supervisee:** T.\n';
    assert.deepEqual(header(text), { date: '2025-03-04', supervisor: 'AW', supervisee: 'T.' });
  });

  it('lends its names to voices, by their initials too', () => {
    const { record } = testAnalyser().read(
      '# Supervision\n\n**Supervisor:** Kate Long\n\nKL said it could wait.\n',
    );
    assert.deepEqual(
      record.passages[1]?.voices.map(({ voice }) => voice),
      ['supervisor'],
    );
  });
});
