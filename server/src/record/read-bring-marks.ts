import { passageSpan, type BringMark, type Passage } from './record.ts';
import { hashtagPattern } from './tags.ts';

/** The hashtag by which a writer says: this one I want to bring. In any case. */
export const bringTag = 'bring';

/** The passages with a `#bring`, each once. */
export function readBringMarks(passages: readonly Passage[]): BringMark[] {
  const marks: BringMark[] = [];
  for (const passage of passages) {
    if (!passage.plain.text.includes('#')) continue;
    for (const match of passage.plain.text.matchAll(hashtagPattern)) {
      const name = match[2] ?? '';
      if (name.toLowerCase() !== bringTag) continue;
      const start = match.index + (match[1]?.length ?? 0);
      marks.push({ passage: passage.index, span: passageSpan(passage, start, start + 1 + name.length) });
      break;
    }
  }
  return marks;
}
