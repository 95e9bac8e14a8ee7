import type { Event, LogLevel, LogOutputChannel } from 'vscode';

/** The five ways of logging a message. */
export type MessageLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** In what a view differs from the channel that it shows. */
export interface ChannelView {
  /** What becomes of a message; further arguments are dropped, since nothing can be said of their content. */
  write: (level: MessageLevel, message: string) => void;
  logLevel: () => LogLevel;
  readonly onDidChangeLogLevel: Event<LogLevel>;
}

/** A channel for the language client, which shows up in `channel`; disposing of it leaves the channel alone. */
export function createChannelView(channel: LogOutputChannel, view: ChannelView): LogOutputChannel {
  const write = (level: MessageLevel) => (message: string) => view.write(level, message);
  return {
    name: channel.name,
    get logLevel() {
      return view.logLevel();
    },
    onDidChangeLogLevel: view.onDidChangeLogLevel,
    trace: write('trace'),
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: (error: string | Error) =>
      view.write('error', typeof error === 'string' ? error : (error.stack ?? error.name)),
    append: write('info'),
    appendLine: write('info'),
    replace: write('info'),
    clear: () => channel.clear(),
    // VS Code's own interface asks for it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    show: () => channel.show(true),
    hide: () => channel.hide(),
    dispose: () => undefined,
  };
}
