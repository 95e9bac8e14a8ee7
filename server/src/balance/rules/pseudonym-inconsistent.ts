import * as z from 'zod/mini';
import { calledForms, formId, personId } from '../../confidentiality/called-forms.ts';
import { initialOf } from '../../confidentiality/person-replacements.ts';
import { spokenOf } from '../../confidentiality/profiles.ts';
import type { IdentifierFinder } from '../../confidentiality/record-identifiers.ts';
import { passageSpan, type SupervisionRecord } from '../../record/record.ts';
import { defineRule, type RuleFinding } from '../rule.ts';

const log = (body: string): string =>
  `---\ntype: log\ndate: 2025-03-04\n---\n\n# Reflective log\n\n${body}\n`;

/** So many mentions by initial make it the way in which somebody is called here. */
const usual = 2;

/** Somebody is called by an initial most of the time, and once or twice by a name that begins with it. */
export const pseudonymInconsistent = defineRule({
  id: 'pseudonym-inconsistent',
  kinds: ['supervision', 'group', 'log', 'journal'],
  severity: 'information',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'A name slips in among initials',
      fires: true,
      text: log('D. was quiet. I asked D. what had helped.\n\nThen Danny laughed.'),
    },
    {
      title: 'The other way about',
      fires: true,
      text: log('I met Kieran on Monday.\n\nOn Tuesday K. rang. I told K. that I would come.'),
    },
    { title: 'Initials throughout', fires: false, text: log('D. was quiet. I asked D. what had helped.') },
    {
      title: 'A name throughout',
      fires: false,
      text: log('Danny was quiet. I asked Danny what had helped.'),
    },
    {
      title: 'A name with another letter',
      fires: false,
      nearMiss: true,
      text: log('D. was quiet. I asked D. what had helped.\n\nThen Kieran laughed.'),
    },
  ],
  looksBefore: ({ record, identifiers }) => identifiers.calledIn(record).length > 0,
  *check({ record, recordBefore, confidentiality: { finder, profile } }) {
    yield* checkByKey(record, finder, recordBefore?.called ?? []);
    const initials = new Map<string, number>();
    const spans = new Map<string, { start: number; end: number }>();
    for (const passage of record.passages) {
      for (const match of passage.plain.text.matchAll(/(?<![\p{L}.])(\p{Lu})\.(?!\p{Lu})/gu)) {
        initials.set(match[0], (initials.get(match[0]) ?? 0) + 1);
        if (!spans.has(match[0]))
          spans.set(match[0], passageSpan(passage, match.index, match.index + match[0].length));
      }
    }
    const told = new Set<string>();
    for (const { kind, person, span, text } of spokenOf(record, profile, finder)) {
      if (kind !== 'name' || person === undefined || told.has(person.key)) continue;
      // What the private file calls somebody, it says itself.
      if (person.inKey) continue;
      const initial = initialOf(text);
      const other = spans.get(initial);
      if (other === undefined || (initials.get(initial) ?? 0) < usual) continue;
      told.add(person.key);
      const mentions = finder
        .inRecord(record)
        .filter((each) => each.person?.key === person.key && !each.inHeader);
      yield {
        span,
        message: { name: 'finding' },
        related: [{ span: other, message: { name: 'initial' } }],
        fixes: [
          {
            title: { name: 'fix-initial' },
            changes: mentions.map((each) => ({ span: each.span, newText: initial })),
          },
        ],
      };
    }
  },
});

/** By the private file: one person under two names in this record or those before it, or one name for two people. */
function* checkByKey(
  record: SupervisionRecord,
  finder: IdentifierFinder,
  before: readonly string[],
): Iterable<RuleFinding> {
  const people = finder.key?.people() ?? [];
  const mentions = finder.calledIn(record);
  const used = [...before, ...calledForms(record, finder)];
  const told = new Set<string>();
  for (const { span, form, persons } of mentions) {
    if (told.has(form)) continue;
    told.add(form);
    const [person] = persons;
    const known = person === undefined ? undefined : people[person];
    if (person === undefined || known === undefined) continue;
    if (persons.length > 1) {
      yield { span, message: { name: 'shared' } };
      continue;
    }
    const own = formId(finder, person, form);
    const others = used.some((each) => each.startsWith(personId(finder, person)) && each !== own);
    if (form === known.called || !others) continue;
    const newText = known.called;
    yield {
      span,
      message: { name: 'two' },
      related: mentions
        .filter((each) => each.form !== form && each.persons.length === 1 && each.persons[0] === person)
        .slice(0, 1)
        .map((each) => ({ span: each.span, message: { name: 'other' } })),
      fixes: [
        {
          title: { name: 'fix-called', values: { called: newText } },
          changes: mentions
            .filter((each) => each.form === form)
            .map((each) => ({ span: each.span, newText })),
        },
      ],
    };
  }
}
