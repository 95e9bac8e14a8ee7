import type { SupervisionRecord } from '../record/record.ts';
import type { ConfidentialityData, ConfidentialityProfile } from './confidentiality-data.ts';
import { foldName } from './names/fold-name.ts';
import type { Identifier } from './identifier.ts';
import type { IdentifierFinder } from './record-identifiers.ts';

/** The ids of the profiles in `confidentiality.yaml`, as the configuration names them (a test holds the two together). */
export const confidentialityProfileIds = [
  'general',
  'case-record',
  'initials-and-roles',
  'pseudonyms',
  'everyone-anonymous',
] as const;

/** The profile that holds where the configuration names none. */
export const defaultProfileId = 'general';

/** A profile by its id; the default one where there is no such id. */
export function profileOf(data: ConfidentialityData, id: string | undefined): ConfidentialityProfile {
  const profile =
    data.profiles.find((each) => each.id === id) ??
    data.profiles.find((each) => each.id === defaultProfileId);
  if (profile === undefined) throw new Error('confidentiality.yaml needs the profile "general".');
  return profile;
}

/** Whether a record says, in its header, its title or its first lines, that it is kept for a placement or a portfolio. */
export function isHandedIn(
  record: SupervisionRecord,
  { handed_in: words, handed_in_text: phrases }: ConfidentialityData,
): boolean {
  const fields = [
    record.sections[0]?.title ?? '',
    ...record.header.flatMap(({ key, text }) => [key, text]),
    record.text.slice(record.frontMatter?.start ?? 0, record.frontMatter?.end ?? 0),
  ];
  const says = (texts: readonly string[], wanted: readonly string[]): boolean => {
    const lower = texts.join('\n').toLowerCase();
    return wanted.some((each) => lower.includes(each));
  };
  const lines = record.passages.slice(0, 3).map(({ plain }) => plain.text);
  return says(fields, words) || says(lines, phrases);
}

/** The identifiers that a profile speaks of: not names in the header, declared pseudonyms and those that are offered. */
export function spokenOf(
  record: SupervisionRecord,
  profile: ConfidentialityProfile,
  finder: IdentifierFinder,
): readonly Identifier[] {
  const identifiers = finder.inRecord(record);
  if (identifiers.length === 0) return identifiers;
  const { single_names: single, header_people: headerPeople } = profile;
  const offered = new Set(finder.data.pseudonyms.map(foldName));
  const known = headerPeople ? [] : identifiers.filter(({ inHeader }) => inHeader);
  const keys = new Set(known.flatMap(({ person }) => (person === undefined ? [] : [person.key])));
  const pseudonyms = single === 'always' || (single === 'declared' && finder.hasStatement(record));
  return identifiers.filter(({ kind, person, inHeader }) => {
    if (kind !== 'name' || person === undefined) return true;
    if (person.inKey) return true;
    if (!headerPeople && (inHeader || keys.has(person.key))) return false;
    return person.full || !(pseudonyms || offered.has(person.key));
  });
}
