import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown (CommonMark with GFM, without front matter) to mdast. Offsets in the tree are UTF-16 offsets
 * into `text`. Never throws: every text is Markdown.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
