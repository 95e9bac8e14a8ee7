import {
  CommentMode,
  Disposable,
  Uri,
  commands,
  comments,
  env,
  l10n,
  window,
  workspace,
  type CommentReply,
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
} from '../../../server/src/protocol.ts';
import type { Place } from '../commands/command-arguments.ts';
import { cursorPlace } from '../commands/cursor-place.ts';
import { reveal } from '../commands/reveal.ts';
import type { Readings } from '../readings.ts';
import type { ServerConnection } from '../server-connection.ts';
import { askAboutComment, commentAuthor } from './comment-questions.ts';
import { offerPlaces } from './offer-places.ts';
import { createShownThreads, type ThreadComment } from './shown-threads.ts';
import { sidecarPattern, recordOf, tellOfSidecar, writeSidecar } from './write-sidecar.ts';

/** Comments on passages of open records. */
export interface RecordComments {
  /** Opens a comment on the passage at the cursor, or at a place. */
  commentHere: (uri?: string, place?: Place) => Promise<void>;
  /** What the button of a thread calls: `CommentReply`. */
  add: (value: unknown) => Promise<void>;
  /** What the buttons of a comment call. */
  edit: (value: unknown) => void;
  save: (value: unknown) => Promise<void>;
  leave: (value: unknown) => void;
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
  /** The comments of a record aren't what they were. */
  readonly onChanged: () => void;
}

