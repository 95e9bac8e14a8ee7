import { shiftSpan } from '../text/span.ts';
import type { Comment } from './block-elements.ts';
import type { Switch } from './record.ts';

const form = /^supervision-lens-([\w-]+)([\s\S]*)$/;
const kinds = ['disable', 'enable', 'disable-next-passage', 'disable-file'] as const;

/** The switch that a comment holds (absolute spans), or undefined for a comment that is none of the tool's. */
export function readSwitch(comment: Comment): Switch | undefined {
  const match = form.exec(comment.content);
  const name = match?.[1];
  if (match === null || name === undefined || name === 'prompt') return undefined;
  const kind = kinds.find((each) => each === name) ?? 'unknown';
  const contentStart = comment.span.start + 4;
  const list = match[2] ?? '';
  // The content is trimmed: the list ends where the content ends, before `-->` and the space before it.
  const rules = Array.from(list.matchAll(/[^\s,]+/g), (rule) => ({
    id: rule[0],
    at: match[0].length - list.length + rule.index,
  }));
  return {
    kind,
    rules: rules.map(({ id, at }) => ({
      id,
      span: shiftSpan({ start: at, end: at + id.length }, contentStart + comment.lead),
    })),
    span: comment.span,
  };
}
