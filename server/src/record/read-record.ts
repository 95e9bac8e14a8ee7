import { shiftSpan } from '../text/span.ts';
import { readBlocks, type BlockCache, type PlacedBlock } from './read-blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { createActionReader } from './read-actions.ts';
import { readHeader, type TopElement } from './read-header.ts';
import { createKindReader } from './read-kind.ts';
import { readBringMarks } from './read-bring-marks.ts';
import { readGroupQuestions } from './read-group-questions.ts';
import { createLimitReader } from './read-limits.ts';
import { assembleStructure } from './assemble-structure.ts';
import { createVoiceReaders } from './read-voices.ts';
import type { Passage, SupervisionRecord } from './record.ts';
import { topLength } from './record-top.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a reading may be told about the file besides its text. */
export interface ReadingOptions {
  /** A path pattern of the settings names the file a record. */
  readonly pathMatches?: boolean;
  /** Blocks read before: those with the same text aren't read again. */
  readonly cache?: BlockCache;
}

/** Reads records from Markdown. */
export interface RecordReader {
  /** Never throws; `cache` is for the next reading of the same file. */
  read: (
    text: string,
    options?: ReadingOptions,
  ) => { readonly record: SupervisionRecord; readonly cache: BlockCache };
}

/** Makes a reader for a vocabulary. */
export function createRecordReader(vocabulary: Vocabulary): RecordReader {
  const kindReader = createKindReader(vocabulary);
  const readLimits = createLimitReader(vocabulary);
  const voiceReaders = createVoiceReaders(vocabulary);
  const readActions = createActionReader(vocabulary);
  return {
    read(text, { pathMatches = false, cache: before } = {}) {
      const frontMatter = readFrontMatter(text);
      const bodyStart = frontMatter.span?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
      const { blocks, cache } = readBlocks(text, bodyStart, before);
      const { title, opening, top } = findTop(blocks);
      const structure = assembleStructure(blocks, vocabulary);
      const header = readHeader(text, frontMatter, top, title, vocabulary);
      const content = (): string => structure.passages.map(({ plain }) => plain.text).join('\n');
      const recognition = kindReader.read({ header, title, opening, content, pathMatches });
      const readVoices = voiceReaders(header, recognition.kind);
      const passages: Passage[] = structure.passages.map((passage) => ({
        ...passage,
        voices: readVoices(passage.plain, passage.blockStart),
      }));
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
        nodes: blocks.flatMap(({ span, reading }) =>
          reading.nodes.map((node) => shiftSpan(node, span.start)),
        ),
        comments: structure.comments,
      };
      return { record, cache };
    },
  };
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
