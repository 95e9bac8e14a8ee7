import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  findFilesRequest,
  type FindFilesParams,
  type FindFilesResult,
  type InitializationOptions,
} from '../protocol.ts';
import type { Platform } from './platform.ts';
import { pathBelow, uriKey } from './uri-keys.ts';

/** Which files of the workspace may be records. */
export interface WorkspaceFiles {
  /** The Markdown files in a folder, as {@link uriKey} spells them; none where the folder can't be listed. */
  list: (folder: string, stopped: () => boolean) => Promise<readonly string[]>;
  /** The innermost workspace folder around a file, or undefined. */
  folderOf: (uri: string) => string | undefined;
  /** Whether a file would be listed: a Markdown file in a workspace folder, not hidden and not in `node_modules`. */
  covers: (uri: string) => boolean;
}

const markdown = /\.(?:md|markdown)$/i;
const leftOut = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;

export function createWorkspaceFiles(
  connection: Connection,
  platform: Platform,
  options: () => InitializationOptions,
  folders: () => readonly string[],
): WorkspaceFiles {
  const folderOf = (uri: string): string | undefined =>
    folders()
      .filter((folder) => pathBelow(folder, uri) !== undefined)
      .sort((a, b) => b.length - a.length)[0];
  const covers = (uri: string): boolean => {
    const folder = folderOf(uri);
    const path = folder === undefined ? undefined : pathBelow(folder, uri);
    return (
      path !== undefined && markdown.test(URI.parse(uri).path) && !leftOut.test(decodeURIComponent(path))
    );
  };
  return {
    folderOf,
    covers,
    async list(folder, stopped) {
      const own = await platform.listFiles(folder, stopped);
      if (own !== undefined) return own.map(uriKey).filter(covers);
      if (options().findsFiles !== true) return [];
      const params: FindFilesParams = { folder };
      const found = await connection.sendRequest<FindFilesResult>(findFilesRequest, params).catch(() => []);
      return found.map(uriKey).filter(covers);
    },
  };
}
