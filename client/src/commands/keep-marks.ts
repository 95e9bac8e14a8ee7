import { Uri, workspace, type Memento } from 'vscode';
import { isSidecar, tellOfSidecar } from '../review/write-sidecar.ts';

/**
 * Saves a file of marks that was just edited beside a record, for the command line and other programs to read, and
 * tells once in a workspace that there is such a file. Anything else is left alone.
 */
export async function keepMarks(address: unknown, told: Memento): Promise<void> {
  if (typeof address !== 'string' || !isSidecar(address)) return;
  const uri = Uri.parse(address, true);
  const document = await workspace.openTextDocument(uri);
  await document.save();
  // Not awaited: the message may stay open for long.
  void tellOfSidecar(uri, told);
}
