import type { Connection } from 'vscode-languageserver';
import { diagnoseDocument, pullsDiagnostics } from '../features/diagnostics-feature.ts';
import type { FeatureContext } from '../features/feature.ts';
import { recordsChangedNotification } from '../protocol.ts';
import { uriKey } from './uri-keys.ts';

/** Gives open records fresh diagnostics when other records of their run have changed. */
export interface RunRefresh {
  /** Remembers what a client was given for a document. */
  given: (uri: string, diagnostics: unknown) => void;
  closed: (uri: string) => void;
  /** After changes of records: asks the client to ask again, or pushes, where an open one's diagnostics differ now. */
  changed: (keys: ReadonlySet<string>) => Promise<void>;
}

/** What it needs to know of the server. */
export interface RunRefreshParts {
  readonly context: () => FeatureContext;
  readonly openUris: () => readonly string[];
  readonly version: (uri: string) => number | undefined;
  /** Pushes a document's diagnostics and tells its reading. */
  readonly announce: (uri: string) => void;
}

export function createRunRefresh(connection: Connection, parts: RunRefreshParts): RunRefresh {
  const lastGiven = new Map<string, { readonly version: number | undefined; readonly diagnostics: string }>();
  return {
    given: (uri, diagnostics) =>
      void lastGiven.set(uri, { version: parts.version(uri), diagnostics: JSON.stringify(diagnostics) }),
    closed: (uri) => void lastGiven.delete(uri),
    async changed(keys) {
      const context = parts.context();
      const { capabilities, options } = context.client;
      if (options.listsRecords === true) await connection.sendNotification(recordsChangedNotification);
      let stale = 0;
      for (const uri of parts.openUris()) {
        const known = lastGiven.get(uri);
        // For a newer version the client asks anyway, or is pushed to.
        if (known?.version !== parts.version(uri) || !keys.has(uriKey(uri))) continue;
        if (JSON.stringify(await diagnoseDocument(uri, context)) === known?.diagnostics) continue;
        stale++;
        if (!pullsDiagnostics(context)) parts.announce(uri);
      }
      if (stale === 0) return;
      if (pullsDiagnostics(context) && capabilities.workspace?.diagnostics?.refreshSupport === true)
        await connection.languages.diagnostics.refresh();
      if (capabilities.workspace?.codeLens?.refreshSupport === true)
        await connection.sendRequest('workspace/codeLens/refresh');
    },
  };
}
