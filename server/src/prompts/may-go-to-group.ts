import { isLimitedPassage, isLimitedRecord } from '../record/limited.ts';
import type { SignList, SignPhrases } from '../balance/sign-phrases.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import { isFormalMatter } from '../balance/formal-matter.ts';
import { headingsAbove, type Passage, type SupervisionRecord } from '../record/record.ts';

/** What a passage tells of that isn't for a group. */
const notForGroups: readonly SignList[] = [
  'private-life',
  'feeling',
  'exclusion',
  'capability',
  'capability-weak',
  'unquotable',
];

/** Whether a record may send a question to a group at all: not where circulation is limited, nor in a formal matter. */
export function mayAskGroup(record: SupervisionRecord, signs: SignPhrases): boolean {
  const { kind } = record.recognition;
  if (kind === 'group' || kind === 'unknown') return false;
  return !isLimitedRecord(record) && !isFormalMatter(record, signs);
}

/**
 * Whether something of a record, nobody knows which passage, may be taken to a group: no passage tells of what isn't for
 * one.
 */
export function mayAllGoToGroup(record: SupervisionRecord, signs: SignPhrases): boolean {
  return (
    mayAskGroup(record, signs) && record.passages.every((passage) => isForGroups(record, passage, signs))
  );
}

/**
 * Whether a question on a passage may be taken to the group (spec section 4): never where the passage, or a heading
 * above it, tells of the writer's or worker's own life, health, grief or experience of discrimination, of a death or of
 * capability; nor where it is mostly about the person, nor where circulation is limited.
 */
export function mayGoToGroup(
  record: SupervisionRecord,
  { passage, estimate, culture }: PassageReading,
  signs: SignPhrases,
): boolean {
  if (culture === 'humanistic' || (culture === 'undecided' && estimate === 'humanistic')) return false;
  return mayAskGroup(record, signs) && isForGroups(record, passage, signs);
}

/** Whether neither a passage nor a heading above it tells of what isn't for groups, and nobody has kept it from them. */
function isForGroups(record: SupervisionRecord, passage: Passage, signs: SignPhrases): boolean {
  if (isLimitedPassage(record, passage)) return false;
  for (let index = passage.section; index !== undefined; index = record.sections[index]?.parent) {
    const key = record.sections[index]?.key;
    if (key === 'wellbeing' || key === 'own_words' || key === 'group_questions') return false;
  }
  const texts = [passage.plain.text, ...headingsAbove(record, passage)].map((text) =>
    text.replace(/['’]s(?!\p{L})/gu, ''),
  );
  return notForGroups.every((list) => texts.every((text) => signs.findInText(list, text).length === 0));
}
