import assert from 'node:assert/strict';
import { createProgress } from '../../../server/src/cli/terminal/progress.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

describe('progress', () => {
  const follow = async (isTerminal: boolean): Promise<string[]> => {
    const written: string[] = [];
    let time = 0;
    const progress = createProgress(
      {
        isTerminal,
        columns: 80,
        write: (text) => {
          // eslint-disable-next-line no-control-regex
          written.push(text.replace(/\r\u001b\[2K/g, ''));
          return Promise.resolve();
        },
      },
      testKnowledge().messages,
      () => time,
    );
    for (const [at, done] of [
      [500, 5],
      [1000, 10],
      [1050, 15],
      [2000, 100],
      [10_000, 200],
    ] as const) {
      time = at;
      await progress.update(done, 20_000);
    }
    await progress.clear();
    return written;
  };

  it('is told after a second, with an estimate once there is something to go by', async () => {
    assert.deepEqual(await follow(true), [
      '10 of 20000 files read',
      '100 of 20000 files read, about 7 minutes left',
      '200 of 20000 files read, about 17 minutes left',
      '',
    ]);
  });

  it('is told to nobody but a terminal', async () => {
    assert.deepEqual(await follow(false), []);
  });
});
