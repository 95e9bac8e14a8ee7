import type { Balance, ProtocolPlace, ReviewView, RunView } from '../../server/src/protocol.ts';

/*
 * What the extension and its webviews say to each other. Types alone: both sides bundle this. All words that a view
 * shows come from here, translated; a view puts them in as text, never as markup.
 */

/** The words of the balance view that aren't the server's. */
export interface BalanceWords {
  readonly empty: string;
  readonly doneWell: string;
  readonly chart: string;
  readonly chartHint: string;
  readonly guessedNote: string;
  readonly figures: string;
  readonly about: string;
  readonly share: string;
  readonly guessed: string;
  readonly passages: string;
  readonly limited: string;
  readonly none: string;
  readonly run: string;
  readonly runChart: string;
  readonly record: string;
}

/** What the balance view shows. */
export interface BalanceMessage {
  readonly type: 'balance';
  /** Null: no record is open. */
  readonly balance: Balance | null;
  readonly words: BalanceWords;
  /** For dates: a language tag. */
  readonly language: string;
}

/** The words of the view of a run that aren't the server's. */
export interface RunWords {
  readonly title: string;
  readonly intro: string;
  readonly chart: string;
  readonly record: string;
  readonly about: string;
  readonly quiet: string;
  readonly quietNone: string;
  readonly findings: string;
  readonly questions: string;
  readonly questionsIntro: string;
  readonly observations: string;
  readonly styles: string;
  readonly told: string;
  readonly undated: string;
  readonly undatedHint: string;
}

/** What the view of a run shows. */
export interface RunMessage {
  readonly type: 'run';
  readonly run: RunView | null;
  /** Why there is no run. */
  readonly message: string;
  readonly words: RunWords;
  /** Plain names of the four cultures, in the order of Table 1. */
  readonly names: Readonly<Record<string, string>>;
  readonly language: string;
}

/** The words of the review that aren't the server's. */
export interface ReviewWords {
  readonly title: string;
  readonly intro: string;
  readonly showReading: string;
  readonly goTo: string;
  /** With `{0}` for the passage. */
  readonly goToPassage: string;
  readonly comment: string;
  readonly commentOn: string;
  readonly agree: string;
  readonly agreeWith: string;
  readonly panel: string;
  readonly nothing: string;
  readonly gone: string;
  readonly whole: string;
}

/** What the review of a run shows. */
export interface ReviewMessage {
  readonly type: 'review';
  readonly review: ReviewView | null;
  /** Why there is no run. */
  readonly message: string;
  readonly words: ReviewWords;
  readonly language: string;
}

/** What the extension tells a webview. */
export type ToWebview = BalanceMessage | RunMessage | ReviewMessage;

/** What a webview tells the extension. Nothing in it is taken on trust. */
export type FromWebview =
  | { readonly type: 'ready' }
  | { readonly type: 'comment' | 'agree' | 'panel'; readonly uri: string; readonly place: ProtocolPlace }
  | { readonly type: 'reveal'; readonly uri: string; readonly place: ProtocolPlace };
