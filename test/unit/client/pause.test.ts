import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createPause, type Clock } from '../../../client/src/pause.ts';

/** A clock on which sleeping takes no time, with what happens meanwhile. */
function createClock(meanwhile: (now: number) => void = () => undefined): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      meanwhile(now);
      return Promise.resolve();
    },
  };
}

describe('pause', () => {
  it('waits for nothing where nobody has written', async () => {
    const clock = createClock();
    await createPause(700, clock).wait('a');
    assert.equal(clock.now(), 0);
  });

  it('waits until a document has been left alone', async () => {
    const clock = createClock();
    const pause = createPause(700, clock);
    pause.touch('a');
    await pause.wait('b');
    assert.equal(clock.now(), 0);
    await pause.wait('a');
    assert.equal(clock.now(), 700);
  });

  it('starts again with each edit', async () => {
    const clock = createClock((now) => {
      if (now <= 500) pause.touch('a');
    });
    const pause = createPause(700, clock);
    pause.touch('a');
    await pause.wait('a');
    assert.equal(clock.now(), 1200);
  });

  it('ends soon after it was called off', async () => {
    const cancellation = { isCancellationRequested: false };
    const clock = createClock((now) => {
      cancellation.isCancellationRequested = now >= 200;
    });
    const pause = createPause(700, clock);
    pause.touch('a');
    await pause.wait('a', cancellation);
    assert.equal(clock.now(), 200);
  });

  it('ends when the document is closed', async () => {
    const clock = createClock((now) => {
      if (now === 300) pause.forget('a');
    });
    const pause = createPause(700, clock);
    pause.touch('a');
    await pause.wait('a');
    assert.equal(clock.now(), 300);
  });
});
