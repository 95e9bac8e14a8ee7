import type { RecordComment } from '../../annotations/read-comments.ts';
import { messageInTable } from '../../balance/messages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Capability, ShownComment } from '../../protocol.ts';
import type { StandardsBook } from '../../standards/standards-book.ts';

/** Comments that belong together: the first, then the answers to it. */
export interface CommentThread {
  readonly id: string;
  readonly passage: number | undefined;
  readonly quotation: string;
  readonly comments: readonly RecordComment[];
}

/** Puts comments into threads, in the order in which the threads begin. */
export function threadComments(comments: readonly RecordComment[]): CommentThread[] {
  const threads = new Map<string, RecordComment[]>();
  for (const comment of comments) {
    const thread = threads.get(comment.thread);
    if (thread === undefined) threads.set(comment.thread, [comment]);
    else thread.push(comment);
  }
  return [...threads].map(([id, answers]) => ({
    id,
    passage: answers[0]?.passage,
    quotation: answers[0]?.quotation ?? '',
    comments: answers,
  }));
}

/** A comment as views show it. */
export function showComment(comment: RecordComment, { messages, standards }: Knowledge): ShownComment {
  const { id, author, created, text, kind, capabilities } = comment;
  return {
    id,
    author,
    created,
    text,
    kind: kind ?? null,
    kindWords: kind === undefined ? '' : messageInTable(messages.workspace, 'comment-kinds', kind),
    capabilities: capabilities.map((each) => showCapability(each, standards)),
  };
}

/** A capability by its tag; one that no set has is shown by its tag alone. */
export function showCapability(id: string, standards: StandardsBook): Capability {
  const standard = standards.find(id);
  return standard === undefined
    ? { id, title: id, set: '' }
    : { id: standard.id, title: standard.title, set: standard.set.name };
}
