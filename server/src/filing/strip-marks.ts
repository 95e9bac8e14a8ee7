import type { Html, Node, Parent, Root, RootContent } from 'mdast';
import { spanOf } from '../record/inline-text.ts';
import type { SupervisionRecord } from '../record/record.ts';
import { hashtagPattern, isCultureTag, readCultureComment } from '../record/tags.ts';
import { replaceComments } from '../text/replace-comments.ts';

/**
 * A record's Markdown tree as it is filed: without comments, tags and unanswered prompts, and no word lost that
 * the writer wrote. With `withMarks` visible tags and prompts stay, and hidden tags are written out in brackets.
 */
export function stripMarks(root: Root, record: SupervisionRecord, offset: number, withMarks: boolean): Root {
  const dropped = withMarks
    ? []
    : record.prompts.filter(({ state }) => state !== 'answered').map(({ span }) => span);
  const isDropped = (node: Node): boolean => {
    const { start, end } = spanOf(node);
    return dropped.some((span) => span.start <= start + offset && end + offset <= span.end);
  };
  const strip = <Kind extends Parent>(parent: Kind): Kind => {
    const children = parent.children.flatMap((child): RootContent[] => {
      if (isDropped(child)) return [];
      if (child.type === 'html') return stripHtml(child, parent.type, withMarks);
      if (child.type === 'text')
        return [{ ...child, value: withMarks ? child.value : stripTags(child.value) }];
      if (!('children' in child)) return [child];
      const stripped = strip(child as Parent) as RootContent & Parent;
      // What held nothing but marks goes with them; an empty cell keeps its column.
      const emptied = stripped.children.length === 0 && (child as Parent).children.length > 0;
      return emptied && child.type !== 'tableCell' ? [] : [stripped];
    });
    return { ...parent, children };
  };
  return strip(root);
}

function stripHtml({ value, position }: Html, parent: string, withMarks: boolean): RootContent[] {
  const kept = replaceComments(value, (content) => {
    const values = readCultureComment(content.trim());
    return withMarks && values !== undefined ? `[${values.join(', ')}]` : '';
  });
  if (kept.trim() === '') return [];
  // An unclosed comment hides what stands in it from a Markdown preview; it's the writer's all the same.
  const text = { type: 'text' as const, value: stripTags(kept.replace(/<!--|<\/?[a-z][^<>]*>/gi, '')) };
  const isInline = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link'].includes(
    parent,
  );
  return isInline
    ? [text]
    : [{ type: 'paragraph', position, children: [{ ...text, value: text.value.trim() }] }];
}

/** Takes culture tags and `#bring` out, with the space before them; other hashtags are the writer's. */
function stripTags(text: string): string {
  return text.replace(hashtagPattern, (whole, before: string, name: string) =>
    isCultureTag(name) || name.toLowerCase() === 'bring' ? before.trimEnd() : whole,
  );
}
