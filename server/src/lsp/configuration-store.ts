import { URI, Utils } from 'vscode-uri';
import {
  configurationFileName,
  defaultConfiguration,
  type Configuration,
} from '../configuration/configuration.ts';
import { withKey } from '../configuration/with-key.ts';
import { privateFileName, type PseudonymKey } from '../confidentiality/key/pseudonym-key.ts';
import { readPseudonymKey } from '../confidentiality/key/read-pseudonym-key.ts';
import type { SettingsFileName } from '../features/feature.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { FileAccess } from './file-access.ts';
import { pathBelow, uriKey } from './uri-keys.ts';

/** Which configuration is in force where. */
export interface ConfigurationStore {
  /**
   * The configuration of the nearest file upwards, with the key of the nearest private file; of each the last one that
   * worked while the file can't be used.
   */
  readonly find: (documentUri: string) => Promise<Configuration>;
  /** The configuration file in force (or the private one, if that is named), or where one would be put; undefined for a document without a folder. */
  readonly locate: (
    documentUri: string,
    name?: SettingsFileName,
  ) => Promise<{ readonly uri: string; readonly exists: boolean } | undefined>;
  /** The configured folder of templates in force for a document, as a URI; null where there is none. */
  readonly templateFolder: (documentUri: string) => Promise<string | null>;
  /** Forgets what was read: files have changed. The last configuration that worked is kept. */
  readonly invalidate: () => void;
}

/** Whether a URI names a configuration file or a private one. */
export function isConfigurationUri(uri: string): boolean {
  return uri.endsWith(`/${configurationFileName}`) || uri.endsWith(`/${privateFileName}`);
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
  const byFile = new Map<string, Promise<Located | undefined>>();
  const lastGood = new Map<string, { readonly text: string; readonly configuration: Configuration }>();
  const lastKeys = new Map<string, { readonly text: string; readonly key: PseudonymKey }>();

  const search = (folder: string, name: string): Promise<Located | undefined> => {
    const uri = Utils.joinPath(URI.parse(folder), name).toString();
    const known = byFile.get(uri);
    if (known !== undefined) return known;
    const found = (async () => {
      const file = await files.read(uri);
      if (file !== undefined) return { uri, text: file.text };
      const parent = Utils.dirname(URI.parse(folder)).toString();
      const stops = parent === folder || (!folder.startsWith('file:') && folders().includes(folder));
      return stops ? undefined : search(parent, name);
    })();
    byFile.set(uri, found);
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

  const readKey = ({ uri, text }: Located): PseudonymKey | undefined => {
    const before = lastKeys.get(uri);
    if (before?.text === text) return before.key;
    const { key } = readPseudonymKey(text, uri);
    if (key === undefined) return before?.key;
    lastKeys.set(uri, { text, key });
    return key;
  };

  const locate = async (documentUri: string, name: string): Promise<Located | undefined> => {
    const folder = folderOf(documentUri);
    return folder === undefined ? undefined : search(folder, name);
  };

  return {
    async find(documentUri) {
      const [located, keyed] = await Promise.all([
        locate(documentUri, configurationFileName),
        locate(documentUri, privateFileName),
      ]);
      const configuration = located === undefined ? defaultConfiguration : read(located);
      return withKey(configuration, keyed && readKey(keyed));
    },
    async templateFolder(documentUri) {
      const located = await locate(documentUri, configurationFileName);
      const templates = located && read(located).templates;
      if (located === undefined || templates === undefined) return null;
      return Utils.resolvePath(Utils.dirname(URI.parse(located.uri)), templates).toString();
    },
    async locate(documentUri, name = configurationFileName) {
      const folder = folderOf(documentUri);
      if (folder === undefined) return undefined;
      const located = await search(folder, name);
      if (located !== undefined) return { uri: located.uri, exists: true };
      const root = [...folders()]
        .sort((a, b) => b.length - a.length)
        .find((each) => pathBelow(each, uriKey(documentUri)) !== undefined);
      return { uri: Utils.joinPath(URI.parse(root ?? folder), name).toString(), exists: false };
    },
    invalidate() {
      byFile.clear();
    },
  };
}
