import { createDeferred } from './deferred.ts';

/** How a client is getting on, as far as it matters here. */
export type ClientProgress = 'starting' | 'running' | 'failed' | 'stopped';

/** Tells a server that is down for good from one that is on its way up again. */
export interface StartWatch {
  /** Resolves when the server runs for the first time, rejects when it's given up before that. */
  readonly ready: Promise<void>;
  /** Whether the client is neither given up nor retired. */
  isWanted: () => boolean;
  /** The client has come to another stage. */
  progressed: (progress: ClientProgress) => void;
  /** The server crashed and is being started again. */
  restarting: () => void;
  /** Something went wrong on the way to the server. */
  troubled: () => void;
  /** The server is down for good; this is told once. */
  giveUp: () => void;
  /** The client is no longer wanted, so nothing more is told of it. */
  retire: () => void;
}

/** What a watch needs to know and to tell. */
export interface StartWatchOptions {
  progress: () => ClientProgress;
  onUnavailable: () => void;
  sleep: (milliseconds: number) => Promise<void>;
}

/** After a failed start the client may be about to start the server again. */
const settlingMs = 500;
/** How long such a start may take, on a slow machine. */
const restartMs = 10_000;
/** A server that gets started in spite of trouble has answered by then. */
const troubleMs = 3000;

/** Watches one client from its first start on. */
export function createStartWatch({ progress, onUnavailable, sleep }: StartWatchOptions): StartWatch {
  const started = createDeferred<undefined>();
  let isWanted = true;
  let isRestarting = false;

  const giveUp = (): void => {
    started.reject(new Error('The server can’t be reached.'));
    if (isWanted) onUnavailable();
    isWanted = false;
  };

  // The client reports a first start that failed even while a second one is under way.
  const checkFailure = async (): Promise<void> => {
    await sleep(settlingMs);
    if (isRestarting) await sleep(restartMs);
    if (progress() === 'failed') giveUp();
  };

  // A web worker whose script can't be loaded says no more than that something is wrong, and never answers.
  const checkTrouble = async (): Promise<void> => {
    await sleep(troubleMs);
    if (progress() === 'starting') giveUp();
  };

  return {
    ready: started.promise,
    isWanted: () => isWanted,
    progressed: (reached) => {
      if (reached === 'failed') void checkFailure();
      if (reached !== 'running') return;
      isRestarting = false;
      started.resolve(undefined);
    },
    restarting: () => {
      isRestarting = true;
    },
    troubled: () => {
      if (progress() === 'starting') void checkTrouble();
    },
    giveUp,
    retire: () => {
      isWanted = false;
    },
  };
}
