import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver';
import { plainName } from '../balance/describe-reading.ts';
import { ruleIds } from '../balance/rules/index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { headerValue, type SupervisionRecord } from '../record/record.ts';
import { tagNames } from '../record/tags.ts';
import type { Standard } from '../standards/standards-book.ts';
import { foldText } from '../text/words.ts';
import { privateFileName } from '../confidentiality/key/pseudonym-key.ts';
import { completeConfiguration } from './complete-configuration.ts';
import { completePrivateFile } from './complete-private-file.ts';
import type { Feature } from './feature.ts';
import { toOffset } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** Characters that open completion by themselves. */
const completionTriggers = ['#', ':', ' '];

/**
 * Tags and standards after `#`, values in a culture comment, rule ids in a switch, keys and the values of `type` in the
 * front matter, today for a date, and in a heading those of the kind's templates that aren't there yet. Nothing
 * anywhere else, so that nobody's writing is interrupted. `today` is an ISO day.
 */
export function provideCompletion(
  { document, analysis, knowledge, configuration }: ReadDocument,
  position: Position,
  today: string,
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
      today,
    );
  }
  const comment = /<!--\s*culture:\s*(?:[\w-]+\s*,\s*)*([\w-]*)$/i.exec(before);
  if (comment !== null)
    return tagNames.map((name) => tagItem(name, '', position, comment[1] ?? '', knowledge));
  const switched = /<!--\s*supervision-lens-(?:disable|enable)[\w-]*\s(?:[^<]*\s)?([\w-]*)$/.exec(before);
  if (switched !== null) {
    return ruleIds.map((id) => ({
      label: id,
      kind: CompletionItemKind.Value,
      detail: knowledge.messages.rules[id]?.title ?? id,
      textEdit: replaceBefore(position, switched[1] ?? '', id),
    }));
  }
  const heading = /^(#{2,6})\s+(\S.*)?$/.exec(before);
  if (heading?.[1] !== undefined)
    return completeHeading(heading[1].length, heading[2] ?? '', position, analysis.record, knowledge);
  const hashtag = /(?:^|[\s([|])(#[\p{L}\p{N}.-]*)$/u.exec(before);
  const written = hashtag?.[1];
  // At the start of a line a lone `#` is the beginning of a heading.
  if (written === undefined || (written === '#' && before.trim() === '#')) return [];
  return [
    ...tagNames.map((name) => tagItem(name, '#', position, written, knowledge)),
    ...knowledge.standards
      .of(configuration.nation)
      .map((standard) => standardItem(standard, position, written)),
  ];
}

function standardItem({ id, title, set }: Standard, position: Position, written: string): CompletionItem {
  return {
    label: `#${id}`,
    kind: CompletionItemKind.Reference,
    detail: title,
    documentation: `${set.name}. ${set.note}`,
    filterText: `#${id}`,
    // Behind the five tags, each set in its own order.
    sortText: `~${id.replace(/\d+/g, (digits) => digits.padStart(2, '0'))}`,
    textEdit: replaceBefore(position, written, `#${id}`),
  };
}

/** Headings of the templates for the record's kind, in their order, less those that the record has. */
function completeHeading(
  depth: number,
  written: string,
  position: Position,
  record: SupervisionRecord,
  { templates }: Knowledge,
): CompletionItem[] {
  const present = new Set(record.sections.map(({ title }) => foldText(title)));
  const titles = templates
    .filter(({ kind }) => kind === record.recognition.kind)
    .flatMap(({ body }) => Array.from(body.matchAll(/^## (.+)$/gm), ([, title = '']) => title))
    .map((title) => title.replace("In {{person}}'s words", ownWordsHeading(record)));
  return [...new Set(titles)]
    .filter((title) => !title.includes('{{') && !present.has(foldText(title)))
    .map((title, index) => ({
      label: title,
      kind: CompletionItemKind.Struct,
      sortText: String(index).padStart(3, '0'),
      filterText: `${'#'.repeat(depth)} ${title}`,
      textEdit: replaceBefore(position, `${'#'.repeat(depth)} ${written}`, `${'#'.repeat(depth)} ${title}`),
    }));
}

function ownWordsHeading(record: SupervisionRecord): string {
  const person = headerValue(record, 'supervisee')?.value ?? '';
  return person === '' ? 'In their own words' : `In ${person}'s words`;
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
  today: string,
): CompletionItem[] {
  const date = /^([\w-]+):\s*(\S*)$/.exec(before);
  if (date !== null && vocabulary.headerField(date[1] ?? '')?.key === 'date') {
    const textEdit = replaceBefore(position, date[2] ?? '', today);
    return [{ label: today, kind: CompletionItemKind.Value, textEdit }];
  }
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

/** The day on which a moment falls here, as an ISO day. */
function localDay(moment: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
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
        return textDocument.uri.endsWith(`/${privateFileName}`)
          ? completePrivateFile(text, position, await knowledge())
          : completeConfiguration(text, position, await knowledge());
      }
      const read = await readRecord(textDocument.uri, token);
      return read === undefined ? null : provideCompletion(read, position, localDay(new Date()));
    });
  },
};
