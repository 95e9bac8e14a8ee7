import type { RootContent } from 'mdast';
import { spanOf } from '../record/inline-text.ts';
import { asParagraph, parseMarkdown } from '../record/parse-markdown.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { stripMarks } from './strip-marks.ts';
import type { FilingSection } from './split-parts.ts';
import { escapeHtml, writeHtml } from './write-html.ts';
import { writePlain } from './write-plain.ts';

/** A record as it is filed. */
export interface CleanText {
  /** Plain text; lines end with a line feed. */
  readonly text: string;
  /** A fragment of HTML without styles. */
  readonly html: string;
}

/** What goes into a clean text. */
export interface CleanTextOptions {
  /** Tags and unanswered prompts stay. */
  readonly withMarks?: boolean;
  /** Only these sections, with what stands before the first of all; undefined: everything. */
  readonly only?: { readonly sections: readonly FilingSection[]; readonly chosen: ReadonlySet<number> };
}

/**
 * A record without tags, switches, comments and unanswered prompts (spec section 8). Front matter becomes lines
 * "Label: value", so that circulation and other limits stay with the text. Pure; never throws.
 */
export function cleanText(record: SupervisionRecord, options: CleanTextOptions = {}): CleanText {
  const offset = record.frontMatter?.end ?? (record.text.startsWith('\uFEFF') ? 1 : 0);
  const body = record.text.slice(offset);
  const root = stripMarks(parse(body), record, offset, options.withMarks === true);
  const nodes = root.children.filter((node) => isWanted(node));
  const header = frontMatterLines(record);
  return {
    text: `${[header.map(line).join('\n'), writePlain(nodes)].filter((part) => part !== '').join('\n\n')}\n`,
    html: [
      ...(header.length === 0 ? [] : [`<p>${header.map((each) => escapeHtml(line(each))).join('<br>')}</p>`]),
      writeHtml(nodes),
    ].join('\n'),
  };

  function isWanted(node: RootContent): boolean {
    if (options.only === undefined) return true;
    const { start } = spanOf(node);
    const { sections, chosen } = options.only;
    const own = sections.find(({ index }) => {
      const span = record.sections[index]?.span;
      return span !== undefined && span.start <= start + offset && start + offset < span.end;
    });
    return own === undefined || chosen.has(own.index);
  }
}

function line([label, value]: readonly [string, string]): string {
  return label === '' ? `  ${value}` : `${label}: ${value}`.trimEnd();
}

function parse(text: string): ReturnType<typeof parseMarkdown> {
  try {
    return parseMarkdown(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return asParagraph(text);
  }
}

function frontMatterLines({ frontMatter, text }: SupervisionRecord): readonly (readonly [string, string])[] {
  if (frontMatter === undefined) return [];
  return text
    .slice(frontMatter.start, frontMatter.end)
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const match = /^([\p{L}][\p{L}\p{N} _/-]*):\s*(\S.*)?$/u.exec(line.replace(/(?<!\s)\s+#[\s\S]*$/, ''));
      if (match?.[1] === undefined) {
        const rest = line.trim();
        return rest === '' || rest === '---' || rest === '...' || rest.startsWith('#')
          ? []
          : [['', rest] as const];
      }
      const label = match[1].replace(/[_-]/g, ' ');
      const value = (match[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
      return [[label.charAt(0).toUpperCase() + label.slice(1), value] as const];
    })
    .map(([label, value]) => [label, value] as const)
    .filter(([label, value]) => label !== '' || value !== '');
}
