import type { ConfidentialityData } from '../confidentiality-data.ts';
import { alternatives } from '../in-text/find-numbers.ts';
import { foldName } from './fold-name.ts';
import { createContextReader } from './name-context.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { createNameJudge } from './judge-name.ts';
import { readNameTokens, type NameToken } from './name-tokens.ts';
import { isNameLike, isUnknown } from './name-traits.ts';

/** Words that may be somebody's name. */
export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  /** By itself; otherwise only where the record names the same person plainly elsewhere. */
  readonly sure: boolean;
  /** The folded word that mentions of one person have in common. */
  readonly key: string;
  /** All its folded words. */
  readonly words: readonly string[];
  readonly full: boolean;
  /** The private file holds the name; `called`: what stands for the person, where one person's it is. */
  readonly inKey?: { readonly called: string | undefined };
}

/** Finds names in a plain text; `masked` are stretches that are taken already (places, addresses). */
export type NameFinder = (
  text: string,
  masked: readonly { readonly start: number; readonly end: number }[],
) => NameCandidate[];

/** So many words stand together in a name at most; more is a headline. */
const longestSequence = 12;

/** Small words that stand between the parts of a name. */
export const particle =
  /^(?:de|da|dos|do|du|van|von|der|den|bin|bint|ibn|al|el|ul|ur|ap|ab|ferch|ní|ni|mac|le|la|di)$/u;

