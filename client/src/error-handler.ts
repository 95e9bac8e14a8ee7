import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** What the error handler needs to know and to tell. */
export interface ErrorHandlerOptions {
  /** The client's own handler, which decides how often a crashed server is started again. */
  usual: () => ErrorHandler;
  /** Whether this client is still the one in use. */
  isWanted: () => boolean;
  /** Something went wrong on the way to the server, or inside a web worker. */
  onError: () => void;
  /** The server crashed and is being started again. */
  onRestart: () => void;
  /** The server crashed too often and stays down. */
  onGivenUp: () => void;
}

const toleratedWriteErrors = 3;

/**
 * Starts a crashed server again as the client usually does, but leaves it to us to tell the user: the client's
 * own messages are in English only and show what went wrong inside. VS Code sends the open documents' texts
 * to the new server, so nothing is lost.
 */
export function createErrorHandler(options: ErrorHandlerOptions): ErrorHandler {
  return {
    error: (_error, _message, count) => {
      options.onError();
      // Without a count it is an error inside a web worker, which goes on working.
      const isTolerable = count === undefined || count <= toleratedWriteErrors;
      return { action: isTolerable ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed: async () => {
      if (!options.isWanted()) return { action: CloseAction.DoNotRestart, handled: true };
      const result = await options.usual().closed();
      if (result.action === CloseAction.DoNotRestart) options.onGivenUp();
      else options.onRestart();
      return { ...result, handled: true };
    },
  };
}
