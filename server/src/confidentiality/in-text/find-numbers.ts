import { findDays } from '../../text/dates.ts';
import { escapeRegExp } from '../../text/phrases.ts';
import type { ConfidentialityData } from '../confidentiality-data.ts';
import type { FoundIdentifier, IdentifierKind } from '../identifier.ts';

/** The first letters of the postcodes of the United Kingdom and the Crown dependencies. */
const postcodeAreas =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}/-])(?:${postcodeAreas})\\d[\\dA-HJKMNP-Y]? ?\\d ?[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
  'giu',
);
const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?(?:[\p{L}\p{N}-]+(?:\.|\s?\(dot\)\s?))+\p{L}{2,}/giu;
const phone =
  /(?<![\p{L}\p{N}/.-])(?:\(?\+44\)?[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|\(?0(?=[\s)-]*[1-378]))(?:[\s()-]{0,2}\d){9,10}(?![\p{N}/])/giu;
const foreignPhone = /(?<![\p{L}\p{N}/.-])(?:\+|00)(?!44)[1-9]\d{0,2}(?:[\s()-]{0,2}\d){7,12}(?![\p{N}/])/giu;
const digitWord = '(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)';
const dictatedPhone = new RegExp(
  `\\b(?:oh|zero|nought)[\\s,-]+(?:${digitWord}[\\s,-]+){8,10}${digitWord}\\b`,
  'giu',
);
const tenDigits = /(?<![\p{L}\p{N}/.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}/]|[.-]\d)/gu;
const insurance =
  /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d\d){3}[ -]?[A-D](?![\p{L}\p{N}])/giu;
const namedInsurance =
  /\b(?:n\.?i\.?|nino|national insurance)\b[^\p{N}\n]{0,25}?(?<number>[A-Z]{2}(?:[ -]?\d\d){3}[ -]?[A-D])(?![\p{L}\p{N}])/giu;

/** The identifiers that are numbers or as good as numbers, in a plain text. */
export type NumberFinder = (text: string) => FoundIdentifier[];

/** Makes a finder; `data` gives the words that stand before dates of birth and the numbers of cases. */
export function createNumberFinder(data: ConfidentialityData): NumberFinder {
  const birth = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives(data.birth_words)}|(?<=^|\\()b\\.)(?:\\s+(?:is|was|as|given as|in|on|at home|in hospital|at term))?[\\s:.,(=–-]*(?:the\\s+)?$`,
    'iu',
  );
  const strict = data.case_words.filter((word) => !data.case_words_loose.includes(word));
  const linking =
    '(?:\\s*(?:no\\.?|nos\\.?|number|num\\.?|ref\\.?|reference|id|i\\.d\\.|#|identifier))(?![\\p{L}])';
  const code =
    '(?<number>(?=[\\p{L}/-]{0,6}[\\d/-]*\\d)(?=(?:[^\\d\\s]{0,40}\\d){3})[\\p{L}\\d]+(?:[/-][\\p{L}\\d]+)*)(?![\\p{L}\\p{N}/]|[.,:]\\d|\\s?(?:%|am\\b|pm\\b))';
  const between = '(?:\\s+(?:is|was|being))?[\\s:.#(=-]{1,3}';
  const caseNumbers = [
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(strict)})(?:${linking})?${between}${code}`, 'giu'),
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${alternatives(data.case_words_loose)})${linking}${between}${code}`,
      'giu',
    ),
    // "Court file ZC23C00418", "case 2023/00412": a code with letters or strokes needs no "number".
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${alternatives(data.case_words_loose)})${between}(?=[^\\s]{0,40}[\\p{L}/])${code}`,
      'giu',
    ),
  ];

  return (text) => {
    const found: FoundIdentifier[] = [];
    const add = (kind: IdentifierKind, start: number, length: number): void => {
      const end = start + length;
      if (length > 0 && !found.some((other) => start < other.end && other.start < end))
        found.push({ kind, start, end });
    };
    // Cheap looks first: most passages hold nothing of the kind.
    const lower = text.toLowerCase();
    const digits = /\d/.test(text);
    if (lower.includes('@') || lower.includes('(at)') || lower.includes('[at]'))
      for (const match of text.matchAll(email)) add('email', match.index, match[0].length);
    if (/\b(?:oh|zero|nought)\b/.test(lower))
      for (const match of text.matchAll(dictatedPhone)) add('phone', match.index, match[0].length);
    if (!digits) return found;
    const days = findDays(text);
    for (const { start, end } of days) {
      if (birth.test(text.slice(Math.max(0, start - 40), start))) add('date-of-birth', start, end - start);
    }
    const isDay = (start: number): boolean => days.some((day) => day.start <= start && start < day.end);
    const many = /\d\D?\d\D?\d/.test(text);
    for (const match of many ? text.matchAll(namedInsurance) : []) {
      const number = match.groups?.['number'] ?? '';
      add('ni-number', match.index + match[0].length - number.length, number.length);
    }
    if (/\d\d[ -]?\d\d/.test(text))
      for (const match of text.matchAll(insurance)) add('ni-number', match.index, match[0].length);
    for (const match of text.matchAll(tenDigits)) {
      if (hasNhsChecksum(match[0])) add('nhs-number', match.index, match[0].length);
    }
    for (const pattern of /(?:\d[\s()-]{0,2}){9}/.test(text) ? [phone, foreignPhone] : []) {
      for (const match of text.matchAll(pattern))
        if (!isDay(match.index)) add('phone', match.index, match[0].length);
    }
    for (const pattern of many ? caseNumbers : []) {
      for (const match of text.matchAll(pattern)) {
        const number = match.groups?.['number'] ?? '';
        const start = match.index + match[0].length - number.length;
        // A year or a day is no case.
        if (!/^(?:(?:19|20)\d\d|\d\/\d\d)$/.test(number) && !isDay(start))
          add('case-number', start, number.length);
      }
    }
    // "LAC 18812" goes as a whole: the words before it are part of what it's called.
    if (/[A-Za-z]\d/.test(text))
      for (const match of text.matchAll(postcode)) add('postcode', match.index, match[0].length);
    return found;
  };
}

/** Whether ten digits (spaces and hyphens aside) end in the check digit that the NHS gives them. */
export function hasNhsChecksum(written: string): boolean {
  const digits = Array.from(written.replace(/\D/g, ''), Number);
  const check = digits[9];
  if (digits.length !== 10 || check === undefined || digits.every((digit) => digit === digits[0]))
    return false;
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === check && sum % 11 !== 1;
}

/** A choice of phrases, the longest first; spaces match any white space. */
export function alternatives(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => escapeRegExp(phrase).replace(/ /g, '\\s+'))
    .join('|');
}
