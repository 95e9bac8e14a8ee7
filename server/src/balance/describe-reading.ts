import type { PassageReading } from '../culture/read-passages.ts';
import { cultures, type Culture, type PassageLabel } from '../terms/cultures.ts';
import { fillMessage } from '../text/message.ts';
import { messageIn, type Messages } from './messages.ts';
import type { Profile } from './profile.ts';

/** A reading in words, for lens, status bar and command line. */
export interface DescribedReading {
  /** A few words: "Mostly the work; the person hardly written about". */
  readonly words: string;
  /** The counts behind it: "12 of 14 passages could be told: 9 about the work, …". */
  readonly counts: string;
}

/** From this share on a culture is what a text is mostly about; a second one is named from `second` on. */
const mostly = 0.6;
const second = 0.25;
/** Under this share a culture is hardly written about. */
const hardly = 0.05;
/** A section needs so many words that aren't neutral for a word on it. */
const littleWords = 15;

/** Plain name of a culture, as messages use it. */
export function plainName(messages: Messages, culture: PassageLabel | 'undecided'): string {
  return messages.cultures[culture]?.plain ?? culture;
}

/** Says in words what a profile shows; of the cultures in `absent` it adds which ones it hardly touches. */
export function describeReading(
  readings: readonly PassageReading[],
  profile: Profile,
  messages: Messages,
  absent: readonly Culture[] = cultures,
): DescribedReading {
  return { words: describeShares(profile, messages, absent), counts: describeCounts(readings, messages) };
}

function describeShares({ shares, words }: Profile, messages: Messages, absent: readonly Culture[]): string {
  const texts = messages.reading;
  if (words === 0) return messageIn(texts, 'nothing');
  if (words < littleWords) return messageIn(texts, 'little');
  const ranked = [...cultures].sort((a, b) => shares[b] - shares[a]);
  const [first, next, third] = ranked as [Culture, Culture, Culture, Culture];
  const name = (culture: Culture): string => plainName(messages, culture);
  const all = cultures.every((culture) => shares[culture] >= hardly * 2);
  const mostlyOne = shares[first] >= mostly;
  const mostlyTwo = shares[first] + shares[next] >= 1 - second || shares[third] < hardly * 2;
  const head = mostlyOne
    ? fillMessage(messageIn(texts, 'mostly'), { culture: name(first) })
    : all
      ? messageIn(texts, 'all')
      : mostlyTwo
        ? fillMessage(messageIn(texts, 'mostly'), { culture: joinNames([first, next].map(name)) })
        : capitalise(joinNames([first, next, third].map(name)));
  const missing = absent.filter((culture) => shares[culture] < hardly);
  if (missing.length === 0) return head;
  const tail = missing.every((culture) => shares[culture] === 0) ? 'not-written' : 'hardly';
  return `${head}; ${fillMessage(messageIn(texts, tail), { culture: joinNames(missing.map(name)) })}`;
}

/** "the work and the person"; with a comma where a name has an "and" of its own. */
function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const link = names.some((name) => name.includes(' and ')) ? ', and ' : ' and ';
  return names.slice(0, -1).join(', ') + link + last;
}

function describeCounts(readings: readonly PassageReading[], messages: Messages): string {
  const texts = messages.reading;
  const count = (label: PassageLabel | 'undecided'): number =>
    readings.filter(({ culture }) => culture === label).length;
  const parts = cultures
    .map((culture) => ({ n: count(culture), culture: plainName(messages, culture) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map((values) => fillMessage(messageIn(texts, 'count'), values));
  const neutral = count('none');
  if (neutral > 0) parts.push(fillMessage(messageIn(texts, 'count-none'), { n: neutral }));
  const unsure = count('undecided');
  const told = readings.length - unsure;
  if (told === 0)
    return unsure === 0 ? '' : fillMessage(messageIn(texts, 'none-told'), { total: readings.length });
  const list = parts.join(', ');
  const values = { decided: told, total: readings.length, list };
  return fillMessage(messageIn(texts, unsure === 0 ? 'counts-all' : 'counts'), values);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
