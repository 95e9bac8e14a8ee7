import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod/mini';
import { commentKinds, commentsOf } from '../../annotations/read-comments.ts';
import { messageIn } from '../../balance/messages.ts';
import {
  capabilitiesRequest,
  commentsRequest,
  editCommentsRequest,
  reviewRequest,
  type CapabilitiesParams,
  type CapabilitiesResult,
  type CommentsParams,
  type CommentsResult,
  type EditCommentsParams,
  type EditCommentsResult,
  type ReviewParams,
  type ReviewResult,
} from '../../protocol.ts';
import { isLimitedPassage, isLimitedRecord } from '../../record/limited.ts';
import { placeSpan } from '../../runs/record-listing.ts';
import { createLineIndex } from '../../text/line-index.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { runRecord } from '../workspace/describe-run.ts';
import { whyInNoRun } from '../workspace/list-records.ts';
import { describeReview, type RecordToReview } from './describe-review.ts';
import { editComments } from './edit-comments.ts';
import { readSidecar } from './read-sidecar.ts';
import { showCapability, showComment, threadComments } from './show-comments.ts';

const contentSchema = {
  text: z.string(),
  kind: z.optional(z.enum(commentKinds)),
  capability: z.optional(z.string()),
};
/** What is written into a file is checked, whoever asks. */
const editSchema = z.object({
  uri: z.string(),
  author: z.string(),
  now: z.string(),
  change: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('add'),
      position: z.object({ line: z.number(), character: z.number() }),
      ...contentSchema,
    }),
    z.object({ type: z.literal('reply'), thread: z.string(), ...contentSchema }),
    z.object({ type: z.literal('edit'), id: z.string(), text: z.string() }),
    z.object({ type: z.literal('remove'), id: z.string() }),
  ]),
});

/** Comments on passages, and the review of a run for a practice educator. */
export const reviewFeature: Feature = {
  name: 'review',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(commentsRequest, (params: CommentsParams) => listComments(params, context()));
    connection.onRequest(editCommentsRequest, (params: unknown): Promise<EditCommentsResult> => {
      const checked = z.safeParse(editSchema, params);
      if (!checked.success) throw new Error('Not a change of comments.');
      return editComments(checked.data as EditCommentsParams, context());
    });
    connection.onRequest(
      capabilitiesRequest,
      async ({ uri }: CapabilitiesParams): Promise<CapabilitiesResult> => {
        const { standards } = await context().knowledge();
        const { nation } = await context().configuration(uri);
        return standards.of(nation).map(({ id }) => showCapability(id, standards));
      },
    );
    connection.onRequest(reviewRequest, (params: ReviewParams, token: CancellationToken) =>
      reviewRun(params, context(), token),
    );
  },
};

async function listComments({ uri }: CommentsParams, context: FeatureContext): Promise<CommentsResult> {
  const [file, sidecar, knowledge, analyser] = await Promise.all([
    context.readText(uri),
    readSidecar(uri, context),
    context.knowledge(),
    context.analyser(),
  ]);
  const { record } = analyser.read(file?.text ?? '', { pathMatches: true });
  const lines = createLineIndex(record.text);
  const range = (index: number | undefined): CommentsResult['passages'][number] | null => {
    const passage = record.passages[index ?? -1];
    return passage === undefined ? null : placeSpan(lines, passage.textSpan);
  };
  const comments = sidecar.page === undefined ? [] : commentsOf(sidecar.page, record.passages);
  return {
    version: file?.version ?? null,
    sidecar: sidecar.uri,
    problem: sidecar.problem,
    passages: isLimitedRecord(record)
      ? []
      : record.passages
          .filter((passage) => !isLimitedPassage(record, passage))
          .map(({ textSpan }) => placeSpan(lines, textSpan)),
    threads: threadComments(comments).map(({ id, passage, quotation, comments: answers }) => ({
      id,
      range: range(passage),
      quotation,
      comments: answers.map((comment) => showComment(comment, knowledge)),
    })),
  };
}

/** The run of a record side by side; or why there is none. */
async function reviewRun(
  { uri }: ReviewParams,
  context: FeatureContext,
  token: CancellationToken,
): Promise<ReviewResult> {
  const { index } = context;
  const [knowledge, analyser] = await Promise.all([context.knowledge(), context.analyser()]);
  const { messages } = knowledge;
  if (!(await index.ready(token)))
    return { review: null, message: messageIn(messages.workspace, 'incomplete') };
  const indexed = index.record(uri);
  const standing = indexed === undefined ? undefined : index.book.standing(indexed.uri);
  if (standing?.in !== 'run') return { review: null, message: whyInNoRun(uri, index, messages) };
  const { run } = standing;
  const records: RecordToReview[] = [];
  for (const { id } of run.records) {
    const [file, sidecar, beside] = await Promise.all([
      context.readText(id),
      readSidecar(id, context),
      context.marks(id),
    ]);
    await context.nextTurn();
    const [listed] = runRecord(id, index, knowledge);
    const configuration = index.record(id)?.configuration;
    if (file === undefined || listed === undefined || configuration === undefined) continue;
    const { record, readings } = analyser.analyse(file.text, { configuration, pathMatches: true, beside });
    records.push({ listed: pickListed(listed), record, readings, sidecar });
  }
  return {
    review: { by: run.by, name: run.name, records: describeReview(records, knowledge) },
    message: '',
  };
}

/** No more of a record than a review shows: neither shares nor counts. */
function pickListed({ uri, title, kind, date, reading }: RecordToReview['listed']): RecordToReview['listed'] {
  return { uri, title, kind, date, reading };
}
