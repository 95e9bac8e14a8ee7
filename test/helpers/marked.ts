import type { Span } from '../../server/src/text/span.ts';

/** A place marked in a text: `⟦words⟧{rule-id}`, or `⟦words⟧{rule-id another-rule}`. */
export interface Mark {
  readonly span: Span;
  readonly rules: readonly string[];
}

const mark = /⟦([^⟦⟧]*)⟧\{([^}]*)\}/;

/** Takes the marks out of a text and tells where they stood. Marks don't nest. */
export function readMarked(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = marked;
  const marks: Mark[] = [];
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const [whole, words = '', rules = ''] = match;
    text = text.slice(0, match.index) + words + text.slice(match.index + whole.length);
    marks.push({
      span: { start: match.index, end: match.index + words.length },
      rules: rules.split(/\s+/).filter((rule) => rule !== ''),
    });
  }
  return { text, marks };
}

/** The text with marks put in, for showing a difference. Findings at the same place share a mark. */
export function writeMarked(
  text: string,
  findings: readonly { readonly span: Span; readonly rule: string }[],
): string {
  const places = new Map<string, { span: Span; rules: string[] }>();
  for (const { span, rule } of findings) {
    const key = `${String(span.start)}-${String(span.end)}`;
    const place = places.get(key) ?? { span, rules: [] };
    places.set(key, { span, rules: [...place.rules, rule].sort() });
  }
  return [...places.values()]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, rules }) =>
        `${result.slice(0, span.start)}⟦${result.slice(span.start, span.end)}⟧{${rules.join(' ')}}${result.slice(span.end)}`,
      text,
    );
}
