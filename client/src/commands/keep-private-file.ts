import { Uri, l10n, workspace } from 'vscode';
import { isIgnored, offerIgnore, readOrNull } from '../keep-from-git.ts';

/** The file in which alone real names stand. */
const privateFile = '.supervision-lens.private.yaml';

/** Saves the private file after it was written to, and offers to keep it out of Git unless it is already. */
export async function keepPrivateFile(value: unknown): Promise<void> {
  if (typeof value !== 'string' || !value.endsWith(`/${privateFile}`)) return;
  const uri = Uri.parse(value);
  await workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.save();
  const folder = workspace.getWorkspaceFolder(uri);
  const known = folder && (await readOrNull(Uri.joinPath(folder.uri, '.gitignore')));
  if (isIgnored(known ?? '', privateFile)) return;
  await offerIgnore(
    uri,
    privateFile,
    l10n.t(
      'Real names are kept in {0} and nowhere else. Please keep that file to yourself, out of Git and out of what you hand in.',
      privateFile,
    ),
  );
}
