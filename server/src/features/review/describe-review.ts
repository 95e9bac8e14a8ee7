import { commentsOf } from '../../annotations/read-comments.ts';
import { plainName } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable } from '../../balance/messages.ts';
import type { PassageReading } from '../../culture/read-passages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ReviewPassage, ReviewRecord } from '../../protocol.ts';
import { isLimitedPassage, isLimitedRecord } from '../../record/limited.ts';
import type { SupervisionRecord } from '../../record/record.ts';
import { placeSpan } from '../../runs/record-listing.ts';
import { gatherReview } from '../../runs/review-passages.ts';
import { quotedText } from '../../annotations/quotation.ts';
import { createLineIndex } from '../../text/line-index.ts';
import { fillMessage } from '../../text/message.ts';
import type { Sidecar } from './read-sidecar.ts';
import { showComment, threadComments } from './show-comments.ts';

/** A record of a run with all that its review is made from. */
export interface RecordToReview {
  readonly listed: Pick<ReviewRecord, 'uri' | 'title' | 'kind' | 'date' | 'reading'>;
  readonly record: SupervisionRecord;
  readonly readings: readonly PassageReading[];
  readonly sidecar: Sidecar;
}

/** A passage is shown up to so many UTF-16 units; the rest is a click away. */
const shownLength = 700;

/** The records of a run for its review, in the order given; a limited one is left out. */
export function describeReview(records: readonly RecordToReview[], knowledge: Knowledge): ReviewRecord[] {
  const askedBefore = new Set<string>();
  const shown: ReviewRecord[] = [];
  for (const each of records) {
    // Who may see a record may have been limited since the index read it.
    if (isLimitedRecord(each.record)) continue;
    shown.push(describeRecord(each, knowledge, askedBefore));
    for (const { id } of each.record.prompts) askedBefore.add(id);
  }
  return shown;
}

function describeRecord(
  { listed, record, readings, sidecar }: RecordToReview,
  knowledge: Knowledge,
  askedBefore: ReadonlySet<string>,
): ReviewRecord {
  const lines = createLineIndex(record.text);
  const comments = sidecar.page === undefined ? [] : commentsOf(sidecar.page, record.passages);
  const threads = threadComments(comments);
  const commented = new Set(threads.map(({ passage }) => passage));
  const describe = (heading: string, index: number): ReviewPassage[] => {
    const reading = readings[index];
    if (reading === undefined) return [];
    const { passage } = reading;
    return [
      {
        uri: listed.uri,
        range: placeSpan(lines, passage.textSpan),
        text: cutText(quotedText(passage)),
        why: messageInTable(knowledge.messages.workspace, 'review', heading),
        reading: describeCulture(reading, knowledge),
        isRead: reading.culture !== 'undecided',
        comments: threads
          .filter((thread) => thread.passage === index)
          .flatMap((thread) => thread.comments.map((comment) => showComment(comment, knowledge))),
      },
    ];
  };
  const gathered = gatherReview(record, knowledge.signs, askedBefore);
  const placed = new Set(gathered.map(({ passage }) => passage.index));
  const others = record.passages.filter(
    (passage) =>
      commented.has(passage.index) && !placed.has(passage.index) && !isLimitedPassage(record, passage),
  );
  return {
    ...listed,
    passages: [
      ...gathered.flatMap(({ heading, passage }) => describe(heading, passage.index)),
      ...others.flatMap(({ index }) => describe('commented', index)),
    ],
    // The words that a comment has lost may have been limited: they are shown beside the record alone.
    loose: threads
      .filter(({ passage }) => passage === undefined)
      .map(({ quotation, comments: answers }) => ({
        isGone: quotation !== '',
        comments: answers.map((comment) => showComment(comment, knowledge)),
      })),
    problem: sidecar.problem,
  };
}

function describeCulture({ culture }: PassageReading, { messages }: Knowledge): string {
  if (culture === 'undecided') return messageIn(messages.workspace, 'review-hard');
  if (culture === 'none') return messageIn(messages.workspace, 'review-neutral');
  return fillMessage(messageIn(messages.workspace, 'review-reading'), {
    culture: plainName(messages, culture),
  });
}

function cutText(text: string): string {
  if (text.length <= shownLength) return text;
  const cut = text.lastIndexOf(' ', shownLength);
  return `${text.slice(0, cut > 0 ? cut : shownLength)}…`;
}
