import type { Root, Text } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/*
 * The parts of GFM, combined once rather than for each block: blocks are many and short. Literal addresses
 * (`https://…` without marks) aren't looked for: they change no words and cost an eighth of the time.
 */
const processor = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [
      combineExtensions([gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()]),
    ],
    fromMarkdownExtensions: [
      [
        gfmFootnoteFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        gfmTableFromMarkdown(),
        gfmTaskListItemFromMarkdown(),
      ],
    ],
  })
  .freeze();

/**
 * Markdown (CommonMark with GFM, without front matter) to mdast. Offsets in the tree are UTF-16 offsets
 * into `text`.
 * @throws RangeError where containers nest deeper than the parser can follow (some thousand levels).
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/** A text as one paragraph, marks and all: for what can't be parsed, so that its words aren't lost. */
export function asParagraph(text: string): Root {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  const words: Text = { type: 'text', value: text, position };
  return { type: 'root', position, children: [{ type: 'paragraph', position, children: [words] }] };
}
