import {
  CommentMode,
  CommentThreadCollapsibleState,
  Range,
  l10n,
  type Comment,
  type CommentController,
  type CommentThread,
  type TextDocumentContentChangeEvent,
  type Uri,
} from 'vscode';
import type { ProtocolRange, ShownComment, ShownThread } from '../../../server/src/protocol.ts';

/** A comment in a thread of ours. */
export interface ThreadComment extends Comment {
  readonly id: string;
  readonly uri: Uri;
  /** The words as they are kept; `body` is what stands in the box while they are changed. */
  readonly text: string;
}

/** The threads of open records. */
export interface ShownThreads {
  /** Shows what is kept of a record. What somebody is writing meanwhile stays where it is. */
  show: (uri: Uri, threads: readonly ShownThread[]) => void;
  /** Opens the threads behind a line, counted from 0; false where there is none yet. */
  expand: (uri: Uri, line: number) => boolean;
  /** The id of a thread as the server has it; undefined for one that is being begun. */
  idOf: (thread: CommentThread) => string | undefined;
  /** Lets somebody change a comment, or shows it again as it is kept. */
  setMode: (comment: ThreadComment, mode: CommentMode) => void;
  /** The text of a record has changed: VS Code moves the threads along with it by itself. */
  follow: (uri: Uri, changes: readonly TextDocumentContentChangeEvent[]) => void;
  /** Takes the threads of a closed record away. */
  forget: (uri: Uri) => void;
}

interface ShownHere {
  readonly thread: CommentThread;
  /** The line, counted from 0, on which VS Code shows it by now. */
  line: number;
  /** What it was last given to show, without its place. */
  content: string;
}

/** Keeps VS Code's comment threads in step with what is kept beside records. */
export function createShownThreads(controller: CommentController): ShownThreads {
  /** By record, then by the thread's id. */
  const shown = new Map<string, Map<string, ShownHere>>();
  const ids = new WeakMap<CommentThread, string>();
  const create = (uri: Uri, wanted: ShownThread): ShownHere => {
    // VS Code takes a folded thread without comments for one that was left, and drops it.
    const thread = controller.createCommentThread(
      uri,
      placeOf(wanted.range),
      wanted.comments.map((each) => toComment(uri, each)),
    );
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    thread.label = labelOf(wanted);
    ids.set(thread, wanted.id);
    return { thread, line: placeOf(wanted.range).end.line, content: contentOf(wanted) };
  };
  return {
    show(uri, threads) {
      const before = shown.get(uri.toString()) ?? new Map<string, ShownHere>();
      const after = new Map<string, ShownHere>();
      shown.set(uri.toString(), after);
      for (const wanted of threads) {
        const here = before.get(wanted.id);
        before.delete(wanted.id);
        after.set(wanted.id, here ?? create(uri, wanted));
        if (here !== undefined) update(uri, here, wanted);
      }
      for (const { thread } of before.values()) thread.dispose();
    },
    expand(uri, line) {
      const here = [...(shown.get(uri.toString())?.values() ?? [])].filter((each) => each.line === line);
      for (const { thread } of here) thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
      return here.length > 0;
    },
    idOf: (thread) => ids.get(thread),
    setMode({ id, uri }, mode) {
      for (const { thread } of shown.get(uri.toString())?.values() ?? [])
        if (thread.comments.some((each) => (each as ThreadComment).id === id))
          thread.comments = thread.comments.map((each) => {
            const comment = each as ThreadComment;
            return comment.id === id ? { ...comment, mode, body: comment.text } : comment;
          });
    },
    follow(uri, changes) {
      for (const here of shown.get(uri.toString())?.values() ?? [])
        here.line += changes
          .filter(({ range }) => range.start.line < here.line)
          .reduce(
            (moved, { range, text }) => moved + lineBreaks(text) - (range.end.line - range.start.line),
            0,
          );
    },
    forget(uri) {
      for (const { thread } of shown.get(uri.toString())?.values() ?? []) thread.dispose();
      shown.delete(uri.toString());
    },
  };
}

/**
 * Changes only what differs: a thread that is moved takes the focus from somebody who is writing, in it or in the
 * record. One whose passage is gone stays where the passage was.
 */
function update(uri: Uri, here: ShownHere, wanted: ShownThread): void {
  const { thread } = here;
  const place = placeOf(wanted.range);
  if (wanted.range !== null && here.line !== place.end.line) {
    thread.range = place;
    here.line = place.end.line;
  }
  const content = contentOf(wanted);
  if (here.content === content) return;
  here.content = content;
  thread.label = labelOf(wanted);
  const edited = new Map(
    (thread.comments as readonly ThreadComment[])
      .filter(({ mode }) => mode === CommentMode.Editing)
      .map(({ id, body }) => [id, { body, mode: CommentMode.Editing }]),
  );
  thread.comments = wanted.comments.map((each) => ({ ...toComment(uri, each), ...edited.get(each.id) }));
}

function contentOf({ range, comments }: ShownThread): string {
  return JSON.stringify([range === null, comments]);
}

function labelOf({ range, quotation }: ShownThread): string {
  if (range !== null) return l10n.t('Comments on this passage');
  if (quotation === '') return l10n.t('On the record as a whole');
  return l10n.t('Its passage isn’t in the record any more: “{0}”', quotation);
}

function toComment(uri: Uri, shownComment: ShownComment): ThreadComment {
  const { id, author, created, text, kindWords, capabilities } = shownComment;
  const label = [...(text === '' ? [] : [kindWords]), ...capabilities.map((each) => each.title)]
    .filter((each) => each !== '')
    .join(' · ');
  return {
    id,
    uri,
    text,
    // A string is shown as it is; anything else would be read as Markdown.
    body: text === '' ? kindWords : text,
    mode: CommentMode.Preview,
    author: { name: author === '' ? l10n.t('Somebody') : author },
    contextValue: text === '' ? 'agreement' : 'comment',
    ...(label !== '' && { label }),
    ...(created !== '' && { timestamp: new Date(created) }),
  };
}

/** Where a thread stands: behind its passage, so as not to part it; at the top of the file where it has none. */
function placeOf(range: ProtocolRange | null): Range {
  const { line, character } = range?.end ?? { line: 0, character: 0 };
  return new Range(line, character, line, character);
}

function lineBreaks(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
