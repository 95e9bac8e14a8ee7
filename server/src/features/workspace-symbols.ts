import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { isLimitedPassage, isLimitedRecord } from '../record/limited.ts';
import type { Action, SupervisionRecord } from '../record/record.ts';
import { foldText } from '../text/words.ts';
import type { Feature } from './feature.ts';
import { toRange } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** At most so many actions are listed. */
const listed = 200;

/**
 * The actions of some records that hold all words of a query, those still open first. What may be seen by few
 * (`circulation:` and the like) is left out, as in every list.
 */
export function findActions(reads: readonly ReadDocument[], query: string): SymbolInformation[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const found = reads.flatMap((read) =>
    openActions(read.analysis.record)
      .filter(({ text, owner }) => {
        const folded = foldText(`${text} ${owner ?? ''}`);
        return words.every((word) => folded.includes(word));
      })
      .map((action) => ({ action, read })),
  );
  return found
    .sort((a, b) => Number(a.action.done) - Number(b.action.done))
    .slice(0, listed)
    .map(({ action, read: { document } }) => ({
      name: action.text,
      kind: SymbolKind.Event,
      location: { uri: document.uri, range: toRange(document, action.span) },
      containerName: [action.owner, action.dueText].filter(Boolean).join(', '),
    }));
}

/** The actions that everybody may see who sees the record. */
function openActions(record: SupervisionRecord): readonly Action[] {
  if (isLimitedRecord(record)) return [];
  return record.actions.filter(({ passage }) => {
    const own = record.passages[passage];
    return own === undefined || !isLimitedPassage(record, own);
  });
}

/** Actions of the open records, by their words. */
export const workspaceSymbolsFeature: Feature = {
  name: 'workspace symbols',
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(connection, context) {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const { openDocuments, readRecord } = context();
      const reads = await Promise.all(openDocuments().map((uri) => readRecord(uri, token)));
      return findActions(
        reads.filter((read) => read !== undefined),
        query,
      );
    });
  },
};
