import { cleanText } from '../filing/clean-text.ts';
import { splitParts } from '../filing/split-parts.ts';
import { cleanTextRequest, type CleanTextParams, type CleanTextResult } from '../protocol.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** The clean text of an open Markdown document, whole or one part of it; null for what isn't open. */
export async function provideCleanText(
  { uri, kind, sections: chosen, withMarks = false }: CleanTextParams,
  context: FeatureContext,
): Promise<CleanTextResult | null> {
  const read = await context.readAnyway(uri);
  if (read === undefined) return null;
  const { record } = read.analysis;
  const sections = splitParts(record, read.knowledge.identifiers.data);
  if (kind === 'all') return { ...cleanText(record, { withMarks }), sections };
  const allowed = sections.filter(({ limited }) => kind === 'personal' || !limited);
  const wanted = allowed.filter(({ part, index }) => chosen?.includes(index) ?? part === kind);
  const only = { sections, chosen: new Set(wanted.map(({ index }) => index)) };
  return { ...cleanText(record, { withMarks, only }), sections };
}

/** Copying a record as it is filed. */
export const cleanTextFeature: Feature = {
  name: 'clean text',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(cleanTextRequest, (params: CleanTextParams) => provideCleanText(params, context()));
  },
};
