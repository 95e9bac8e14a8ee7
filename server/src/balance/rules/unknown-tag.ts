import * as z from 'zod/mini';
import type { TagProblem } from '../../record/tags.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, recordSpan, type Fix, type RuleFinding } from '../rule.ts';

/**
 * A slip in a tag, an unknown value in a culture comment, or tags that don't go together (spec section 2); and marks
 * beside the record that can't be read, or whose words are gone.
 */
export const unknownTag = defineRule({
  id: 'unknown-tag',
  kinds: ['supervision', 'group', 'log', 'journal', 'unknown'],
  severity: 'warning',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'A slip',
      fires: true,
      text: '# Supervision 4 March 2025\n\nShe laughed at that. #humanisitc\n',
    },
    {
      title: 'A value that is no culture',
      fires: true,
      text: '# Supervision 4 March 2025\n\nShe laughed at that. <!-- culture: warm -->\n',
    },
    {
      title: 'Words behind a comment, which hides them',
      fires: true,
      text: '# Supervision 4 March 2025\n\n<!-- culture: humanistic --> She laughed at that.\n',
    },
    {
      title: 'A tag',
      fires: false,
      text: '# Supervision 4 March 2025\n\nShe laughed at that. #humanistic\n',
    },
    {
      title: 'Two cultures',
      fires: false,
      text: '# Supervision 4 March 2025\n\nThey laughed at that. <!-- culture: humanistic, democratic -->\n',
    },
    {
      title: 'Another hashtag',
      fires: false,
      nearMiss: true,
      text: '# Supervision 4 March 2025\n\nShe managed it alone. #pcf6 #bring #human\n',
    },
  ],
  *check({ record }) {
    for (const problem of record.tagProblems) yield tagFinding(record.text, problem);
    for (const { kind, span } of record.problems) {
      if (kind !== 'text-hidden-by-comment') continue;
      yield { span, message: { name: 'hidden' }, fixes: [moveBehindWords(record.text, span)] };
    }
    const { problem, gone = 0 } = record.beside ?? {};
    const span = recordSpan(record);
    if (problem !== undefined)
      yield { span, message: { name: 'beside-unreadable', values: { place: problem } } };
    if (gone > 0) yield { span, message: { name: 'beside-gone', values: { n: gone } } };
  },
});

function tagFinding(text: string, { mark, reason, value, suggestion }: TagProblem): RuleFinding {
  const values = { value, suggestion: suggestion ?? '' };
  const unknown = suggestion === undefined ? 'value' : 'value-suggestion';
  const name = reason === 'unknown-value' ? unknown : reason;
  const title = suggestion === undefined ? { name: 'fix-remove', values } : { name: 'fix', values };
  const span = valueSpan(text, mark.span, value, suggestion === undefined && mark.form === 'hashtag');
  const fix: Fix = { title, changes: [{ span, newText: suggestion ?? '' }] };
  // A comment can't stand without a value: it goes as a whole.
  const removesComment = suggestion === undefined && mark.form === 'comment' && mark.values.length === 1;
  return {
    span: mark.span,
    message: { name, values },
    fixes: [removesComment ? { title, changes: [{ span: mark.span, newText: '' }] } : fix],
  };
}

/** Where a value stands within its mark; with the comma before it, or the `#`, where it is to be taken out. */
function valueSpan(text: string, mark: Span, value: string, withHash: boolean): Span {
  const source = text.slice(mark.start, mark.end);
  const at = source.lastIndexOf(value);
  const start = mark.start + Math.max(0, at);
  const end = start + value.length;
  if (withHash) return { start: mark.start, end };
  return { start, end };
}

function moveBehindWords(text: string, span: Span): Fix {
  const comment = text.slice(span.start, span.end);
  let end = span.end;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  const words = text.slice(span.end, end).trim();
  return {
    title: { name: 'fix-hidden' },
    changes: [{ span: { start: span.start, end }, newText: `${words} ${comment}` }],
  };
}
