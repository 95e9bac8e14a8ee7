/** Work on keys in the background, a few at a time, and never on one key twice at once. */
export interface WorkQueue {
  /** Adds keys; what is waiting already waits on. Urgent ones go before all others. */
  add: (keys: Iterable<string>, urgent?: boolean) => void;
  /** Forgets what waits and isn't urgent. */
  clear: () => void;
  /** How many keys that aren't urgent are waiting or under way. */
  left: () => number;
  /** Resolves when nothing is waiting or under way. */
  idle: () => Promise<void>;
}

/** What a queue does, and whom it tells. */
export interface WorkQueueParts {
  /** Works on a key; never rejects. */
  readonly work: (key: string) => Promise<void>;
  /** A key is done. */
  readonly onDone: () => void;
  /** Nothing urgent is left, or nothing at all. */
  readonly onQuiet: () => void;
}

/** So many keys are under way at once: while one file is being read from disk another can be looked at. */
const workers = 4;

/** Makes a queue; it works as long as something waits. */
export function createWorkQueue({ work, onDone, onQuiet }: WorkQueueParts): WorkQueue {
  const urgent = new Set<string>();
  const patient = new Set<string>();
  const active = new Map<string, { again: 'no' | 'patiently' | 'urgently'; readonly urgent: boolean }>();
  let waiters: (() => void)[] = [];
  let running = 0;
  const waiting = (): number => urgent.size + patient.size + active.size;

  const next = (): { readonly key: string; readonly urgent: boolean } | undefined => {
    for (const [set, isUrgent] of [
      [urgent, true],
      [patient, false],
    ] as const) {
      const [key] = set;
      if (key === undefined) continue;
      set.delete(key);
      patient.delete(key);
      return { key, urgent: isUrgent };
    }
    return undefined;
  };
  const run = async (): Promise<void> => {
    for (let task = next(); task !== undefined; task = next()) {
      const { key } = task;
      const state = { again: 'no' as 'no' | 'patiently' | 'urgently', urgent: task.urgent };
      active.set(key, state);
      await work(key);
      active.delete(key);
      if (state.again !== 'no') (state.again === 'urgently' ? urgent : patient).add(key);
      onDone();
      if ((task.urgent && urgent.size === 0) || waiting() === 0) onQuiet();
      if (waiting() > 0) continue;
      const told = waiters;
      waiters = [];
      for (const resolve of told) resolve();
    }
    running--;
  };
  const start = (): void => {
    for (; running < workers && running < waiting(); running++) void Promise.resolve().then(run);
  };

  return {
    add(keys, isUrgent = false) {
      for (const key of keys) {
        const state = active.get(key);
        if (state !== undefined) {
          if (isUrgent) state.again = 'urgently';
          else if (state.again === 'no') state.again = 'patiently';
        } else if (isUrgent) urgent.add(key);
        else if (!urgent.has(key)) patient.add(key);
      }
      start();
    },
    clear() {
      patient.clear();
      for (const state of active.values()) if (state.again === 'patiently') state.again = 'no';
    },
    left: () => patient.size + [...active.values()].filter((state) => !state.urgent).length,
    idle: () => (waiting() === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
  };
}
