import type { ContextReader, NameContext } from './name-context.ts';
import type { NameLexicon } from './name-lexicon.ts';
import type { NameToken } from './name-tokens.ts';
import { isNameLike, isPlainGiven, isUnknown } from './name-traits.ts';

/** Plainly somebody's name; somebody's if the record names them plainly elsewhere; no name. */
export type NameJudgement = 'sure' | 'maybe' | undefined;

/** Judges words that stand together with capitals, the first of them at `index`; `headline`: most words have one. */
export type NameJudge = (
  text: string,
  name: readonly NameToken[],
  tokens: readonly NameToken[],
  index: number,
  headline: boolean,
) => NameJudgement;

/** Makes a judge. */
export function createNameJudge(lexicon: NameLexicon, readContext: ContextReader): NameJudge {
  return judge;

  function judge(
    text: string,
    name: readonly NameToken[],
    tokens: readonly NameToken[],
    index: number,
    headline: boolean,
  ): NameJudgement {
    const [first] = name;
    const last = name.at(-1);
    if (first === undefined || last === undefined || name.every(({ initials }) => initials)) return undefined;
    const context = readContext(text, first, last);
    if (context.cited || context.invented) return undefined;
    if (name.length > 1) return judgeSeveral(name, context, headline);
    return judgeOne(text, first, context, tokens, index, headline);
  }

  function judgeSeveral(name: readonly NameToken[], context: NameContext, headline: boolean): NameJudgement {
    const [first, second] = name;
    const last = name.at(-1);
    if (first === undefined || second === undefined || last === undefined) return undefined;
    if (lexicon.isAuthor(first.word, last.word)) return undefined;
    if (context.belongsToThing && !context.beforePerson) return undefined;
    const rest = name.slice(1);
    const strongRest = rest.some(({ traits, word }) => isNameLike(traits, word));
    const surnameRest = rest.some(({ traits }) => traits.surname || traits.given);
    if (isPlainGiven(first))
      return surnameRest || rest.some(isUnknown) || rest.some(({ initials }) => initials) ? 'sure' : 'maybe';
    if (first.traits.given && (strongRest || (surnameRest && !headline))) return 'sure';
    if (first.initials)
      return rest.some(({ traits, word }) => traits.surname && isNameLike(traits, word)) ? 'sure' : undefined;
    if ((first.traits.surname || isUnknown(first)) && rest.some(isPlainGiven)) return 'sure';
    if (isUnknown(first) && rest.some(({ traits }) => traits.surname && !traits.common))
      return context.afterArticle || context.beforePlace ? undefined : 'sure';
    if (context.beforePerson && !context.afterArticle && name.some(isUnknown)) return 'sure';
    if (context.afterPerson === 'plainly' && name.every(isUnknown) && !context.afterArticle) return 'sure';
    if (
      first.traits.surname &&
      !first.traits.common &&
      surnameRest &&
      (context.beforePerson || context.afterPerson === 'plainly')
    )
      return 'sure';
    return undefined;
  }

  function judgeOne(
    text: string,
    token: NameToken,
    context: NameContext,
    tokens: readonly NameToken[],
    index: number,
    headline: boolean,
  ): NameJudgement {
    const { traits, opens, shouted, possessive } = token;
    if (token.word.length < 2 || (/^[\p{Lu}]+$/u.test(token.word) && !(shouted && isPlainGiven(token))))
      return undefined;
    if (traits.proper && !traits.given) return undefined;
    // "AssetPlus", "SystmOne": nobody's name but "McCall" and "D'Souza" goes on with a capital.
    if (
      /\p{Ll}\p{Lu}/u.test(token.word) &&
      !/^(?:Ma?c|O['’]|D['’]|De|La|Fitz|Le|Van)\p{Lu}\p{Ll}+$/u.test(token.word)
    )
      return undefined;
    if (traits.month && context.besideNumber) return undefined;
    if (traits.theorist && !context.beforePerson) return undefined;
    if (context.belongsToThing) return undefined;
    const person = context.beforePerson || context.afterPerson === 'plainly';
    if (traits.given && traits.alsoPlace) {
      if (context.beforePlace || context.afterArticle) return undefined;
      return person || possessive || (!opens && context.afterPerson !== 'no') ? 'sure' : 'maybe';
    }
    if (isPlainGiven(token)) return context.afterArticle && !person ? 'maybe' : 'sure';
    if (traits.given && traits.month) return person && !context.beforePlace ? 'sure' : 'maybe';
    if (traits.given) {
      // A name that is an everyday word too.
      if (person && !context.afterArticle)
        return opens && context.afterPerson === 'no' && !context.beforePerson ? 'maybe' : 'sure';
      const joined = isJoinedToName(text, tokens, index);
      if (joined && !headline) return 'sure';
      if (opens || headline || context.afterArticle)
        return possessive && opens && !headline ? 'sure' : 'maybe';
      return context.beforePlace ? 'maybe' : 'sure';
    }
    if (traits.common) return context.beforePerson && traits.surname && !opens ? 'maybe' : undefined;
    if (traits.surname) {
      if (context.afterArticle) return undefined;
      return person || (possessive && context.afterPerson !== 'no') || isJoinedToName(text, tokens, index)
        ? 'sure'
        : 'maybe';
    }
    // Not in any list.
    if (token.word.length < 3 || context.afterArticle) return undefined;
    if (person || (isJoinedToName(text, tokens, index) && !context.beforePlace)) return 'sure';
    if (context.afterPerson === 'weakly' && !context.beforePlace) return 'sure';
    return 'maybe';
  }
}

/** "Iris and Gethin", "Kate & Tom": names stand together. */
function isJoinedToName(text: string, tokens: readonly NameToken[], index: number): boolean {
  const isName = (other: NameToken | undefined): boolean =>
    other?.capital === true && (isPlainGiven(other) || (other.traits.given && !other.traits.common));
  const [before, beforeThat, next, afterNext] = [
    tokens[index - 1],
    tokens[index - 2],
    tokens[index + 1],
    tokens[index + 2],
  ];
  const joins = (middle: NameToken | undefined, other: NameToken | undefined): boolean =>
    middle !== undefined && /^(?:and|n)$/i.test(middle.word) && isName(other);
  const sign = /^\s*[&+/]\s*$/;
  const own = tokens[index];
  const joinedBySign = (a: NameToken | undefined, b: NameToken | undefined): boolean =>
    a !== undefined && b !== undefined && sign.test(text.slice(a.end, b.start));
  return (
    joins(before, beforeThat) ||
    joins(next, afterNext) ||
    (joinedBySign(before, own) && isName(before)) ||
    (joinedBySign(own, next) && isName(next))
  );
}
