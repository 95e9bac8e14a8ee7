import type { Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown (CommonMark with GFM, without front matter) to mdast. Offsets in the tree are UTF-16 offsets
 * into `text`. Never throws: what nests deeper than the parser can follow is taken for one paragraph.
 */
export function parseMarkdown(text: string): Root {
  try {
    return processor.parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const position = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: text.length + 1, offset: text.length },
    };
    const words: Text = { type: 'text', value: text, position };
    return { type: 'root', position, children: [{ type: 'paragraph', position, children: [words] }] };
  }
}
