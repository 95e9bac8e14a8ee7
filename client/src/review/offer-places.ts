import { Range, commands, type CommentController, type Uri } from 'vscode';
import type { ProtocolRange } from '../../../server/src/protocol.ts';
import { createDeferred, type Deferred } from '../deferred.ts';

/** Where VS Code lets somebody begin a comment. */
export interface CommentPlaces {
  /** Has VS Code ask anew where a document has become a record, or has ceased to be one. */
  offer: (uri: Uri, isRecord: boolean) => void;
  /** Resolves when VS Code has been told the places of a record that is open. */
  known: (uri: Uri) => Promise<void>;
  /** For a document that was closed. */
  forget: (uri: Uri) => void;
}

/** Tells VS Code the passages that can be commented on; `ask`: undefined for what isn't a record, or not known as one yet. */
export function offerPlaces(
  controller: CommentController,
  ask: (uri: Uri) => Promise<readonly ProtocolRange[] | undefined>,
): CommentPlaces {
  const records = new Set<string>();
  const told = new Map<string, Deferred<undefined>>();
  const tellingOf = (uri: Uri): Deferred<undefined> => {
    const telling = told.get(uri.toString()) ?? createDeferred<undefined>();
    told.set(uri.toString(), telling);
    return telling;
  };
  return {
    offer(uri, isRecord) {
      if (records.has(uri.toString()) === isRecord) return;
      if (isRecord) records.add(uri.toString());
      else records.delete(uri.toString());
      // VS Code asks once, often before it is known that this is a record; a new provider makes it ask again.
      controller.commentingRangeProvider = {
        async provideCommentingRanges(document) {
          const passages = await ask(document.uri);
          if (passages !== undefined) tellingOf(document.uri).resolve(undefined);
          return (passages ?? []).map(toRange);
        },
      };
    },
    async known(uri) {
      await tellingOf(uri).promise;
      // The answer is on its way by now; what comes back from this has come behind it.
      await commands.executeCommand('setContext', 'supervisionLens.commentsOffered', true);
    },
    forget(uri) {
      records.delete(uri.toString());
      told.delete(uri.toString());
    },
  };
}

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
