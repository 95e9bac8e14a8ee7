import {
  CommentMode,
  CommentThreadCollapsibleState,
  Disposable,
  MarkdownString,
  Range,
  Uri,
  commands,
  comments,
  env,
  l10n,
  window,
  workspace,
  type Comment,
  type CommentReply,
  type CommentThread,
  type Memento,
} from 'vscode';
import {
  commentsRequest,
  editCommentsRequest,
  type CommentChange,
  type CommentsResult,
  type EditCommentsParams,
  type EditCommentsResult,
  type ProtocolRange,
  type ShownComment,
  type ShownThread,
} from '../../../server/src/protocol.ts';
import { reveal } from '../commands/reveal.ts';
import type { Place } from '../commands/command-arguments.ts';
import type { Readings } from '../readings.ts';
import type { ServerConnection } from '../server-connection.ts';
import { askAboutComment, commentAuthor } from './comment-questions.ts';
import { tellOfSidecar, writeSidecar } from './write-sidecar.ts';

/** Comments on passages of open records. */
export interface RecordComments {
  /** Opens a comment on the passage at the cursor, or at a place. */
  commentHere: (uri?: string, place?: Place) => Promise<void>;
  /** What the button of a thread calls: `CommentReply`. */
  add: (value: unknown) => Promise<void>;
  /** What the button of a comment calls. */
  remove: (value: unknown) => Promise<void>;
  /** Changes the comments of a record; false, after telling why, where nothing was written. */
  change: (uri: Uri, change: CommentChange) => Promise<boolean>;
  dispose: () => void;
}

/** What comments work with. */
export interface CommentSurroundings {
  readonly server: ServerConnection;
  readonly readings: Readings;
  readonly told: Memento;
  readonly onFailure: (error: unknown) => void;
  readonly onWritten: () => void;
}

interface ThreadComment extends Comment {
  readonly id: string;
  readonly uri: Uri;
}

/** Shows the comments that are kept beside records with VS Code's own comment threads. */
export function createRecordComments(surroundings: CommentSurroundings): RecordComments {
  const { server, readings, told, onFailure, onWritten } = surroundings;
  const controller = comments.createCommentController(
    'supervisionLens.comments',
    l10n.t('Comments on passages'),
  );
  controller.options = { prompt: l10n.t('Comment on this passage'), placeHolder: l10n.t('Your comment') };
  const shown = new Map<string, { signature: string; threads: CommentThread[] }>();
  const ids = new WeakMap<CommentThread, string>();
  const problems = new Set<string>();
  const ask = (uri: Uri): Promise<CommentsResult> =>
    server.request<CommentsResult>(commentsRequest, { uri: server.client.code2ProtocolConverter.asUri(uri) });
  const isRecord = (uri: Uri): boolean => readings.get(uri.toString())?.recognised === true;

  controller.commentingRangeProvider = {
    provideCommentingRanges: async ({ uri }) => (isRecord(uri) ? (await ask(uri)).passages.map(toRange) : []),
  };
  const forget = (uri: Uri): void => {
    for (const thread of shown.get(uri.toString())?.threads ?? []) thread.dispose();
    shown.delete(uri.toString());
  };
  const show = async (uri: Uri): Promise<void> => {
    if (!isRecord(uri)) return;
    const { threads, problem } = await ask(uri);
    if (problem !== '' && !problems.has(problem)) void window.showWarningMessage(problem);
    if (problem !== '') problems.add(problem);
    const signature = JSON.stringify(threads);
    if (shown.get(uri.toString())?.signature === signature) return;
    forget(uri);
    shown.set(uri.toString(), { signature, threads: threads.map((thread) => createThread(uri, thread)) });
  };
  const createThread = (uri: Uri, { id, range, quotation, comments: said }: ShownThread): CommentThread => {
    const place = range === null ? new Range(0, 0, 0, 0) : toRange(range);
    const thread = controller.createCommentThread(
      uri,
      place,
      said.map((each) => toComment(uri, each)),
    );
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    if (range === null && quotation !== '') {
      thread.label = l10n.t('The passage isn’t there any more: “{0}”', quotation);
    } else if (range === null) thread.label = l10n.t('On the record as a whole');
    ids.set(thread, id);
    return thread;
  };
  let last: Promise<unknown> = Promise.resolve();
  const change = (uri: Uri, wanted: CommentChange): Promise<boolean> => {
    // One after another: each is made on what the one before left.
    const next = last.catch(() => undefined).then(() => write(uri, wanted));
    last = next;
    return next;
  };
  const write = async (uri: Uri, wanted: CommentChange): Promise<boolean> => {
    const params: EditCommentsParams = {
      uri: server.client.code2ProtocolConverter.asUri(uri),
      author: wanted.type === 'add' || wanted.type === 'reply' ? await commentAuthor() : '',
      now: new Date().toISOString(),
      change: wanted,
    };
    const result = await server.request<EditCommentsResult>(editCommentsRequest, params);
    if (result.outcome === 'refused') {
      void window.showWarningMessage(result.message);
      return false;
    }
    const sidecar = server.client.protocol2CodeConverter.asUri(result.sidecar);
    if (!(await writeSidecar(sidecar, result.before, result.text))) {
      void window.showWarningMessage(
        l10n.t('The file of comments has been changed meanwhile, so nothing was written. Please try again.'),
      );
      return false;
    }
    await show(uri);
    onWritten();
    tellOfSidecar(sidecar, told).catch(onFailure);
    return true;
  };
  const registrations = Disposable.from(
    controller,
    readings.onReading(({ uri }) => void show(Uri.parse(uri, true)).catch(onFailure)),
    workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
  );
  return {
    change,
    async commentHere(uri, place) {
      if (uri !== undefined && place !== undefined) await reveal(uri, place);
      await commands.executeCommand('workbench.action.addComment');
    },
    async add(value) {
      const { thread, text } = value as CommentReply;
      const words = text.trim();
      if (words === '') return;
      let isWritten = false;
      try {
        const rest = await askAboutComment(server, server.client.code2ProtocolConverter.asUri(thread.uri));
        const id = ids.get(thread);
        const start = thread.range?.start;
        const position = { line: start?.line ?? 0, character: start?.character ?? 0 };
        isWritten = await change(
          thread.uri,
          id === undefined
            ? { type: 'add', position, text: words, ...rest }
            : { type: 'reply', thread: id, text: words, ...rest },
        );
        if (isWritten && id === undefined) thread.dispose();
      } finally {
        if (!isWritten) await keepWords(words);
      }
    },
    async remove(value) {
      const { id, uri } = value as ThreadComment;
      await change(uri, { type: 'remove', id });
    },
    dispose: () => void registrations.dispose(),
  };
}

/** VS Code has emptied the box by now. */
async function keepWords(words: string): Promise<void> {
  await env.clipboard.writeText(words);
  void window.showInformationMessage(l10n.t('Your comment wasn’t kept. Its words are on the clipboard.'));
}

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function toComment(
  uri: Uri,
  { id, author, created, text, kindWords, capabilities }: ShownComment,
): ThreadComment {
  const label = [kindWords, ...capabilities.map((each) => each.title)]
    .filter((each) => each !== '')
    .join(' · ');
  const body = new MarkdownString();
  body.appendText(text === '' ? kindWords : text);
  return {
    id,
    uri,
    body,
    mode: CommentMode.Preview,
    author: { name: author === '' ? l10n.t('Somebody') : author },
    contextValue: 'comment',
    ...(label !== '' && { label }),
    ...(created !== '' && { timestamp: new Date(created) }),
  };
}
