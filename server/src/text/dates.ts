/** A day named in a text. `iso` is undefined where the year isn't given (and none was assumed). */
export interface NamedDay {
  readonly start: number;
  readonly end: number;
  readonly iso: string | undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The months by name or short, as alternatives of a regular expression. */
export const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const edge = '(?<![\\p{L}\\p{N}./-])';

const iso = new RegExp(`${edge}(\\d{4})-(\\d{1,2})-(\\d{1,2})(?![\\d-])`, 'giu');
const numeric = new RegExp(
  `${edge}(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/-]|[.:]\\d|\\s*(?:am|pm|hrs|%))`,
  'giu',
);
const named = new RegExp(
  `${edge}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${monthName})\\.?(?:,?\\s+(\\d{4})|\\s+'?(\\d{2})(?![\\d.:]|\\s*(?:am|pm|to|-|–)))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const american = new RegExp(
  `${edge}(${monthName})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\p{L}\\p{N}:.])`,
  'giu',
);

/**
 * The days that a text names, day first, in order. `yearOf` gives the year for a day without one: pass
 * the record's own day, so that "by 24/4" in a note of 10 April means that year's April, and "by 7/1" in a
 * note of December the January after; without it such days have no `iso`. Times ("10.30") and fractions
 * that are no day ("40/60") are left out; "10.04" is taken for a day only with a year or with `yearOf`.
 */
export function findDays(text: string, near?: string): NamedDay[] {
  const days: NamedDay[] = [];
  const add = (match: RegExpMatchArray, year: string | undefined, month: number, day: number): void => {
    const start = match.index ?? 0;
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    if (days.some((other) => start < other.end && other.start < start + match[0].length)) return;
    days.push({ start, end: start + match[0].length, iso: toIso(year, month, day, near) });
  };
  for (const match of text.matchAll(iso)) add(match, match[1], Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(numeric)) {
    if (match[4] === undefined && match[2] !== '/') continue;
    add(match, match[4], Number(match[3]), Number(match[1]));
  }
  for (const match of text.matchAll(named))
    add(match, match[3] ?? match[4], monthNumber(match[2]), Number(match[1]));
  for (const match of text.matchAll(american)) add(match, match[3], monthNumber(match[1]), Number(match[2]));
  return days.sort((a, b) => a.start - b.start);
}

function monthNumber(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** ISO day, or undefined without a year or for a day that the month doesn't have. */
function toIso(
  year: string | undefined,
  month: number,
  day: number,
  near: string | undefined,
): string | undefined {
  if (year === undefined) return near === undefined ? undefined : nearestAfter(month, day, near);
  const full = year.length === 2 ? `20${year}` : year;
  return valid(Number(full), month, day);
}

/** The day in the year of `near`, or in the next year where that lies over four months before `near`. */
function nearestAfter(month: number, day: number, near: string): string | undefined {
  const year = Number(near.slice(0, 4));
  const gap = month + day / 31 - (Number(near.slice(5, 7)) + Number(near.slice(8, 10)) / 31);
  return valid(gap < -4 ? year + 1 : year, month, day);
}

function valid(year: number, month: number, day: number): string | undefined {
  const lengths = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (day > (lengths[month - 1] ?? 0)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
