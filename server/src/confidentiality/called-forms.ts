import type { SupervisionRecord } from '../record/record.ts';
import type { IdentifierFinder } from './record-identifiers.ts';

const offeredMark = 'offered ';

/**
 * What stands for people of the key in a record, for telling over a run: each as the key's file, the person's place in
 * it and the form's place there, so that no name is kept; and which pseudonyms of the tool's own list stand in it.
 */
export function calledForms(record: SupervisionRecord, finder: IdentifierFinder): readonly string[] {
  const offered = finder.data.pseudonyms.filter((name) => record.text.includes(name));
  const forms = new Set(offered.map((name) => `${offeredMark}${name}`));
  for (const { form, persons } of finder.calledIn(record))
    for (const person of persons) forms.add(formId(finder, person, form));
  return [...forms];
}

/** The pseudonym out of the tool's own list that an entry of {@link calledForms} stands for; none for others. */
export function offeredIn(entry: string): readonly string[] {
  return entry.startsWith(offeredMark) ? [entry.slice(offeredMark.length)] : [];
}

/** How a form of a person is written in {@link calledForms}. */
export function formId({ key }: IdentifierFinder, person: number, form: string): string {
  const known = key?.people()[person];
  const place = known === undefined ? -1 : [known.called, ...known.also].indexOf(form);
  return `${personId({ key }, person)}${place}`;
}

/** What the forms of one person begin with. */
export function personId({ key }: Pick<IdentifierFinder, 'key'>, person: number): string {
  return `${key?.source ?? ''}\n${person}.`;
}
