import { findWords, foldText } from '../text/words.ts';
import type { Quotation } from './quotation.ts';

/** So many words hardly stand twice in a record by chance: they are found without what stood around them. */
const tellingWords = 8;
/** So many are enough where they are a whole passage that stands in the record once. */
const tellingPassage = 4;
/** How alike a changed passage has to be (0..1), where both neighbours are as they were, and without them. */
const alikeWithContext = 0.55;
const alikeAlone = 0.8;
/** By so much the likest has to be liker than the next. */
const margin = 0.15;

/**
 * The index of the passage that a quotation stands on, or undefined where it isn't there any more or can't be told
 * from another: rather on none than on a wrong one. `texts`: the passages' words as they are quoted.
 */
export function findQuotation(texts: readonly string[], quotation: Quotation): number | undefined {
  const { exact } = quotation;
  if (exact === '') return undefined;
  const whole = indicesWhere(texts, (text) => text === exact);
  const same = chooseByContext(texts, whole, quotation, tellingPassage);
  if (same !== undefined) return same;
  if (whole.length > 1) return undefined;
  const holding = indicesWhere(texts, (text) => text !== exact && text.includes(exact));
  return (
    chooseByContext(texts, holding, quotation, tellingWords) ??
    (whole.length > 0 ? undefined : findAlike(texts, quotation))
  );
}

/** Of several the one that stands where it stood; one alone if its words are many (`telling`) or it stands there. */
function chooseByContext(
  texts: readonly string[],
  candidates: readonly number[],
  quotation: Quotation,
  telling: number,
): number | undefined {
  const scored = candidates.map((index) => ({ index, fits: contextFit(texts, index, quotation) }));
  const [only] = scored;
  if (scored.length === 1 && only !== undefined) {
    const isTelling = findWords(quotation.exact).length >= telling;
    const hasNone = quotation.prefix === '' && quotation.suffix === '';
    return isTelling || hasNone || only.fits > 0 ? only.index : undefined;
  }
  const best = Math.max(0, ...scored.map(({ fits }) => fits));
  const fitting = scored.filter(({ fits }) => best > 0 && fits === best);
  return fitting.length === 1 ? fitting[0]?.index : undefined;
}

/** On how many sides what stands around is what stood around. */
function contextFit(texts: readonly string[], index: number, { exact, prefix, suffix }: Quotation): number {
  const text = texts[index] ?? '';
  const at = text.indexOf(exact);
  const inside = at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + exact.length)];
  const before = `${texts[index - 1] ?? ''} ${inside[0] ?? ''}`.trim();
  const after = `${inside[1] ?? ''} ${texts[index + 1] ?? ''}`.trim();
  // A neighbour that isn't there is no sign either way.
  const left = prefix !== '' && before !== '' && before.endsWith(prefix);
  const right = suffix !== '' && after !== '' && after.startsWith(suffix);
  return Number(left) + Number(right);
}

/** The passage whose own words were changed a little. */
function findAlike(texts: readonly string[], quotation: Quotation): number | undefined {
  const wanted = pairsOf(quotation.exact);
  if (wanted.size < 4) return undefined;
  const [best, next] = texts
    .map((text, index) => ({ index, alike: alikeness(wanted, pairsOf(text)) }))
    .sort((a, b) => b.alike - a.alike);
  if (best === undefined || best.alike - (next?.alike ?? 0) < margin) return undefined;
  const fits = contextFit(texts, best.index, quotation);
  const needed = fits === 2 ? alikeWithContext : alikeAlone;
  return best.alike >= needed ? best.index : undefined;
}

/** Pairs of words that follow each other. */
function pairsOf(text: string): Set<string> {
  const words = findWords(text).map(({ start, end }) => foldText(text.slice(start, end)));
  return new Set(words.map((word, index) => `${words[index - 1] ?? ''} ${word}`));
}

/** Dice's coefficient of two sets. */
function alikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function indicesWhere(texts: readonly string[], holds: (text: string) => boolean): number[] {
  return texts.flatMap((text, index) => (holds(text) ? [index] : []));
}
