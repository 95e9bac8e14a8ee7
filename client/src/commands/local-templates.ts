import { FileType, Uri, window, workspace } from 'vscode';
import {
  templateFolderRequest,
  type LocalTemplate,
  type TemplateFolderParams,
  type TemplateFolderResult,
} from '../../../server/src/protocol.ts';
import { decodeText } from '../file-text.ts';
import type { ServerConnection } from '../server-connection.ts';

/** No more templates than this are read, nor larger ones. */
const mostTemplates = 50;
const mostBytes = 200_000;

/**
 * The templates in the folder that the configuration names, by name; none where there is no such folder. What can't
 * be read is left out.
 */
export async function readLocalTemplates(server: ServerConnection): Promise<LocalTemplate[]> {
  const beside = window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri;
  const place =
    beside === workspace.workspaceFolders?.[0]?.uri && beside ? Uri.joinPath(beside, 'new.md') : beside;
  if (place === undefined) return [];
  const params: TemplateFolderParams = { uri: server.client.code2ProtocolConverter.asUri(place) };
  const folder = await server.request<TemplateFolderResult>(templateFolderRequest, params);
  if (folder === null) return [];
  const uri = server.client.protocol2CodeConverter.asUri(folder);
  try {
    const names = (await workspace.fs.readDirectory(uri))
      .filter(([name, type]) => /\.(?:md|markdown)$/i.test(name) && (type & FileType.File) !== 0)
      .map(([name]) => name)
      .sort()
      .slice(0, mostTemplates);
    const read = await Promise.all(names.map((name) => readTemplate(uri, name)));
    return read.filter((template) => template !== undefined);
  } catch {
    return [];
  }
}

async function readTemplate(folder: Uri, name: string): Promise<LocalTemplate | undefined> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, name));
    if (bytes.length > mostBytes) return undefined;
    return { name: name.replace(/\.\w+$/, ''), text: decodeText(bytes) };
  } catch {
    return undefined;
  }
}
