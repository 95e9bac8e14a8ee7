import type { SupervisionRecord } from '../record/record.ts';
import { headerValue } from '../record/record.ts';
import type { ConfidentialityData, ConfidentialityProfile } from './confidentiality-data.ts';
import type { Identifier } from './identifier.ts';

/** The profile that holds where the configuration names none. */
export const defaultProfileId = 'general';

/** A profile by its id; the default one where there is no such id. */
export function profileOf(data: ConfidentialityData, id: string | undefined): ConfidentialityProfile {
  const profile =
    data.profiles.find((each) => each.id === id) ?? data.profiles.find((each) => each.id === defaultProfileId);
  if (profile === undefined) throw new Error('confidentiality.yaml needs the profile "general".');
  return profile;
}

/** Whether a record says that names in it are changed, in its header or anywhere in its text. */
export function hasStatement(record: SupervisionRecord, { statements }: ConfidentialityData): boolean {
  const header = headerValue(record, 'confidentiality');
  if (header !== undefined && header.text.trim().length > 3) return true;
  const says = (text: string): boolean => {
    const lower = text.toLowerCase();
    return statements.some((statement) => lower.includes(statement));
  };
  return (
    record.passages.some(({ plain }) => says(plain.text)) ||
    record.sections.some(({ title }) => /confidentialit|anonymi[sz]/i.test(title))
  );
}

/** Whether a record is something to be handed in: a log kept on placement or for a portfolio. */
export function isHandedIn(record: SupervisionRecord, { handed_in: words }: ConfidentialityData): boolean {
  const top = [
    record.sections[0]?.title ?? '',
    ...record.header.flatMap(({ key, text }) => [key, text]),
    record.text.slice(record.frontMatter?.start ?? 0, record.frontMatter?.end ?? 0),
    ...record.passages.slice(0, 3).map(({ plain }) => plain.text),
  ]
    .join('\n')
    .toLowerCase();
  return words.some((word) => top.includes(word));
}

/** The identifiers that a profile speaks of. */
export function spokenOf(
  record: SupervisionRecord,
  identifiers: readonly Identifier[],
  profile: ConfidentialityProfile,
  data: ConfidentialityData,
): readonly Identifier[] {
  const { single_names: single, header_people: headerPeople } = profile;
  const known = headerPeople ? [] : identifiers.filter(({ inHeader }) => inHeader);
  const keys = new Set(known.flatMap(({ person }) => (person === undefined ? [] : [person.key])));
  const pseudonyms = single === 'always' || (single === 'declared' && hasStatement(record, data));
  return identifiers.filter(({ kind, person, inHeader }) => {
    if (kind !== 'name' || person === undefined) return true;
    if (!headerPeople && (inHeader || keys.has(person.key))) return false;
    return person.full || !pseudonyms;
  });
}
