import type { PlainText } from '../text/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { PassageBlock } from '../terms/kinds.ts';

/*
 * What one block of Markdown holds, in reading order. All spans are relative to the start of the block,
 * so that a block that has moved needs no new reading.
 */

/** A `#word` as written, or a `<!-- culture: … -->`; `values` are as written, without `#`. */
export interface TagMark {
  readonly form: 'hashtag' | 'comment';
  readonly values: readonly string[];
  readonly span: Span;
}

/** An HTML comment. `content` is what stands between `<!--` and `-->`, trimmed. */
export interface Comment {
  readonly content: string;
  /** How many characters of white space stand between `<!--` and `content`. */
  readonly lead: number;
  readonly span: Span;
}

/** A heading; `plain` is without tags. */
export interface HeadingElement {
  readonly type: 'heading';
  readonly depth: number;
  readonly plain: PlainText;
  readonly span: Span;
  /** The words of the heading without `#` marks and tags; equals `span`'s start where it has no words. */
  readonly textSpan: Span;
  readonly tags: readonly TagMark[];
}

/** One cell of a table row. */
export interface Cell {
  readonly plain: PlainText;
  readonly span: Span;
}

/** A passage (spec section 1). */
export interface PassageElement {
  readonly type: 'passage';
  readonly block: PassageBlock;
  readonly plain: PlainText;
  readonly span: Span;
  /** The passage without tags at its end: where a finding on it stands. */
  readonly textSpan: Span;
  readonly tags: readonly TagMark[];
  /** A task's state, where the passage is the first paragraph of a task list item. */
  readonly task: { readonly done: boolean } | undefined;
  /** A row's cells, and the header cells above them. */
  readonly row: { readonly cells: readonly Cell[]; readonly columns: readonly Cell[] } | undefined;
  /** Whether every word is struck through. */
  readonly struck: boolean;
  /** Words as spec section 3 counts them. */
  readonly words: number;
}

/** The tool's own prompt, known by its marker (spec section 4). */
export interface PromptElement {
  readonly type: 'prompt';
  /** What stands between `supervision-lens-prompt:` and the end of the marker. */
  readonly marker: string;
  readonly plain: PlainText;
  readonly span: Span;
}

/** A comment anywhere: switches and culture tags are read from these. */
export interface CommentElement extends Comment {
  readonly type: 'comment';
  /** The comment stands alone as an HTML block, so that it belongs to what follows. */
  readonly alone: boolean;
  /** Words on the line after a comment that stands alone: Markdown hides them. */
  readonly hidden: Span | undefined;
}

/** A comment that is never closed. */
export interface UnclosedCommentElement {
  readonly type: 'unclosed-comment';
  readonly span: Span;
}

/** Anything that a block can hold. */
export type BlockElement =
  HeadingElement | PassageElement | PromptElement | CommentElement | UnclosedCommentElement;

/** One block, read. */
export interface BlockReading {
  readonly elements: readonly BlockElement[];
  /** The top-level nodes of the block, in order: prompts are inserted after one of them. */
  readonly nodes: readonly Span[];
  /** Normalised labels of the link and footnote definitions in it (footnotes with a leading `^`). */
  readonly definitions: readonly string[];
  /** What stands between square brackets, as labels of definitions are compared; each once. */
  readonly references: readonly string[];
  /** A fence or HTML block at its end isn't closed, so that what follows belongs to it. */
  readonly openEnded: boolean;
}
