import type { Place } from './command-arguments.ts';

/**
 * Where to begin writing: the line below the first heading that has neither text nor headings of its own under
 * it. Undefined where there is none. Meant for templates, so code blocks aren't considered.
 */
export function firstEmptySection(text: string): Place | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const levels = lines.map((line) => /^ {0,3}(#{1,6})(?:\s|$)/.exec(line)?.[1]?.length);
  const index = lines.findIndex((_, line) => {
    const level = levels[line];
    if (level === undefined) return false;
    const next = lines.findIndex((each, other) => other > line && each.trim() !== '');
    const nextLevel = levels[next];
    return next === -1 || (nextLevel !== undefined && nextLevel <= level);
  });
  return index === -1 ? undefined : { line: Math.min(index + 1, lines.length - 1), character: 0 };
}