/** Shows the comments that are kept beside records with VS Code's own comment threads. */
export function createRecordComments(surroundings: CommentSurroundings): RecordComments {
  const { server, readings, told, onFailure, onChanged } = surroundings;
  const controller = comments.createCommentController(
    'supervisionLens.comments',
    l10n.t('Comments on passages'),
  );
  controller.options = { prompt: l10n.t('Reply'), placeHolder: l10n.t('Your comment') };
  const threads = createShownThreads(controller);
  const problems = new Set<string>();
  const asUri = (uri: Uri): string => server.client.code2ProtocolConverter.asUri(uri);
  const ask = (uri: Uri): Promise<CommentsResult> =>
    server.request<CommentsResult>(commentsRequest, { uri: asUri(uri) });
  const isRecord = (uri: Uri): boolean => readings.get(uri.toString())?.recognised === true;

  const places = offerPlaces(controller, async (uri) =>
    isRecord(uri) ? (await ask(uri)).passages : undefined,
  );
  const show = async (uri: Uri): Promise<void> => {
    places.offer(uri, isRecord(uri));
    if (!isRecord(uri)) {
      threads.forget(uri);
      return;
    }
    const { version, threads: kept, problem } = await ask(uri);
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    // Overtaken: the reading of the newest version comes, too.
    if (document === undefined || (version !== null && version !== document.version)) return;
    if (problem !== '' && !problems.has(problem)) void window.showWarningMessage(problem);
    if (problem !== '') problems.add(problem);
    threads.show(uri, kept);
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: each change is made on what the one before left. */
  const inTurn = <Result>(next: () => Promise<Result>): Promise<Result> => {
    const result = last.catch(() => undefined).then(next);
    last = result;
    return result;
  };
  const write = async (
    uri: Uri,
    wanted: CommentChange,
  ): Promise<Extract<EditCommentsResult, { outcome: 'write' }> | undefined> => {
    const params: EditCommentsParams = {
      uri: asUri(uri),
      author: wanted.type === 'add' || wanted.type === 'reply' ? await commentAuthor() : '',
      now: new Date().toISOString(),
      change: wanted,
    };
    const result = await server.request<EditCommentsResult>(editCommentsRequest, params);
    if (result.outcome === 'refused') void window.showWarningMessage(result.message);
    else if (await replace(uri, result.sidecar, result.before, result.text)) return result;
    return undefined;
  };
  const replace = async (
    uri: Uri,
    sidecar: string,
    before: string | null,
    text: string,
  ): Promise<boolean> => {
    const file = server.client.protocol2CodeConverter.asUri(sidecar);
    if (!(await writeSidecar(file, before, text))) {
      void window.showWarningMessage(
        l10n.t('The file of comments has been changed meanwhile, so nothing was written. Please try again.'),
      );
      return false;
    }
    await show(uri);
    onChanged();
    tellOfSidecar(file, told).catch(onFailure);
    return true;
  };
  const change = async (uri: Uri, wanted: CommentChange): Promise<boolean> =>
    (await inTurn(() => write(uri, wanted))) !== undefined;
  const watcher = workspace.createFileSystemWatcher(sidecarPattern);
  const showKept = (sidecar: Uri): void => {
    onChanged();
    show(recordOf(sidecar)).catch(onFailure);
  };
  const registrations = Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate(showKept),
    watcher.onDidChange(showKept),
    watcher.onDidDelete(showKept),
    readings.onReading(({ uri }) => void show(Uri.parse(uri, true)).catch(onFailure)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      threads.follow(document.uri, contentChanges),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => {
      threads.forget(uri);
      places.forget(uri);
    }),
  );
  return {
    change,
    async commentHere(address, place) {
      const here =
        address === undefined || place === undefined ? cursorPlace() : { uri: address, position: place };
      if (here === undefined) return;
      const uri = Uri.parse(here.uri, true);
      const { passages } = await ask(uri);
      const passage = passageAt(passages, here.position);
      if (passage === undefined) {
        void window.showInformationMessage(
          l10n.t(
            'There is no passage here to comment on. Put the cursor into a paragraph, an item or a row; what not everybody may see can’t be commented on.',
          ),
        );
        return;
      }
      // A box stands behind the line on the screen on which the cursor is: it isn't to part a paragraph.
      await reveal(here.uri, passage.end);
      if (threads.expand(uri, passage.end.line)) return;
      await places.known(uri);
      await commands.executeCommand('workbench.action.addComment');
    },
    async add(value) {
      const { thread, text } = value as CommentReply;
      const words = text.trim();
      if (words === '') return;
      let isWritten = false;
      try {
        const rest = await askAboutComment(server, asUri(thread.uri));
        const id = threads.idOf(thread);
        const start = thread.range?.start;
        const position = { line: start?.line ?? 0, character: start?.character ?? 0 };
        isWritten = await change(
          thread.uri,
          id === undefined
            ? { type: 'add', position, text: words, ...rest }
            : { type: 'reply', thread: id, text: words, ...rest },
        );
        if (isWritten && id === undefined) {
          const { range } = thread;
          thread.dispose();
          // Where it was written it can be read.
          if (range !== undefined) threads.expand(thread.uri, range.end.line);
        }
      } finally {
        if (!isWritten) await keepWords(words);
      }
    },
    edit: (value) => threads.setMode(value as ThreadComment, CommentMode.Editing),
    leave: (value) => threads.setMode(value as ThreadComment, CommentMode.Preview),
    async save(value) {
      const comment = value as ThreadComment;
      const body = typeof comment.body === 'string' ? comment.body : comment.body.value;
      const text = body.trim();
      if (text !== '' && text !== comment.text) {
        const { id, uri } = comment;
        const isWritten = await change(uri, { type: 'edit', id, text });
        if (!isWritten) await keepWords(text);
      }
      threads.setMode(comment, CommentMode.Preview);
    },
    async remove(value) {
      const { id, uri } = value as ThreadComment;
      const result = await inTurn(() => write(uri, { type: 'remove', id }));
      if (result === undefined) return;
      const { sidecar, before, text } = result;
      const putBack = l10n.t('Put It Back');
      void window.showInformationMessage(l10n.t('The comment was removed.'), putBack).then((chosen) => {
        if (chosen === putBack && before !== null)
          inTurn(() => replace(uri, sidecar, text, before)).catch(onFailure);
      }, onFailure);
    },
    dispose: () => void registrations.dispose(),
  };
}

/** The passage at a place, or else the first on its line. */
function passageAt(
  passages: readonly ProtocolRange[],
  { line, character }: Place,
): ProtocolRange | undefined {
  const onLine = passages.filter(({ start, end }) => start.line <= line && line <= end.line);
  return (
    onLine.find(
      ({ start, end }) =>
        (start.line < line || start.character <= character) &&
        (line < end.line || character <= end.character),
    ) ?? onLine[0]
  );
}

/** VS Code has emptied the box by now. */
async function keepWords(words: string): Promise<void> {
  await env.clipboard.writeText(words);
  void window.showInformationMessage(l10n.t('Your comment wasn’t kept. Its words are on the clipboard.'));
}
