import { URI, Utils } from 'vscode-uri';
import { writeAnnotationPage, type AnnotationPage } from '../../annotations/annotation-page.ts';
import {
  addComment,
  addReply,
  changeComment,
  removeComment,
  type CommentOrigin,
} from '../../annotations/edit-comments.ts';
import { messageIn } from '../../balance/messages.ts';
import type { CommentChange, EditCommentsParams, EditCommentsResult, ProtocolPlace } from '../../protocol.ts';
import { isLimitedPassage, isLimitedRecord } from '../../record/limited.ts';
import { createLineIndex } from '../../text/line-index.ts';
import type { Passage, SupervisionRecord } from '../../record/record.ts';
import type { FeatureContext } from '../feature.ts';
import { readSidecar } from './read-sidecar.ts';

/** What a file of comments is to hold after a change; an unreadable one is never written. */
export async function editComments(
  { uri, author, now, change }: EditCommentsParams,
  context: FeatureContext,
): Promise<EditCommentsResult> {
  const { messages } = await context.knowledge();
  const refuse = (name: string): EditCommentsResult => ({
    outcome: 'refused',
    message: messageIn(messages.workspace, name),
  });
  const sidecar = await readSidecar(uri, context);
  if (sidecar.page === undefined) return { outcome: 'refused', message: sidecar.problem };
  const file = await context.readText(uri);
  if (file === undefined) return refuse('comments-no-passage');
  const analyser = await context.analyser();
  const { record } = analyser.read(file.text, { pathMatches: true });
  const origin = { id: `urn:uuid:${crypto.randomUUID()}`, author, now };
  const page = applyChange(sidecar.page, record, change, origin, Utils.basename(URI.parse(uri)));
  if (typeof page === 'string') return refuse(page);
  return {
    outcome: 'write',
    sidecar: sidecar.uri,
    before: sidecar.text ?? null,
    text: writeAnnotationPage(page),
  };
}

type Refusal = 'comments-no-passage' | 'comments-limited' | 'comments-gone';

function applyChange(
  page: AnnotationPage,
  record: SupervisionRecord,
  change: CommentChange,
  origin: CommentOrigin,
  source: string,
): AnnotationPage | Refusal {
  switch (change.type) {
    case 'add': {
      const passage = passageAt(record, change.position);
      if (passage === undefined) return 'comments-no-passage';
      if (isLimitedRecord(record) || isLimitedPassage(record, passage)) return 'comments-limited';
      return addComment(page, record, { passage: passage.index, source }, change, origin);
    }
    case 'reply':
      return addReply(page, change.thread, change, origin) ?? 'comments-gone';
    case 'edit':
      return changeComment(page, change.id, change.text, origin.now) ?? 'comments-gone';
    case 'remove':
      return removeComment(page, change.id) ?? 'comments-gone';
  }
}

/** The passage at a position, or else the first on its line: editors put a comment on a line as a whole. */
function passageAt({ text, passages }: SupervisionRecord, position: ProtocolPlace): Passage | undefined {
  const lines = createLineIndex(text);
  const offset = lines.offsetAt(position);
  const at = passages.find(({ span }) => span.start <= offset && offset <= span.end);
  if (at !== undefined) return at;
  return passages.find(({ textSpan }) => lines.placeAt(textSpan.start).line === position.line);
}
