import type { ExportFormat } from '../../../server/src/protocol.ts';
import { readUri } from '../commands/command-arguments.ts';

/** What an export is asked to be; what isn't said is asked for. */
export interface ExportChoices {
  readonly what: 'record' | 'run' | 'panel';
  readonly format: ExportFormat;
  readonly redact: boolean;
  readonly withMarks: boolean;
  readonly withProfile: boolean;
}

/** What the command may be called with, by a keyboard shortcut or from a view. */
export interface ExportArguments extends Partial<ExportChoices> {
  /** The record, as VS Code writes its address. */
  readonly uri?: string;
  /** Where to write; without it a place is asked for. */
  readonly target?: string;
}

/** The formats in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = ['html', 'docx', 'csv', 'qdpx', 'qdc'];

/** Reads what a command was called with; an address, an object of choices, or anything else, which says nothing. */
export function readExportArguments(value: unknown): ExportArguments {
  const uri = readUri(value);
  if (uri !== undefined) return { uri };
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const [record, target] = [readUri(given['uri']), readUri(given['target'])];
  const what = (['record', 'run', 'panel'] as const).find((each) => each === given['what']);
  const format = exportFormats.find((each) => each === given['format']);
  const flag = (name: 'redact' | 'withMarks' | 'withProfile'): Partial<ExportChoices> =>
    typeof given[name] === 'boolean' ? { [name]: given[name] } : {};
  return {
    ...(record !== undefined && { uri: record }),
    ...(target !== undefined && { target }),
    ...(what !== undefined && { what }),
    ...(format !== undefined && { format }),
    ...flag('redact'),
    ...flag('withMarks'),
    ...flag('withProfile'),
  };
}
