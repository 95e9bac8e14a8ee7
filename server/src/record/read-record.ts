import { shiftSpan, type Span } from '../text/span.ts';
import { readBlocks, type BlockCache, type PlacedBlock } from './read-blocks.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { createActionReader } from './read-actions.ts';
import { readHeader, type TopElement } from './read-header.ts';
import { createKindReader } from './read-kind.ts';
import { readBringMarks } from './read-bring-marks.ts';
import { readGroupQuestions } from './read-group-questions.ts';
import { createLimitReader } from './read-limits.ts';
import { assembleStructure } from './assemble-structure.ts';
import { createVoiceReaders, type VoiceReader } from './read-voices.ts';
import type { SupervisionRecord } from './record.ts';
import { topLength } from './record-top.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a reading may be told about the file besides its text. */
export interface ReadingOptions {
  /** A path pattern of the settings names the file a record. */
  readonly pathMatches?: boolean;
  /** Blocks read before: those with the same text aren't read again. */
  readonly cache?: ReadingCache;
}

/** A reading as the next reading of the same file starts from it. */
export interface ReadingCache {
  readonly blocks: BlockCache;
  readonly frontMatter: FrontMatter;
}

/** Reads records from Markdown. */
export interface RecordReader {
  /** Never throws; `cache` is for the next reading of the same file. */
  read: (
    text: string,
    options?: ReadingOptions,
  ) => { readonly record: SupervisionRecord; readonly cache: ReadingCache };
}

/** Makes a reader for a vocabulary. */
export function createRecordReader(vocabulary: Vocabulary): RecordReader {
  const kindReader = createKindReader(vocabulary);
  const readLimits = createLimitReader(vocabulary);
  const voiceReaders = createVoiceReaders(vocabulary);
  const readActions = createActionReader(vocabulary);
  return {
    read(text, { pathMatches = false, cache: before } = {}) {
      const frontMatter = isSameFrontMatter(text, before) ? before.frontMatter : readFrontMatter(text);
      const bodyStart = frontMatter.span?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
      const { blocks, cache } = readBlocks(text, bodyStart, before?.blocks);
      const { title, opening, top } = findTop(blocks);
      let readVoices: VoiceReader = () => [];
      const structure = assembleStructure(blocks, vocabulary, () => readVoices);
      const header = readHeader(text, frontMatter, top, title, vocabulary);
      const content = (): string => structure.passages.map(({ plain }) => plain.text).join('\n');
      const recognition = kindReader.read({ header, title, opening, content, pathMatches });
      readVoices = voiceReaders(header, recognition.kind);
      const { passages } = structure;
      let nodes: readonly Span[] | undefined;
      const writtenKeys = new Map(
        frontMatter.entries.map(({ key }) => [vocabulary.headerField(key)?.key ?? key, key] as const),
      );
      const record: SupervisionRecord = {
        text,
        recognition,
        header,
        frontMatter: frontMatter.span,
        sections: structure.sections,
        passages,
        actions: readActions(passages, structure.sections, header, recognition.kind),
        limits: readLimits(header, writtenKeys, structure.sections),
        prompts: structure.prompts,
        groupQuestions: readGroupQuestions(passages, structure.sections),
        bring: readBringMarks(passages),
        switches: structure.switches,
        tagProblems: structure.tagProblems,
        problems: [
          ...(frontMatter.problem === undefined ? [] : [frontMatter.problem]),
          ...structure.problems,
        ],
        get nodes() {
          return (nodes ??= nodesOf(blocks));
        },
        comments: structure.comments,
      };
      return { record, cache: { blocks: cache, frontMatter } };
    },
  };
}

/** Whether a text starts with just the front matter that was read before: what follows it doesn't matter. */
function isSameFrontMatter(text: string, before: ReadingCache | undefined): before is ReadingCache {
  const span = before?.frontMatter.span;
  if (span === undefined) return false;
  const front = before?.blocks.text.slice(0, span.end) ?? '';
  // A fence at the end of the text, or before half a line end, may go on.
  return front.endsWith('\n') && text.startsWith(front);
}

function nodesOf(blocks: readonly PlacedBlock[]): readonly Span[] {
  return blocks.flatMap(({ span, reading }) => reading.nodes.map((node) => shiftSpan(node, span.start)));
}

/** The first heading, the first passage, and the passages before the second heading. */
function findTop(blocks: readonly PlacedBlock[]): {
  title: TopElement | undefined;
  opening: TopElement | undefined;
  top: readonly TopElement[];
} {
  let title: TopElement | undefined;
  const top: TopElement[] = [];
  for (const { span, reading } of blocks) {
    for (const element of reading.elements) {
      if (span.start + element.span.start >= topLength) return { title, opening: top[0], top };
      if (element.type === 'heading') {
        if (title !== undefined) return { title, opening: top[0], top };
        title = { plain: element.plain, row: undefined, block: undefined, offset: span.start };
      } else if (element.type === 'passage')
        top.push({ plain: element.plain, row: element.row, block: element.block, offset: span.start });
    }
  }
  return { title, opening: top[0], top };
}
