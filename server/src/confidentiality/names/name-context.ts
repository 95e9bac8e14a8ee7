import type { ConfidentialityData } from '../confidentiality-data.ts';
import { alternatives } from '../in-text/find-numbers.ts';
import { foldName } from './fold-name.ts';
import type { NameToken } from './name-tokens.ts';

/** What stands around a stretch of words speaks for a person there, or against. */
export interface NameContext {
  /** "Her son", "spoke to", "called" and the like stand before it. */
  beforePerson: boolean;
  /** It does what people do; `weakly`: things do that too. */
  afterPerson: 'no' | 'weakly' | 'plainly';
  /** "in", "at", "from" stand before it. */
  beforePlace: boolean;
  /** An article or the like stands before it. */
  afterArticle: boolean;
  /** A number stands right before or behind it, as with months. */
  besideNumber: boolean;
  /** A year or "et al." makes it a citation. */
  cited: boolean;
  /** "Call it …", "a worker I'll call …": a name that the writer gives for the purpose. */
  invented: boolean;
  /** "… Act", "… review": what it belongs to isn't a person. */
  belongsToThing: boolean;
}

/** Reads the context of a stretch of a text. */
export type ContextReader = (text: string, first: NameToken, last: NameToken) => NameContext;

/** Makes a reader. */
export function createContextReader(data: ConfidentialityData): ContextReader {
  // The last words before a name tell; a look at the last one of them saves most of the work.
  const relationEnds = new Set([
    ...data.persons.flatMap((phrase) => lastWord(phrase)),
    'is',
    'was',
    'called',
    'named',
  ]);
  const addressEnds = new Set(data.before.flatMap((phrase) => lastWord(phrase)));
  const placeEnds = new Set(data.place_prepositions.flatMap((phrase) => lastWord(phrase)));
  const relation = new RegExp(
    `(?<![\\p{L}])(?:${alternatives(data.persons)})(?:\\s*[,(:–-]\\s*|\\s+)(?:(?:is|was|called|named)\\s+)?$`,
    'iu',
  );
  const address = new RegExp(`(?<![\\p{L}])(?:${alternatives(data.before)})\\s+$`, 'iu');
  const place = new RegExp(`(?<![\\p{L}])(?:${alternatives(data.place_prepositions)})\\s+$`, 'iu');
  const after = new Set(data.after.map(foldName));
  const weak = new Set(data.weak_after.map(foldName));
  const things = new RegExp(
    `^(?:['’]s?)?\\s+(?:\\p{Lu}[\\p{L}-]+\\s+)?(?:${alternatives(data.not_behind_names)})(?![\\p{L}])`,
    'iu',
  );
  const given = "(?:I|we)(?:['’]ll|\\s+(?:will|shall|have|am going to|are going to))?\\s+call(?:ed)?";
  const invented = new RegExp(
    `(?<!\\p{L})(?:(?:let['’]s\\s+)?call\\s+(?:it|him|her|them|this\\s+\\p{L}+|that\\s+\\p{L}+)|${given}\\s+(?:it|him|her|them|this\\s+\\p{L}+)|(?:${alternatives(data.persons)}|someone|somebody|family)\\s+(?:that\\s+|who\\s+|whom\\s+)?${given})\\s+$`,
    'iu',
  );
  return (text, first, last) => {
    const lead = text.slice(Math.max(0, first.start - 48), first.start);
    const end = foldName(
      /(?<![\p{L}'’-])([\p{L}'’-]+)[^\p{L}]{0,4}$/u.exec(lead.slice(-24))?.[1] ?? '',
    ).replace(/^.*['-]/, '');
    const rest = text.slice(last.end, last.end + 60);
    const word =
      /^\s+(?:(?:also|then|never|always|still|just|really|now|only|even|both|all)\s+)?([\p{L}'’]+)/u.exec(
        rest,
      )?.[1];
    const verb = word === undefined ? '' : foldName(word);
    const aged = /^\s*(?:\((?:aged?\s+)?\d{1,2}\)|,\s*(?:aged\s+)?\d{1,3}(?:,|\s|\.|$))/u.test(rest);
    return {
      beforePerson:
        (relationEnds.has(end) && relation.test(lead)) || (addressEnds.has(end) && address.test(lead)),
      afterPerson:
        aged || (after.has(verb) && !weak.has(verb)) ? 'plainly' : after.has(verb) ? 'weakly' : 'no',
      beforePlace: placeEnds.has(end) && place.test(lead),
      afterArticle: /(?<!\p{L})(?:the|a|an|this|that|my|our|your|its|these|those|each|every|no)\s+$/iu.test(
        lead,
      ),
      besideNumber: /\d(?:st|nd|rd|th)?(?:\s+of)?\s*$/u.test(lead) || /^\s*'?\d/u.test(rest),
      cited:
        /^(?:['’]s?)?,?\s*(?:\(\s*)?(?:19|20)\d\d/u.test(rest) ||
        /^\s*(?:,\s*)?et\s+al/iu.test(rest) ||
        /^(?:,\s*\p{Lu}[\p{L}'’-]+)*,?\s*(?:and|&)\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?(?:['’]s)?,?\s*(?:\(\s*)?(?:19|20)\d\d/u.test(
          rest,
        ) ||
        /^,?\s*(?:\p{Lu}\.\s?){1,3}(?:,?\s*(?:and|&)\s+[^()]{0,30}|\s*)(?:\(\s*)?(?:19|20)\d\d/u.test(rest),
      invented: /call/i.test(lead) && invented.test(lead),
      belongsToThing: things.test(rest),
    };
  };
}

function lastWord(phrase: string): string {
  return (
    foldName(phrase)
      .split(/[\s'-]/)
      .at(-1) ?? ''
  );
}
