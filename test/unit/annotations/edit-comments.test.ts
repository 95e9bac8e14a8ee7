import assert from 'node:assert/strict';
import {
  emptyPage,
  readAnnotationPage,
  writeAnnotationPage,
  type AnnotationPage,
} from '../../../server/src/annotations/annotation-page.ts';
import {
  addComment,
  addReply,
  changeComment,
  removeComment,
} from '../../../server/src/annotations/edit-comments.ts';
import { commentsOf } from '../../../server/src/annotations/read-comments.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

const text = '# Log\n\nWe met at the flat.\n\nI was not sure what to say. #bring\n\nThen I left.\n';
const { record } = testAnalyser().read(text);
const origin = { id: 'urn:uuid:1', author: 'JP', now: '2025-03-05T10:00:00.000Z' };
const ask = { text: 'What stopped you?', kind: 'say-more', capability: 'pcf6' } as const;
const again = (page: AnnotationPage): AnnotationPage => {
  const read = readAnnotationPage(writeAnnotationPage(page));
  assert.ok(!('place' in read));
  return read;
};

describe('annotations: comments that are written', () => {
  it('can be read again, on the passage, when tags and the text around it have changed', () => {
    const page = again(addComment(emptyPage, record, { passage: 1, source: 'log.md' }, ask, origin));
    const changed = testAnalyser().read(
      '# Log\n\nNew.\n\nWe met at the flat.\n\nI was *not* sure what to say. #humanistic\n\nOther.\n',
    ).record;
    const [comment] = commentsOf(page, changed.passages);
    assert.equal(comment?.passage, 2);
    assert.deepEqual(
      [comment.author, comment.text, comment.kind, comment.capabilities],
      ['JP', 'What stopped you?', 'say-more', ['pcf6']],
    );
    assert.equal(commentsOf(page, changed.passages.slice(3))[0]?.passage, undefined);
    assert.equal(comment.quotation, 'I was not sure what to say.');
  });

  it('are answered in their thread, changed and removed, and leave what other programs wrote', () => {
    const foreign = { type: 'Annotation', motivation: 'highlighting', 'x:colour': 'green', target: 'log.md' };
    const first = addComment(
      { ...emptyPage, items: [foreign] },
      record,
      { passage: 1, source: 'log.md' },
      ask,
      origin,
    );
    const reply = { text: 'I froze.', kind: undefined, capability: undefined };
    const answered = addReply(first, 'urn:uuid:1', reply, { ...origin, id: 'urn:uuid:2', author: 'SW' });
    assert.ok(answered);
    assert.deepEqual(
      commentsOf(answered, record.passages).map(({ thread, passage }) => [thread, passage]),
      [
        ['urn:uuid:1', 1],
        ['urn:uuid:1', 1],
      ],
    );
    const changed = changeComment(answered, 'urn:uuid:1', 'What held you back?', origin.now);
    assert.ok(changed);
    const [comment] = commentsOf(again(changed), record.passages);
    assert.deepEqual([comment?.text, comment?.kind], ['What held you back?', 'say-more']);
    const removed = removeComment(changed, 'urn:uuid:1');
    assert.deepEqual(again(removed ?? emptyPage).items, [foreign]);
    assert.equal(removeComment(emptyPage, 'urn:uuid:1'), undefined);
    assert.equal(addReply(emptyPage, 'urn:uuid:1', reply, origin), undefined);
  });

  it('are never guessed at: a file that is none gives the place of its fault', () => {
    assert.deepEqual(readAnnotationPage('{\n  "items": [1,]\n}'), { place: '2:15' });
    assert.deepEqual(readAnnotationPage('{ "items": [{}, 3] }'), { place: 'items[1]' });
    assert.deepEqual(readAnnotationPage('{"items": [{"body": "a'), { place: '1:21' });
    assert.deepEqual(readAnnotationPage('3'), { place: '1:1' });
  });
});
