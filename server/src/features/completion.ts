import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver';
import { plainName } from '../balance/describe-reading.ts';
import { ruleIds } from '../balance/rules/index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { tagNames } from '../record/tags.ts';
import { completeConfiguration } from './complete-configuration.ts';
import type { Feature } from './feature.ts';
import { toOffset } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** Characters that open completion by themselves. */
const completionTriggers = ['#', ':', ' '];

/**
 * Tags after `#`, values in a culture comment, rule ids in a switch, keys and the values of `type` in the
 * front matter. Nothing anywhere else, so that nobody's writing is interrupted.
 */
export function provideCompletion(
  { document, analysis, knowledge }: ReadDocument,
  position: Position,
): CompletionItem[] {
  const offset = toOffset(document, position);
  const { text, frontMatter } = analysis.record;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  if (frontMatter !== undefined && offset > frontMatter.start + 3 && offset < frontMatter.end) {
    return completeFrontMatter(
      before,
      position,
      knowledge,
      analysis.record.header.map(({ key }) => key),
    );
  }
  const comment = /<!--\s*culture:\s*(?:[\w-]+\s*,\s*)*([\w-]*)$/i.exec(before);
  if (comment !== null)
    return tagNames.map((name) => tagItem(name, '', position, comment[1] ?? '', knowledge));
  const switched = /<!--\s*supervision-lens-(?:disable|enable)[\w-]*\s(?:.*\s)?([\w-]*)$/.exec(before);
  if (switched !== null) {
    return ruleIds.map((id) => ({
      label: id,
      kind: CompletionItemKind.Value,
      detail: knowledge.messages.rules[id]?.title ?? id,
      textEdit: replaceBefore(position, switched[1] ?? '', id),
    }));
  }
  const hashtag = /(?:^|[\s([|])(#[\p{L}-]*)$/u.exec(before);
  const written = hashtag?.[1];
  // At the start of a line a lone `#` is the beginning of a heading.
  if (written === undefined || (written === '#' && before.trim() === '#')) return [];
  return tagNames.map((name) => tagItem(name, '#', position, written, knowledge));
}

function tagItem(
  name: (typeof tagNames)[number],
  prefix: string,
  position: Position,
  written: string,
  { messages }: Knowledge,
): CompletionItem {
  const label = name === 'neutral' ? 'none' : name;
  return {
    label: `${prefix}${name}`,
    kind: CompletionItemKind.EnumMember,
    detail: plainName(messages, label),
    filterText: `${prefix}${name}`,
    textEdit: replaceBefore(position, written, `${prefix}${name}`),
  };
}

function completeFrontMatter(
  before: string,
  position: Position,
  { vocabulary, templates }: Knowledge,
  present: readonly string[],
): CompletionItem[] {
  const type = /^type:\s*(\S*)$/.exec(before);
  if (type !== null) {
    return ['supervision', 'group', 'log', 'journal'].map((kind) => ({
      label: kind,
      kind: CompletionItemKind.EnumMember,
      detail: templates.find((template) => template.kind === kind)?.name ?? kind,
      textEdit: replaceBefore(position, type[1] ?? '', kind),
    }));
  }
  if (!/^[\w-]*$/.test(before)) return [];
  return vocabulary.data.headerFields
    .filter(({ key }) => !present.includes(key))
    .map(({ key, labels }) => ({
      label: key,
      kind: CompletionItemKind.Field,
      detail: labels.slice(0, 3).join(', '),
      filterText: [key, ...labels].join(' '),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: replaceBefore(position, before, `${key}: `),
    }));
}

/** Replaces what stands written before the cursor on its line. */
function replaceBefore(
  position: Position,
  written: string,
  newText: string,
): NonNullable<CompletionItem['textEdit']> {
  const start = { line: position.line, character: position.character - written.length };
  return { range: { start, end: position }, newText };
}

/** Completion in records and in the configuration file. */
export const completionFeature: Feature = {
  name: 'completion',
  capabilities: () => ({
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: false },
  }),
  register(connection, context) {
    connection.onCompletion(async ({ textDocument, position }, token) => {
      const { isConfiguration, readText, knowledge, readRecord } = context();
      if (isConfiguration(textDocument.uri)) {
        const text = (await readText(textDocument.uri))?.text ?? '';
        return completeConfiguration(text, position, await knowledge());
      }
      const read = await readRecord(textDocument.uri, token);
      return read === undefined ? null : provideCompletion(read, position);
    });
  },
};
