import { EventEmitter, LogLevel, window, type LogOutputChannel } from 'vscode';
import { createChannelView } from './channel-view.ts';
import { redactMessage } from './redact-log.ts';

/** Where the extension says what it did, for reports of faults. Never holds words of a record. */
export interface Output {
  /** The channel to log to; what errors quote is taken out. */
  readonly channel: LogOutputChannel;
  /** Where the client writes its conversation with the server, once `allowTrace` has been called with true. */
  readonly trace: LogOutputChannel;
  /** The conversation holds whole notes at level "verbose", so it's kept out until the user has asked for it. */
  allowTrace: (allowed: boolean) => void;
  dispose: () => void;
}

/** Creates the channel "Supervision Lens" and the two views of it that the language client writes to. */
export function createOutput(): Output {
  const shown = window.createOutputChannel('Supervision Lens', { log: true });
  const traceLevel = new EventEmitter<LogLevel>();
  let isTracing = false;
  return {
    channel: createChannelView(shown, {
      write: (level, message) => shown[level](redactMessage(message)),
      logLevel: () => shown.logLevel,
      onDidChangeLogLevel: shown.onDidChangeLogLevel,
    }),
    // The client traces whenever the level is "trace", whatever the user's setting says, and never otherwise.
    // The view's level follows the setting instead, and it writes at a level that shows.
    trace: createChannelView(shown, {
      write: (_, message) => {
        if (isTracing) shown.info(message);
      },
      logLevel: () => (isTracing ? LogLevel.Trace : LogLevel.Info),
      onDidChangeLogLevel: traceLevel.event,
    }),
    allowTrace: (allowed) => {
      if (allowed === isTracing) return;
      isTracing = allowed;
      traceLevel.fire(allowed ? LogLevel.Trace : LogLevel.Info);
    },
    dispose: () => {
      traceLevel.dispose();
      shown.dispose();
    },
  };
}
