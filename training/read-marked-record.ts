import { headingsAbove } from '../server/src/record/record.ts';
import type { RecordReader } from '../server/src/record/read-record.ts';
import { createLineIndex } from '../server/src/text/line-index.ts';
import type { Culture, PassageLabel } from '../server/src/terms/cultures.ts';
import type { PassageBlock, RecordKind } from '../server/src/terms/kinds.ts';

/** A passage of a training text, with the label that stands at its end. */
export interface MarkedPassage {
  readonly block: PassageBlock;
  readonly headings: readonly string[];
  readonly text: string;
  readonly primary: PassageLabel;
  readonly secondary: Culture | undefined;
}

/** A training text, or why it can't be used: every problem with its 1-based line. */
export interface MarkedRecord {
  readonly kind: RecordKind | undefined;
  readonly passages: readonly MarkedPassage[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const letters: Readonly<Record<string, PassageLabel>> = {
  p: 'professional',
  m: 'managed',
  h: 'humanistic',
  d: 'democratic',
  n: 'none',
};

const mark = /\s*\{([a-z])(?:[ ,]([a-z]))?\}[\s|]*$/u;

/** Reads a record whose passages end in marks such as `{m}` or `{m h}`: primary label, secondary label. */
export function readMarkedRecord(text: string, reader: RecordReader): MarkedRecord {
  const { record } = reader.read(text);
  const lines = createLineIndex(text);
  const problems: { line: number; message: string }[] = [];
  const say = (offset: number, message: string): void => {
    problems.push({ line: lines.placeAt(offset).line + 1, message });
  };
  if (!/^---[\s\S]*?\ntype:/u.test(text))
    say(0, 'the front matter needs a type: supervision, log, journal or group');
  const passages = record.passages.flatMap((passage): MarkedPassage[] => {
    const { text: marked } = passage.plain;
    const found = mark.exec(marked);
    const primary = letters[found?.[1] ?? ''];
    const secondary = found?.[2] === undefined ? undefined : letters[found[2]];
    const plain = marked.replace(mark, '');
    if (primary === undefined || (found?.[2] !== undefined && secondary === undefined)) {
      say(passage.span.start, `no mark at the end of “${marked.slice(0, 40)}”`);
      return [];
    }
    if (/\{[pmhdn](?:[ ,][pmhdn])?\}/u.test(plain))
      say(passage.span.start, 'a mark in the middle of a passage');
    if (passage.tagging !== undefined) say(passage.span.start, 'a tag');
    return [
      {
        block: passage.block,
        headings: headingsAbove(record, passage),
        text: plain,
        primary,
        secondary: secondary === 'none' || secondary === primary ? undefined : secondary,
      },
    ];
  });
  for (const passage of passages)
    for (const heading of passage.headings)
      if (mark.test(heading)) say(0, `a mark in a heading: “${heading}”`);
  return { kind: record.recognition.kind, passages, problems };
}
