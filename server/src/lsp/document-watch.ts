import type { Connection } from 'vscode-languageserver';
import { describeReading } from '../balance/describe-reading.ts';
import { diagnoseDocument, pullsDiagnostics } from '../features/diagnostics-feature.ts';
import type { FeatureContext } from '../features/feature.ts';
import { readingNotification, type ReadingParams } from '../protocol.ts';

/**
 * After a document has changed: tells the client its reading in words, and pushes diagnostics where the
 * client doesn't ask for them itself. Changes that come before it had its turn are done together.
 */
export interface DocumentWatch {
  changed: (uri: string) => void;
  closed: (uri: string) => void;
}

export function createDocumentWatch(
  connection: Connection,
  context: () => FeatureContext,
  version: (uri: string) => number | undefined,
  onError: (error: unknown) => void,
): DocumentWatch {
  const waiting = new Map<string, Promise<void>>();
  const announced = new Map<string, string>();

  const announce = async (uri: string): Promise<void> => {
    const features = context();
    const at = version(uri);
    if (!pullsDiagnostics(features)) {
      const diagnostics = await diagnoseDocument(uri, features);
      if (version(uri) === at && at !== undefined) {
        features.given(uri, diagnostics);
        await connection.sendDiagnostics({ uri, version: at, diagnostics });
      }
    }
    if (features.client.options.hasCommands !== true || features.isConfiguration(uri)) return;
    const read = await features.readRecord(uri);
    const now = version(uri);
    if (now === undefined || now !== at) return;
    const described =
      read && describeReading(read.analysis.readings, read.analysis.profile, read.knowledge.messages, []);
    const words = {
      recognised: read !== undefined,
      words: described?.words ?? '',
      detail: described?.counts ?? '',
    };
    if (announced.get(uri) === JSON.stringify(words)) return;
    announced.set(uri, JSON.stringify(words));
    await connection.sendNotification(readingNotification, {
      uri,
      version: now,
      ...words,
    } satisfies ReadingParams);
  };

  return {
    changed(uri) {
      if (waiting.has(uri)) return;
      const task = Promise.resolve()
        .then(() => {
          waiting.delete(uri);
          return announce(uri);
        })
        .catch(onError);
      waiting.set(uri, task);
    },
    closed(uri) {
      announced.delete(uri);
      if (!pullsDiagnostics(context()))
        void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(onError);
    },
  };
}
