/** What tells that waiting is no longer wanted; VS Code's cancellation token is one. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Keeps what is shown back while somebody is writing. */
export interface Pause {
  /** Says that the document was just edited. */
  touch: (key: string) => void;
  /** Forgets a document, when it's closed. */
  forget: (key: string) => void;
  /** Resolves when the document has been left alone for long enough, at once if it has, or soon after cancellation. */
  wait: (key: string, cancellation?: Cancellation) => Promise<void>;
}

/** What `createPause` needs of the world; a test gives its own. */
export interface Clock {
  now: () => number;
  sleep: (milliseconds: number) => Promise<void>;
}

const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** How often a wait looks whether it has been cancelled. */
const stepMs = 100;

/** Documents count as being written in until `quietMs` after the last edit. */
export function createPause(quietMs: number, clock: Clock = systemClock): Pause {
  const edited = new Map<string, number>();
  const left = (key: string): number => (edited.get(key) ?? -Infinity) + quietMs - clock.now();
  return {
    touch: (key) => void edited.set(key, clock.now()),
    forget: (key) => void edited.delete(key),
    wait: async (key, cancellation) => {
      for (let rest = left(key); rest > 0; rest = left(key)) {
        if (cancellation?.isCancellationRequested) return;
        await clock.sleep(Math.min(rest, stepMs));
      }
    },
  };
}
