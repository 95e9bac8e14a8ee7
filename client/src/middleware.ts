import { CancellationError, Uri } from 'vscode';
import { vsdiag, type Middleware } from 'vscode-languageclient';
import type { Pause } from './pause.ts';

/** What decides when something may be shown. */
export interface MiddlewareSurroundings {
  readonly pause: Pause;
  /** Whether nothing is to be said at all just now. */
  readonly isQuiet: () => boolean;
  /** Told, with a document's address as VS Code writes it, when its findings are about to be shown anew. */
  readonly onShown: (uri: string) => void;
}

/**
 * The server answers at once; what is shown waits until the writer pauses, and while somebody drafts until they ask
 * (spec sections 0 and 5).
 */
export function createMiddleware({ pause, isQuiet, onShown }: MiddlewareSurroundings): Middleware {
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const uri = (document instanceof Uri ? document : document.uri).toString();
      await pause.wait(uri, token);
      // The client then asks again for the newer text.
      if (token.isCancellationRequested) throw new CancellationError();
      if (isQuiet()) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
      const report = await next(document, previousResultId, token);
      onShown(uri);
      return report;
    },
    provideCodeLenses: async (document, token, next) => {
      await pause.wait(document.uri.toString(), token);
      if (token.isCancellationRequested) return undefined;
      // An answer, if an empty one: without any VS Code would keep what it has.
      return isQuiet() ? [] : next(document, token);
    },
    provideInlayHints: async (document, viewPort, token, next) => {
      await pause.wait(document.uri.toString(), token);
      if (token.isCancellationRequested) return undefined;
      return isQuiet() ? [] : next(document, viewPort, token);
    },
  };
}
