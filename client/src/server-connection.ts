import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A client that has been told to start. */
export interface LaunchedClient {
  readonly client: BaseLanguageClient;
  /** Resolves when the server has answered for the first time, rejects when it can't be started. */
  readonly ready: Promise<void>;
  /** Ends the client for good; resolves when it's down, or can't be waited for any longer. */
  end: () => Promise<void>;
}

/** The way to the server, whichever client leads there now. */
export interface ServerConnection {
  readonly client: BaseLanguageClient;
  /** Settles as the newest start does. */
  readonly ready: Promise<void>;
  /** Sends one of the protocol's requests as soon as the server is ready; rejects where it can't be reached. */
  request: <Result>(method: string, params: unknown, token?: CancellationToken) => Promise<Result>;
  /** Ends the server and starts a new one; callers who come meanwhile wait for the same one. */
  restart: () => Promise<void>;
  dispose: () => void;
}

/**
 * Starts a client with `launch`, and another for each restart: a client whose start failed can't be started
 * again. A failed start rejects `ready`, for whoever waits for it; `launch` tells the user.
 */
export function createServerConnection(launch: () => LaunchedClient): ServerConnection {
  let current = begin();
  let restarting: Promise<void> | undefined;

  function begin(): LaunchedClient {
    const launched = launch();
    // Nobody may be waiting.
    launched.ready.catch(() => undefined);
    return launched;
  }

  async function restart(): Promise<void> {
    await current.end();
    current = begin();
    await current.ready;
  }

  return {
    get client() {
      return current.client;
    },
    get ready() {
      return current.ready;
    },
    request: async (method, params, token) => {
      await (restarting ?? current.ready);
      return current.client.sendRequest(method, params, token);
    },
    restart: () => {
      restarting ??= restart().finally(() => {
        restarting = undefined;
      });
      return restarting;
    },
    dispose: () => void current.end(),
  };
}
