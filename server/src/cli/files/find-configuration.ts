import { dirname, join } from 'node:path';
import { messageIn, type Messages } from '../../balance/messages.ts';
import {
  configurationFileName,
  defaultConfiguration,
  type Configuration,
} from '../../configuration/configuration.ts';
import { withKey } from '../../configuration/with-key.ts';
import { privateFileName, type PseudonymKey } from '../../confidentiality/key/pseudonym-key.ts';
import { readPseudonymKey } from '../../confidentiality/key/read-pseudonym-key.ts';
import { readConfiguration } from '../../configuration/read-configuration.ts';
import { createLineIndex } from '../../text/line-index.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { Span } from '../../text/span.ts';
import { shownPath } from './find-files.ts';
import { describeUnread, readTextFile } from './read-text-file.ts';

/** Something in a configuration file that can't be used. */
export interface ConfigurationTrouble {
  readonly path: string;
  /** 1-based; undefined where the file can't be read at all. */
  readonly place:
    | { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number }
    | undefined;
  readonly message: string;
}

/** A configuration with the folder of its file; undefined: there is no file. */
export interface FoundConfiguration {
  readonly configuration: Configuration;
  readonly folder: string | undefined;
}

/** Finds what configuration is in force for a file. */
export interface ConfigurationFinder {
  /** The nearest `.supervision-lens.yaml` upwards, whole, with the nearest private file; the default without one, or where it can't be used. */
  find: (file: string) => Promise<FoundConfiguration>;
  /** What was wrong with the files found so far, each told once. */
  readonly troubles: readonly ConfigurationTrouble[];
}

/**
 * Makes a finder that reads each configuration file once. In the editor the last configuration that worked
 * stays in force while a file can't be used; here there is no last one, so the default is.
 */
export function createConfigurationFinder(cwd: string, messages: Messages): ConfigurationFinder {
  const byFolder = new Map<string, Promise<FoundConfiguration>>();
  const keysByFolder = new Map<string, Promise<PseudonymKey | undefined>>();
  const troubles: ConfigurationTrouble[] = [];

  const inFolder = once(byFolder, (folder) => read(folder));
  const keyInFolder = once(keysByFolder, (folder) => readKey(folder));

  const none: FoundConfiguration = { configuration: defaultConfiguration, folder: undefined };

  const read = async (folder: string): Promise<FoundConfiguration> => {
    const file = join(folder, configurationFileName);
    const content = await readTextFile(file);
    if ('text' in content) return { configuration: use(shownPath(cwd, file), content.text), folder };
    if (content.reason !== 'missing') {
      troubles.push({
        path: shownPath(cwd, file),
        place: undefined,
        message: describeUnread(content, messages),
      });
      return none;
    }
    const parent = dirname(folder);
    return parent === folder ? none : inFolder(parent);
  };

  /** The private file is found as the configuration is; one that can't be used holds nobody. */
  const readKey = async (folder: string): Promise<PseudonymKey | undefined> => {
    const file = join(folder, privateFileName);
    const content = await readTextFile(file);
    const path = shownPath(cwd, file);
    if ('text' in content) {
      const { key, problems } = readPseudonymKey(content.text, file);
      tell(
        path,
        content.text,
        problems.filter(({ usable }) => usable !== true),
      );
      return key;
    }
    if (content.reason !== 'missing') {
      troubles.push({ path, place: undefined, message: describeUnread(content, messages) });
      return undefined;
    }
    const parent = dirname(folder);
    return parent === folder ? undefined : keyInFolder(parent);
  };

  const use = (path: string, text: string): Configuration => {
    const { configuration, problems } = readConfiguration(text);
    tell(path, text, problems);
    return configuration ?? defaultConfiguration;
  };

  const tell = (
    path: string,
    text: string,
    problems: readonly { readonly span: Span; readonly message: string; readonly values?: MessageValues }[],
  ): void => {
    const lines = createLineIndex(text);
    const texts = messages.rules['config-invalid']?.messages ?? {};
    for (const { span, message, values = {} } of problems) {
      const [start, end] = [lines.placeAt(span.start), lines.placeAt(span.end)];
      const place = {
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      };
      troubles.push({ path, place, message: fillMessage(messageIn(texts, message), values) });
    }
  };

  return {
    async find(file) {
      const [{ configuration, folder }, key] = await Promise.all([
        inFolder(dirname(file)),
        keyInFolder(dirname(file)),
      ]);
      return { configuration: withKey(configuration, key), folder };
    },
    troubles,
  };
}

function once<Found>(
  known: Map<string, Promise<Found>>,
  read: (folder: string) => Promise<Found>,
): (folder: string) => Promise<Found> {
  return (folder) => {
    const found = known.get(folder) ?? read(folder);
    known.set(folder, found);
    return found;
  };
}

/** The one line that tells of it: where, and what. */
export function troubleLine({ path, place, message }: ConfigurationTrouble): string {
  return place === undefined ? `${path}: ${message}` : `${path}:${place.line}:${place.column} ${message}`;
}
