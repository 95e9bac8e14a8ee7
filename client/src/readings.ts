import { EventEmitter, type Event } from 'vscode';
import type { ReadingParams } from '../../server/src/protocol.ts';

/** What the server last said of each open document. In memory only. */
export interface Readings {
  /** Fires for each reading that arrives. */
  readonly onReading: Event<ReadingParams>;
  /** Fires when all of them are dropped. */
  readonly onClear: Event<void>;
  /** The newest reading of a document, or undefined where there is none yet. `uri` as VS Code writes it. */
  get: (uri: string) => ReadingParams | undefined;
  /** Takes a reading in; its `uri` as VS Code writes it. */
  accept: (reading: ReadingParams) => void;
  /** Drops the reading of a closed document. */
  forget: (uri: string) => void;
  /** Drops all readings, when the server has ended. */
  clear: () => void;
  dispose: () => void;
}

/** Starts without any readings. */
export function createReadings(): Readings {
  const newest = new Map<string, ReadingParams>();
  const arrived = new EventEmitter<ReadingParams>();
  const cleared = new EventEmitter<void>();
  return {
    onReading: arrived.event,
    onClear: cleared.event,
    get: (uri) => newest.get(uri),
    accept: (reading) => {
      newest.set(reading.uri, reading);
      arrived.fire(reading);
    },
    forget: (uri) => void newest.delete(uri),
    clear: () => {
      newest.clear();
      cleared.fire();
    },
    dispose: () => {
      arrived.dispose();
      cleared.dispose();
    },
  };
}