/** Makes a finder out of lists and words. */
export function createNameFinder(lexicon: NameLexicon, data: ConfidentialityData): NameFinder {
  const readContext = createContextReader(data);
  const judge = createNameJudge(lexicon, readContext);
  const titles = new Set(data.titles);
  const shortVerbs = new Set(data.lower_before);
  const looseTitles = new Set(data.loose_titles);
  const phrases = data.not_names.filter((phrase) => phrase.includes(' '));
  const fixed = new RegExp(`(?<![\\p{L}])(?:${alternatives(phrases)})(?![\\p{L}])`, 'giu');
  const openings = new Set(phrases.map((phrase) => foldName(phrase).split(/[\s'-]/)[0]));

  return (text, masked) => {
    const tokens = readNameTokens(text, lexicon.traits);
    const mayHold = tokens.some(({ word }) => openings.has(foldName(word).split(/['-]/)[0]));
    const taken = [
      ...masked,
      ...Array.from(mayHold ? text.matchAll(fixed) : [], ({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
      })),
      // Addresses on the net and hashtags.
      ...Array.from(
        /[@#]|:\/\/|www\./.test(text)
          ? text.matchAll(/(?<!\S)\S*?(?:@|:\/\/|www\.)\S*|#[\p{L}\p{N}-]+/gu)
          : [],
        ({ 0: found, index }) => ({
          start: index,
          end: index + found.length,
        }),
      ),
    ];
    const isTaken = ({ start, end }: NameToken): boolean =>
      taken.some((each) => start < each.end && each.start < end);
    const capitals = tokens.filter(({ capital }) => capital).length;
    const headline = tokens.length >= 3 && capitals / tokens.length > 0.65;
    const found: NameCandidate[] = [];
    for (let at = 0; at < tokens.length;) {
      const length = sequenceLength(text, tokens, at, isTaken);
      if (length === 0) {
        const lower = readLowerCase(text, tokens, at, isTaken);
        if (lower !== undefined) found.push(lower);
        at++;
        continue;
      }
      found.push(...readSequence(text, tokens, at, length, headline));
      at += length;
    }
    return found;
  };

  /** How many words from `at` on stand together with capitals, particles between them included. */
  function sequenceLength(
    text: string,
    tokens: readonly NameToken[],
    at: number,
    isTaken: (token: NameToken) => boolean,
  ): number {
    let length = 0;
    const most = Math.min(tokens.length, at + longestSequence);
    for (let index = at; index < most; index++) {
      const token = tokens[index];
      if (token === undefined || isTaken(token)) break;
      const before = tokens[index - 1];
      if (index > at && before !== undefined) {
        const gap = text.slice(before.end, token.start);
        const afterTitle = titles.has(foldName(before.word)) || (before.initials && before.word.length === 1);
        const { common, surname } = token.traits;
        const goesOnAfterStop = titles.has(foldName(before.word)) || surname || !common;
        if (before.possessive || !(gap === ' ' || (afterTitle && goesOnAfterStop && /^\. ?$/.test(gap))))
          break;
      }
      if (!token.capital) {
        const next = tokens[index + 1];
        const goesOn = index > at && particle.test(token.word) && next?.capital === true && !isTaken(next);
        if (!goesOn) break;
      }
      length = index - at + 1;
    }
    return length;
  }

  function readSequence(
    text: string,
    tokens: readonly NameToken[],
    at: number,
    length: number,
    headline: boolean,
  ): NameCandidate[] {
    const names: NameCandidate[] = [];
    const end = at + length;
    let index = at;
    while (index < end) {
      const token = tokens[index];
      if (token === undefined) break;
      const title = foldName(token.word);
      if (titles.has(title) && index + 1 < end) {
        const last = nameEnd(tokens, index + 1, end, true);
        const name = tokens.slice(index + 1, last);
        const loose = looseTitles.has(title);
        const likely =
          name.some(({ traits, word }) => isNameLike(traits, word)) ||
          (!loose && name.some(({ traits }) => !traits.common || traits.surname || traits.given));
        if (
          name.some(({ initials }) => !initials) &&
          likely &&
          !(name[0] !== undefined && titles.has(foldName(name[0].word)))
        ) {
          names.push(candidate(name, true, true, text));
          index = last;
          continue;
        }
      }
      if (titles.has(title)) {
        index++;
        continue;
      }
      const last = nameEnd(tokens, index, end, false);
      const name = tokens.slice(index, last);
      const judged = judge(text, name, tokens, index, headline);
      if (judged !== undefined) {
        names.push(candidate(name, judged === 'sure', name.length > 1, text));
        index = last;
      } else index++;
    }
    return names;
  }

  /** Where the name ends that begins at `index`: a given name takes surnames and unknown words along. */
  function nameEnd(tokens: readonly NameToken[], index: number, end: number, titled: boolean): number {
    const first = tokens[index];
    if (first === undefined) return index + 1;
    let last = index + 1;
    const open = first.initials || first.traits.given || first.traits.surname || titled || isUnknown(first);
    while (open && last < end) {
      const token = tokens[last];
      const next = tokens[last + 1];
      if (token === undefined) break;
      const { traits } = token;
      const belongs =
        (particle.test(token.word) && next?.capital === true) ||
        (token.initials && (last + 1 < end || token.word.length === 1)) ||
        traits.given ||
        traits.surname ||
        isUnknown(token);
      if (!belongs) break;
      last++;
    }
    return last;
  }

  /** "spoke to danny": without a capital only where nothing else can be meant. */
  function readLowerCase(
    text: string,
    tokens: readonly NameToken[],
    at: number,
    isTaken: (token: NameToken) => boolean,
  ): NameCandidate | undefined {
    const token = tokens[at];
    if (token === undefined || token.capital || token.word.length < 3 || isTaken(token)) return undefined;
    const { traits } = token;
    const title = tokens[at - 1];
    // "saw mrs parry": with a title in lower case, too.
    if (
      title !== undefined &&
      /^(?:mr|mrs|ms|miss)$/.test(title.word) &&
      /^\.? $/.test(text.slice(title.end, token.start)) &&
      (title.word === 'miss' ? traits.surname && !traits.common : traits.surname || !traits.common)
    )
      return candidate([token], true, true, text);
    if (!traits.given || traits.common || traits.proper || traits.alsoPlace || traits.month) return undefined;
    const context = readContext(text, token, token);
    const plain =
      (context.beforePerson ||
        context.afterPerson === 'plainly' ||
        context.afterPerson === 'weakly' ||
        isAddressed(tokens, at) ||
        token.possessive) &&
      !context.afterArticle;
    return candidate([token], plain, false, text);
  }

  /** "text liban", "gave elif", "hv to brandon and mum": short forms that are common in notes typed without capitals. */
  function isAddressed(tokens: readonly NameToken[], at: number): boolean {
    const [before, next, afterNext] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    return (
      (before !== undefined && shortVerbs.has(before.word.toLowerCase())) ||
      (next !== undefined && /^(?:and|n)$/i.test(next.word) && afterNext?.traits.relation === true)
    );
  }

  function candidate(name: readonly NameToken[], sure: boolean, full: boolean, text: string): NameCandidate {
    const start = name[0]?.start ?? 0;
    const end = name.at(-1)?.end ?? start;
    const own = name.filter(({ initials, word }) => !initials && !particle.test(word));
    const given = own.find(({ traits }) => traits.given) ?? own[0];
    return {
      start,
      end,
      sure,
      full,
      key: foldName(given?.word ?? text.slice(start, end)),
      words: own.map(({ word }) => foldName(word)),
    };
  }
}
