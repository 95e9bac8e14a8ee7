import { constants } from 'node:os';

const tasks = new Set<() => void>();
let isListening = false;

/**
 * Runs a synchronous task when this process ends, also when it is ended by Ctrl-C, a hang-up or a request to stop.
 * The last task given runs first. Returns a function that takes the task back.
 */
export function onExit(task: () => void): () => void {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.on('exit', () => {
    for (const task of [...tasks].reverse()) {
      try {
        task();
      } catch {
        // One task that fails must not keep the others from running, and nobody is left to be told.
      }
    }
  });
  // Without a listener these signals end the process without an `exit` event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
