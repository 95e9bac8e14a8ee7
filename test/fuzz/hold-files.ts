import assert from 'node:assert/strict';
import {
  addComment,
  addReply,
  changeComment,
  removeComment,
} from '../../server/src/annotations/edit-comments.ts';
import { readFilePage } from '../../server/src/annotations/read-marks.ts';
import { readAnnotationPage, writeAnnotationPage } from '../../server/src/annotations/annotation-page.ts';
import { commentsOf, readComments } from '../../server/src/annotations/read-comments.ts';
import { readConfiguration } from '../../server/src/configuration/read-configuration.ts';
import { messageIn } from '../../server/src/balance/messages.ts';
import { testAnalyser, testKnowledge } from '../helpers/knowledge.ts';
import { managedNote } from '../../server/src/balance/rules/example-notes.ts';

/** A configuration file is used or told of, and never stops a record from being read. */
export function holdConfiguration(text: string): void {
  const { configuration, problems } = readConfiguration(text);
  assert.ok(configuration !== undefined || problems.length > 0, 'neither used nor told of');
  const messages = testKnowledge().messages.rules['config-invalid']?.messages ?? {};
  for (const { span, message } of problems) {
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      `${span.start}-${span.end}`,
    );
    assert.notEqual(messageIn(messages, message), '');
  }
  if (configuration !== undefined) testAnalyser().analyse(managedNote, { configuration });
}

/** A file of comments is read or told of; what is changed in it is written as JSON that reads the same. */
export function holdAnnotations(json: string): void {
  const { record } = testAnalyser().analyse(managedNote);
  const page = readFilePage(json);
  const comments = readComments(json, record.passages);
  if ('place' in page) {
    assert.equal(comments, undefined);
    assert.match(page.place, /^(?:\d+:\d+|items(?:\[\d+\])?)$/);
    return;
  }
  assert.deepEqual(commentsOf(page, record.passages), comments);
  const origin = { id: 'urn:x', author: 'KL', now: '2025-03-04T10:00:00Z' };
  const content = { text: 'Why then?', kind: 'say-more', capability: 'pcf6' } as const;
  const added = addComment(page, record, { passage: 0, source: 'a.md' }, content, origin);
  const read = readAnnotationPage(writeAnnotationPage(added));
  assert.ok('items' in read);
  assert.equal(read.items.length, page.items.length + 1);
  for (const { id } of comments ?? []) {
    const changed = changeComment(page, id, 'Said anew', origin.now);
    if (changed !== undefined) readComments(writeAnnotationPage(changed), record.passages);
    const answered = addReply(page, id, content, origin);
    if (answered !== undefined) readComments(writeAnnotationPage(answered), record.passages);
    const removed = removeComment(page, id);
    if (removed !== undefined) readComments(writeAnnotationPage(removed), record.passages);
  }
}
