import type { IdentifierKind } from '../../confidentiality/identifier.ts';
import type { RuleExample } from '../rule.ts';

const log = (body: string): string =>
  `---\ntype: log\ndate: 2025-03-04\n---\n\n# Reflective log\n\n${body}\n`;

/** Sentences with an identifier of each kind and without; no name or number in them is anybody's. */
const sentences: Readonly<
  Record<
    IdentifierKind,
    { readonly fires: readonly string[]; readonly silent: readonly string[]; readonly near: string }
  >
> = {
  name: {
    fires: [
      'I visited Danny Okafor at home and his mother let me in.',
      'Her son, Kieran, wanted to show me the garden.',
    ],
    silent: [
      'I visited D. at home and his mother let me in.',
      'In May, Kolb’s cycle helped me to think about it.',
    ],
    near: 'Ruch (2012) says that relationship is where change happens. Will it last?',
  },
  'date-of-birth': {
    fires: ['DOB 14/02/2011, lives with an aunt.', 'He was born on 3rd of May 2011, the younger of two.'],
    silent: ['He is thirteen and the younger of two.', 'The panel met on 12 March 2024.'],
    near: 'The baby was born early. We met on 3 May 2024.',
  },
  postcode: {
    fires: ['They have moved to ZE1 0AX.', 'The postcode is ze1 0ax.'],
    silent: ['They have moved to another part of town.', 'PCF 6 and KSS 9 are covered here.'],
    near: 'Bed B4 is on the second floor.',
  },
  address: {
    fires: ['She lives at 14 Sycamore Avenue with her sister.', 'Address: Flat 3, 27 Bolton Road'],
    silent: ['She lives with her sister, not far from the school.', 'It took 45 minutes to drive there.'],
    near: 'There are 14 of us on the road today.',
  },
  phone: {
    fires: ['Her number is 07700 900 461.', 'Ring on 0113 496 0027 after six.'],
    silent: ['Her number is in the file.', 'The budget is 12,500 and the overspend 3,118.'],
    near: 'Ring the Samaritans on 116 123 if it gets bad.',
  },
  email: {
    fires: [
      'Write to kieran.b@example.com before Friday.',
      'Emailed k.b (at) example.org and heard nothing.',
    ],
    silent: ['I emailed the tutor and heard nothing.', 'We met @ 10 in the small room.'],
    near: 'The handle @example is for the team.',
  },
  'nhs-number': {
    fires: ['NHS number 943 476 5919', 'NHS no: 9434765919, known to the clinic'],
    silent: ['The NHS number is in the file.', 'The invoice is 943 476 5918.'],
    near: 'The order number is 1234567890.',
  },
  'ni-number': {
    fires: ['NI number QQ 12 34 56 C', 'National Insurance: AB123456C'],
    silent: ['The National Insurance number is in the file.', 'Room AB12 is free.'],
    near: 'The part is called QQ 12 34 56.',
  },
  'case-number': {
    fires: ['Case ref 2023/00412', 'LAC 18812 is due a review.'],
    silent: ['The case is due a review.', 'Section 117 was not discussed.'],
    near: 'Case 3 of 5 was closed in 2023.',
  },
  place: {
    fires: [
      'He started at Thornhill Primary School in September.',
      'She is registered at Park View Surgery.',
    ],
    silent: ['He started at primary school in September.', 'The Family Court listed it for two days.'],
    near: 'The High School teacher rang the surgery.',
  },
};

/** The examples of the rule on one kind. */
export function identifierExamples(kind: IdentifierKind): RuleExample[] {
  const { fires, silent, near } = sentences[kind];
  return [
    ...fires.map((text, index) => ({
      title: index === 0 ? 'In a sentence' : 'In other words',
      fires: true,
      text: log(text),
    })),
    ...silent.map((text, index) => ({
      title: index === 0 ? 'Said without it' : 'Something else',
      fires: false,
      text: log(text),
    })),
    { title: 'Much like it', fires: false, nearMiss: true, text: log(near) },
  ];
}
