import { Position, Range, Uri, window, workspace } from 'vscode';
import { readPlace, readUri } from './command-arguments.ts';

/** Puts the cursor to a place in a document and scrolls it into view; does nothing without a proper place. */
export async function reveal(uri: unknown, place: unknown): Promise<void> {
  const address = readUri(uri);
  const target = readPlace(place);
  if (address === undefined || target === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(address, true));
  // The document may have become shorter since.
  const position = document.validatePosition(new Position(target.line, target.character));
  await window.showTextDocument(document, { selection: new Range(position, position) });
}
