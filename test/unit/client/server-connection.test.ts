import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createServerConnection, type LaunchedClient } from '../../../client/src/server-connection.ts';

/** Clients that answer with their number, and a log of what became of them. */
function createLauncher(starts: readonly ('works' | 'fails')[]): {
  launch: () => LaunchedClient;
  log: string[];
} {
  const log: string[] = [];
  let number = 0;
  return {
    log,
    launch: () => {
      const own = ++number;
      log.push(`launch ${own}`);
      const client = { sendRequest: (method: string) => Promise.resolve(`${method} ${own}`) };
      return {
        // Only this much of a client is used.
        client: client as unknown as LaunchedClient['client'],
        ready: starts[own - 1] === 'works' ? Promise.resolve() : Promise.reject(new Error('No server.')),
        end: () => {
          log.push(`end ${own}`);
          return Promise.resolve();
        },
      };
    },
  };
}

describe('connection to the server', () => {
  it('is started at once and asked when it’s ready', async () => {
    const { launch, log } = createLauncher(['works']);
    const server = createServerConnection(launch);
    assert.deepEqual(log, ['launch 1']);
    assert.equal(await server.request('explain', {}), 'explain 1');
  });

  it('rejects requests, and nothing else, where it can’t be started', async () => {
    const server = createServerConnection(createLauncher(['fails']).launch);
    await assert.rejects(server.ready);
    await assert.rejects(server.request('explain', {}));
  });

  it('leads to a new client after a restart, also after a failed start', async () => {
    const { launch, log } = createLauncher(['fails', 'works']);
    const server = createServerConnection(launch);
    const first = server.client;
    await server.restart();
    assert.notEqual(server.client, first);
    assert.equal(await server.request('explain', {}), 'explain 2');
    assert.deepEqual(log, ['launch 1', 'end 1', 'launch 2']);
  });

  it('restarts once for all who ask meanwhile, and requests wait for it', async () => {
    const { launch, log } = createLauncher(['works', 'works']);
    const server = createServerConnection(launch);
    const restarts = [server.restart(), server.restart()];
    assert.equal(await server.request('explain', {}), 'explain 2');
    await Promise.all(restarts);
    assert.deepEqual(log, ['launch 1', 'end 1', 'launch 2']);
  });

  it('can be restarted again after a restart that failed', async () => {
    const server = createServerConnection(createLauncher(['works', 'fails', 'works']).launch);
    await assert.rejects(server.restart());
    await server.restart();
    assert.equal(await server.request('explain', {}), 'explain 3');
  });
});
