import { Uri, commands, window } from 'vscode';

/** The page of plain-language help. */
const helpPage = 'help.md';

/** Pages that may be opened: those under `docs` that come with the extension, nothing else on the disk. */
const pagePattern = /^(?:rules\/)?[\w-]+\.md$/;

/** Opens a page of the documentation to be read, by its path under `docs`; by default the help. */
export async function openPage(extensionUri: Uri, value: unknown): Promise<void> {
  const page = typeof value === 'string' && pagePattern.test(value) ? value : helpPage;
  const uri = Uri.joinPath(extensionUri, 'docs', page);
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Where the editor's own Markdown preview is switched off.
    await window.showTextDocument(uri, { preview: true });
  }
}
