import * as z from 'zod/mini';
import type { SupervisionRecord } from '../../record/record.ts';
import { findDays } from '../../text/dates.ts';
import { lineEnding } from '../../text/line-ending.ts';
import { defineRule, recordSpan, type Fix, type TextChange } from '../rule.ts';

const body = 'We met for an hour and went through the list. Nothing new on the panel.\n';

/** What its kind needs: a date, and who was there; a journal needs no one (spec section 3). */
export const headerIncomplete = defineRule({
  id: 'header-incomplete',
  kinds: ['supervision', 'group', 'log', 'journal'],
  severity: 'information',
  reflective: false,
  options: z.strictObject({}),
  examples: [
    {
      title: 'No day anywhere',
      fires: true,
      text: `---\ntype: supervision\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision\n\n${body}`,
    },
    {
      title: 'Nobody named',
      fires: true,
      text: `---\ntype: supervision\ndate: 2025-03-04\n---\n\n# Supervision\n\n${body.toLowerCase()}`,
    },
    {
      title: 'Both at the top',
      fires: false,
      text: `---\ntype: supervision\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision\n\n${body}`,
    },
    {
      title: 'A journal needs a day only',
      fires: false,
      text: `---\ntype: journal\ndate: 2025-03-04\n---\n\n# Journal\n\n${body}`,
    },
    {
      title: 'Day and initials in the title',
      fires: false,
      nearMiss: true,
      text: `# Supervision RP 10.04.24\n\n${body}`,
    },
    {
      title: 'A diary with days as headings',
      fires: false,
      nearMiss: true,
      text: `# Reflective diary\n\n## Monday 3 March\n\n${body}`,
    },
  ],
  *check({ record }) {
    const date = namesDay(record);
    const participants = record.recognition.kind === 'journal' || namesParticipants(record);
    if (date && participants) return;
    const name = date ? 'participants' : participants ? 'date' : 'both';
    const span = record.frontMatter === undefined ? recordSpan(record) : firstFrontMatterLine(record);
    yield { span, message: { name }, fixes: [headerFix(record, name)] };
  },
});

/** How many passages at the top may name the day or who was there. */
const openingPassages = 3;

function namesDay(record: SupervisionRecord): boolean {
  if (record.header.some(({ key }) => key === 'date')) return true;
  const opening = record.passages.slice(0, openingPassages).map(({ plain }) => plain.text);
  return [...record.sections.map(({ title }) => title), ...opening].some(
    (text) => findDays(text).length > 0 || /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text),
  );
}

const peopleKeys = ['supervisor', 'supervisee', 'attendees', 'presenter', 'note-taker', 'tutor'];

function namesParticipants(record: SupervisionRecord): boolean {
  if (record.header.some(({ key }) => peopleKeys.includes(key))) return true;
  const opening = record.passages.slice(0, openingPassages).map(({ plain }) => plain.text);
  // Initials ("RP", "T.") or a role say who was there.
  return [...record.sections.slice(0, 1).map(({ title }) => title), ...opening].some((text) =>
    /(?<![\p{L}\d-])(?:\p{Lu}\.(?:\p{Lu}\.?)*|\p{Lu}{2,3})(?![\p{L}\d-])|\b(?:supervisor|manager|educator|student|mentor|present)\b/u.test(
      text,
    ),
  );
}

function firstFrontMatterLine(record: SupervisionRecord): { start: number; end: number } {
  const start = record.frontMatter?.start ?? 0;
  return { start, end: start + 3 };
}

/** Adds empty fields at the end of the front matter, or front matter where there is none. */
function headerFix(record: SupervisionRecord, name: 'date' | 'participants' | 'both'): Fix {
  const newline = lineEnding(record.text);
  const people =
    record.recognition.kind === 'group' ? ['facilitator: ', 'present: '] : ['supervisor: ', 'supervisee: '];
  const fields = [...(name === 'participants' ? [] : ['date: ']), ...(name === 'date' ? [] : people)];
  const lines = fields.map((field) => `${field}${newline}`).join('');
  return { title: { name: `fix-${name}` }, changes: [headerChange(record, lines, newline)] };
}

function headerChange(record: SupervisionRecord, lines: string, newline: string): TextChange {
  if (record.frontMatter === undefined) {
    const start = record.text.startsWith('\uFEFF') ? 1 : 0;
    return { span: { start, end: start }, newText: `---${newline}${lines}---${newline}${newline}` };
  }
  const { start, end } = record.frontMatter;
  const closing = start + record.text.slice(start, end).lastIndexOf('---');
  return { span: { start: closing, end: closing }, newText: lines };
}
