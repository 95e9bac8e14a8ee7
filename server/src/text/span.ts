/** A stretch of a text: UTF-16 offsets, `end` exclusive. All positions before `features/` are spans. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same stretch, `offset` characters further on: the one function that makes block positions absolute. */
export function shiftSpan(span: Span, offset: number): Span {
  return offset === 0 ? span : { start: span.start + offset, end: span.end + offset };
}

/** Whether `inner` lies within `outer` (equal spans do). */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share a character, or an empty one touches the other. */
export function spansTouch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
