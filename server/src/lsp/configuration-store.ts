import { URI, Utils } from 'vscode-uri';
import {
  configurationFileName,
  defaultConfiguration,
  type Configuration,
} from '../configuration/configuration.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { FileAccess } from './file-access.ts';
import { pathBelow, uriKey } from './uri-keys.ts';

/** Which configuration is in force where. */
export interface ConfigurationStore {
  /** The configuration of the nearest file upwards; the last one that worked while that file can't be used. */
  readonly find: (documentUri: string) => Promise<Configuration>;
  /** The configuration file in force, or where one would be put; undefined for a document without a folder. */
  readonly locate: (
    documentUri: string,
  ) => Promise<{ readonly uri: string; readonly exists: boolean } | undefined>;
  /** The configured folder of templates in force for a document, as a URI; null where there is none. */
  readonly templateFolder: (documentUri: string) => Promise<string | null>;
  /** Forgets what was read: files have changed. The last configuration that worked is kept. */
  readonly invalidate: () => void;
}

/** Whether a URI names a configuration file. */
export function isConfigurationUri(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`);
}

interface Located {
  readonly uri: string;
  readonly text: string;
}

/**
 * Looks upwards from a document's folder: to the root on disk, to the workspace folder elsewhere, so that a
 * virtual file system isn't walked beyond what the user opened.
 */
export function createConfigurationStore(
  files: FileAccess,
  folders: () => readonly string[],
): ConfigurationStore {
  const byFolder = new Map<string, Promise<Located | undefined>>();
  const lastGood = new Map<string, { readonly text: string; readonly configuration: Configuration }>();

  const search = (folder: string): Promise<Located | undefined> => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = (async () => {
      const uri = Utils.joinPath(URI.parse(folder), configurationFileName).toString();
      const file = await files.read(uri);
      if (file !== undefined) return { uri, text: file.text };
      const parent = Utils.dirname(URI.parse(folder)).toString();
      const stops = parent === folder || (!folder.startsWith('file:') && folders().includes(folder));
      return stops ? undefined : search(parent);
    })();
    byFolder.set(folder, found);
    return found;
  };

  const folderOf = (documentUri: string): string | undefined => {
    const uri = URI.parse(documentUri);
    // What isn't saved yet belongs to the first folder that is open.
    return uri.scheme === 'untitled' ? folders()[0] : Utils.dirname(uri).toString();
  };

  const read = ({ uri, text }: Located): Configuration => {
    const before = lastGood.get(uri);
    if (before?.text === text) return before.configuration;
    const { configuration } = readConfiguration(text);
    if (configuration === undefined) return before?.configuration ?? defaultConfiguration;
    lastGood.set(uri, { text, configuration });
    return configuration;
  };

  const locate = async (documentUri: string): Promise<Located | undefined> => {
    const folder = folderOf(documentUri);
    return folder === undefined ? undefined : search(folder);
  };

  return {
    async find(documentUri) {
      const located = await locate(documentUri);
      return located === undefined ? defaultConfiguration : read(located);
    },
    async templateFolder(documentUri) {
      const located = await locate(documentUri);
      const templates = located && read(located).templates;
      if (located === undefined || templates === undefined) return null;
      return Utils.resolvePath(Utils.dirname(URI.parse(located.uri)), templates).toString();
    },
    async locate(documentUri) {
      const folder = folderOf(documentUri);
      if (folder === undefined) return undefined;
      const located = await search(folder);
      if (located !== undefined) return { uri: located.uri, exists: true };
      const root = [...folders()]
        .sort((a, b) => b.length - a.length)
        .find((each) => pathBelow(each, uriKey(documentUri)) !== undefined);
      return {
        uri: Utils.joinPath(URI.parse(root ?? folder), configurationFileName).toString(),
        exists: false,
      };
    },
    invalidate() {
      byFolder.clear();
    },
  };
}
