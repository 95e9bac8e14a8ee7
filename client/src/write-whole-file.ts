import { FileSystemError, FileType, l10n, workspace, type Uri } from 'vscode';

/**
 * Writes a file whole or not at all, by a temporary one beside it and a rename; on a disk, a remote machine or in a
 * virtual workspace. Rejects as the file system does, and leaves nothing half-written behind.
 */
export async function writeWholeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
  // A rename that may overwrite would take away a folder with all that is in it.
  const before = await workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => FileType.Unknown,
  );
  if ((before & FileType.Directory) !== 0) throw FileSystemError.FileIsADirectory(uri);
  const unfinished = uri.with({ path: `${uri.path}.tmp` });
  try {
    await workspace.fs.writeFile(unfinished, bytes);
    await workspace.fs.rename(unfinished, uri, { overwrite: true });
  } catch (error) {
    // What stood there is as it was.
    await workspace.fs.delete(unfinished).then(undefined, () => undefined);
    throw error;
  }
}

/** Why a file couldn't be written, in a sentence; undefined: it isn't the file system's doing. */
export function describeWriteFailure(error: unknown, name: string): string | undefined {
  if (
    !(error instanceof FileSystemError) &&
    !(error instanceof Error && /\bE[A-Z]{3,}\b/.test(error.message))
  )
    return undefined;
  const code = error instanceof FileSystemError ? error.code : '';
  if (/\b(?:ENOSPC|EDQUOT|EFBIG)\b/.test(error.message))
    return l10n.t('“{0}” wasn’t written, for the disk is full. What was there before is as it was.', name);
  if (code === 'NoPermissions' || /\b(?:EACCES|EPERM|EROFS)\b/.test(error.message))
    return l10n.t(
      '“{0}” wasn’t written: this folder is read-only, or you have no permission to write there. Please choose another.',
      name,
    );
  if (code === 'FileNotFound' || /\b(?:ENOENT|ENOTDIR)\b/.test(error.message))
    return l10n.t('“{0}” wasn’t written, for its folder isn’t there. Please choose another.', name);
  return l10n.t('“{0}” couldn’t be written. What was there before is as it was.', name);
}
