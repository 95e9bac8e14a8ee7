import { dirname, join } from 'node:path';
import { messageIn, type Messages } from '../../balance/messages.ts';
import {
  configurationFileName,
  defaultConfiguration,
  type Configuration,
} from '../../configuration/configuration.ts';
import { readConfiguration } from '../../configuration/read-configuration.ts';
import { createLineIndex } from '../../text/line-index.ts';
import { fillMessage } from '../../text/message.ts';
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
  /** The nearest `.supervision-lens.yaml` upwards, whole; the default without one, or where it can't be used. */
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
  const troubles: ConfigurationTrouble[] = [];

  const inFolder = (folder: string): Promise<FoundConfiguration> => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = read(folder);
    byFolder.set(folder, found);
    return found;
  };

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

  const use = (path: string, text: string): Configuration => {
    const { configuration, problems } = readConfiguration(text);
    const lines = createLineIndex(text);
    const texts = messages.rules['config-invalid']?.messages ?? {};
    for (const { span, message, values } of problems) {
      const [start, end] = [lines.placeAt(span.start), lines.placeAt(span.end)];
      const place = {
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      };
      troubles.push({ path, place, message: fillMessage(messageIn(texts, message), values) });
    }
    return configuration ?? defaultConfiguration;
  };

  return { find: (file) => inFolder(dirname(file)), troubles };
}

/** The one line that tells of it: where, and what. */
export function troubleLine({ path, place, message }: ConfigurationTrouble): string {
  return place === undefined ? `${path}: ${message}` : `${path}:${place.line}:${place.column} ${message}`;
}
