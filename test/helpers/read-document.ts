import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultConfiguration } from '../../server/src/configuration/configuration.ts';
import type { ReadDocument } from '../../server/src/features/read-document.ts';
import type { EarlierRecord } from '../../server/src/prompts/earlier-record.ts';
import { testAnalyser, testKnowledge } from './knowledge.ts';

/** A text as features are handed it, every finding shown. */
export function readDocument(
  text: string,
  earlier: readonly EarlierRecord[] = [],
  configuration = defaultConfiguration,
): ReadDocument {
  const { cache: _, ...analysis } = testAnalyser().analyse(text, { configuration, pathMatches: true });
  return {
    document: TextDocument.create('untitled:Record.md', 'markdown', 1, text),
    analysis,
    configuration,
    knowledge: testKnowledge(),
    settings: { lens: true, inlayHints: false, findingsShown: 100, recordPaths: [], marks: 'text' },
    earlier,
  };
}
