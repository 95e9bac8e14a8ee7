import { explainPassage } from '../analysis/explain-passage.ts';
import {
  culturesRequest,
  explainPassageRequest,
  tagPassageRequest,
  type CulturesParams,
  type CulturesResult,
  type ExplainPassageParams,
  type ExplainPassageResult,
  type TagPassageParams,
  type TagPassageResult,
} from '../protocol.ts';
import { editMark } from './code-actions/mark-edit.ts';
import { markTag, tagEdit, untagEdit } from './code-actions/tag-actions.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { passageAt } from './passage-at.ts';
import { toRange } from './positions.ts';

/** Custom requests about single passages: what to draw, the writer's last word, and why. */
export const passageRequestsFeature: Feature = {
  name: 'passage requests',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(culturesRequest, (params: CulturesParams) => listCultures(params, context()));
    connection.onRequest(tagPassageRequest, (params: TagPassageParams) => tagPassage(params, context()));
    connection.onRequest(explainPassageRequest, (params: ExplainPassageParams) =>
      explainReading(params, context()),
    );
  },
};

async function listCultures({ uri }: CulturesParams, context: FeatureContext): Promise<CulturesResult> {
  const read = await context.readRecord(uri);
  if (read === undefined) return { version: null, passages: [] };
  const { document, analysis } = read;
  return {
    version: document.version,
    passages: analysis.readings.map(({ passage, culture, secondary, origin, confidence }) => ({
      range: toRange(document, passage.textSpan),
      culture,
      secondary: secondary ?? null,
      origin,
      confidence,
    })),
  };
}

/** The same checked edit as the light bulb's. */
async function tagPassage(
  { uri, position, label }: TagPassageParams,
  context: FeatureContext,
): Promise<TagPassageResult> {
  const read = await context.readRecord(uri);
  const reading = read && passageAt(read, position);
  if (read === undefined || reading === undefined) return { outcome: 'no-passage', changes: [] };
  const { analysis } = read;
  const { culture, origin, passage } = reading;
  const wanted = label === 'agree' ? culture : label;
  if (wanted === 'undecided') return { outcome: 'undecided', changes: [] };
  const isSame =
    wanted === 'untag'
      ? passage.tagSpans.length === 0 && origin !== 'tag'
      : origin === 'tag' && culture === wanted;
  if (isSame) return { outcome: 'same-already', changes: [] };
  const analyser = await context.analyser();
  const readText = (text: string): typeof analysis.record =>
    analyser.read(text, { pathMatches: true }).record;
  const edit = await editMark(
    markTag(analysis.record, passage, wanted === 'untag' ? undefined : wanted, readText),
    () =>
      wanted === 'untag'
        ? untagEdit(analysis.record, passage, readText)
        : tagEdit(analysis.record, reading, wanted, readText),
    read,
    context,
  );
  if ('changes' in edit) return { outcome: 'edit', changes: edit.changes };
  return edit.refusal === ''
    ? { outcome: 'not-possible', changes: [] }
    : { outcome: 'refused', message: edit.refusal, changes: [] };
}

async function explainReading(
  { uri, position }: ExplainPassageParams,
  context: FeatureContext,
): Promise<ExplainPassageResult> {
  const read = await context.readRecord(uri);
  const reading = read && passageAt(read, position);
  if (read === undefined || reading === undefined) return null;
  return { markdown: explainPassage(read.analysis.record, reading, read.knowledge.messages) };
}
