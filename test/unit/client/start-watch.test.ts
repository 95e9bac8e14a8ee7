import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createStartWatch, type ClientProgress, type StartWatch } from '../../../client/src/start-watch.ts';

/** A watch whose sleeps take no time, with what can be seen of it. */
function createWatch(): {
  watch: StartWatch;
  become: (progress: ClientProgress) => void;
  told: () => number;
} {
  let current: ClientProgress = 'starting';
  let told = 0;
  const watch = createStartWatch({
    progress: () => current,
    onUnavailable: () => {
      told += 1;
    },
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
  });
  // As in the extension, nobody need be waiting.
  watch.ready.catch(() => undefined);
  return {
    watch,
    become: (progress) => {
      current = progress;
      watch.progressed(progress);
    },
    told: () => told,
  };
}

/** Until all sleeps are over. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('watch over the start of the server', () => {
  it('is ready when the server runs', async () => {
    const { watch, become, told } = createWatch();
    become('running');
    await watch.ready;
    assert.equal(told(), 0);
  });

  it('tells once that the server can’t be started', async () => {
    const { watch, become, told } = createWatch();
    become('failed');
    await assert.rejects(watch.ready);
    watch.giveUp();
    await settle();
    assert.equal(told(), 1);
    assert.equal(watch.isWanted(), false);
  });

  it('tells nothing where a server that crashed on its way up comes up after all', async () => {
    const { watch, become, told } = createWatch();
    watch.restarting();
    become('failed');
    await new Promise((resolve) => setImmediate(resolve));
    become('running');
    await watch.ready;
    await settle();
    assert.equal(told(), 0);
    assert.equal(watch.isWanted(), true);
  });

  it('tells of a restart that comes to nothing', async () => {
    const { watch, become, told } = createWatch();
    watch.restarting();
    become('failed');
    await assert.rejects(watch.ready);
    assert.equal(told(), 1);
  });

  it('tells of trouble only where the server doesn’t answer in spite of it', async () => {
    const harmless = createWatch();
    harmless.watch.troubled();
    harmless.become('running');
    harmless.watch.troubled();
    await settle();
    assert.equal(harmless.told(), 0);
    const serious = createWatch();
    serious.watch.troubled();
    await assert.rejects(serious.watch.ready);
    assert.equal(serious.told(), 1);
  });

  it('tells nothing of a client that is no longer wanted', async () => {
    const { watch, become, told } = createWatch();
    watch.retire();
    become('failed');
    await assert.rejects(watch.ready);
    assert.equal(told(), 0);
  });
});
