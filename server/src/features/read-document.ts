import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analyse.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { EarlierRecord } from '../prompts/earlier-record.ts';
import type { DisplaySettings } from './display-settings.ts';

/** An open record with all that a feature needs; made once for each version of the document. */
export interface ReadDocument {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly configuration: Configuration;
  readonly knowledge: Knowledge;
  readonly settings: DisplaySettings;
  /** The records before it in its run, the oldest first, in no file whose circulation is limited; undefined: not known. */
  readonly earlier?: readonly EarlierRecord[];
}
