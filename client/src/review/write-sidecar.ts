import { l10n, type Memento, type Uri } from 'vscode';
import { offerIgnore, readOrNull } from '../keep-from-git.ts';
import { writeWholeFile } from '../write-whole-file.ts';

const toldKey = 'comments.told';
const suffix = '.annotations.json';
const ignoreLine = `*${suffix}`;
/** All files of comments, for watching them. */
export const sidecarPattern = `**/*${suffix}`;

/** Whether an address is that of a file that is kept beside a record. */
export function isSidecar(address: string): boolean {
  return address.endsWith(suffix);
}

/** The record that a file of comments stands beside. */
export function recordOf(sidecar: Uri): Uri {
  return sidecar.with({ path: sidecar.path.slice(0, -suffix.length) });
}

/** The file of comments beside a record. */
export function sidecarOf(record: Uri): Uri {
  return record.with({ path: `${record.path}${suffix}` });
}

/**
 * Writes a file of comments, whole or not at all. False, with nothing written, where it isn't any more as it was when
 * the change was made. `before`: its text then; null: there was none.
 */
export async function writeSidecar(uri: Uri, before: string | null, text: string): Promise<boolean> {
  if ((await readOrNull(uri)) !== before) return false;
  await writeWholeFile(uri, new TextEncoder().encode(text));
  return true;
}

/** Tells once in a workspace that such files hold quotations, and offers to keep them out of Git. */
export async function tellOfSidecar(uri: Uri, told: Memento): Promise<void> {
  if (told.get<boolean>(toldKey) === true) return;
  await told.update(toldKey, true);
  await offerIgnore(
    uri,
    ignoreLine,
    l10n.t(
      'Comments, and marks that aren’t to stand in the text, are kept in {0}, beside the record. That file quotes the record, so please treat it as you treat the record itself.',
      uri.path.slice(uri.path.lastIndexOf('/') + 1),
    ),
  );
}
