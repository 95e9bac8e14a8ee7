import { Uri, env, l10n, type Disposable, type WebviewPanel } from 'vscode';
import { reviewRequest, type ReviewParams, type ReviewResult } from '../../../server/src/protocol.ts';
import type { ReviewMessage, ReviewWords } from '../../webviews/messages.ts';
import { reveal } from '../commands/reveal.ts';
import { recordForRun } from '../run/run-argument.ts';
import type { ServerConnection } from '../server-connection.ts';
import { openPanel } from '../webviews/open-panel.ts';
import type { RecordComments } from './record-comments.ts';

/** The command that reviews a run, and its one panel. */
export interface ReviewPanel {
  run: (value: unknown) => Promise<void>;
  /** What the panel was last given to show. */
  readonly shown: () => ReviewMessage | undefined;
  /** Asks again, where the panel is open. */
  readonly refresh: () => void;
  readonly dispose: () => void;
}

/** Shows the run of a record side by side, for a practice educator: passages worth talking about, and comments. */
export function createReviewPanel(
  extensionUri: Uri,
  server: ServerConnection,
  comments: Pick<RecordComments, 'commentHere' | 'change'>,
  onFailure: (error: unknown) => void,
): ReviewPanel {
  let panel: WebviewPanel | undefined;
  let record: string | undefined;
  let last: ReviewMessage | undefined;
  let listening: Disposable | undefined;
  const ask = async (): Promise<void> => {
    if (record === undefined) return;
    const params: ReviewParams = { uri: server.client.code2ProtocolConverter.asUri(Uri.parse(record, true)) };
    const { review, message } = await server.request<ReviewResult>(reviewRequest, params);
    const words = reviewWords(review?.name ?? '');
    const language = env.language.startsWith('en') ? 'en-GB' : env.language;
    last = { type: 'review', review, message, words, language };
    if (panel === undefined) return;
    panel.title = words.title;
    await panel.webview.postMessage(last);
  };
  const open = (): WebviewPanel => {
    const opened = openPanel(extensionUri, { script: 'review', title: reviewWords('').title }, (message) => {
      if (message.type === 'ready') {
        if (last !== undefined) void opened.webview.postMessage(last);
        return;
      }
      const uri = server.client.protocol2CodeConverter.asUri(message.uri);
      const act = {
        reveal: () => reveal(uri.toString(), message.place),
        comment: () => comments.commentHere(uri.toString(), message.place),
        agree: () => comments.change(uri, { type: 'add', position: message.place, text: '', kind: 'agree' }),
      }[message.type];
      act().catch(onFailure);
    });
    listening = opened.onDidDispose(() => {
      panel = undefined;
      listening?.dispose();
    });
    return opened;
  };
  return {
    run: async (value) => {
      record = recordForRun(value);
      if (record === undefined) return;
      await ask();
      panel ??= open();
      panel.reveal();
      if (last !== undefined) await panel.webview.postMessage(last);
    },
    shown: () => last,
    refresh: () => {
      if (panel !== undefined) ask().catch(onFailure);
    },
    dispose: () => void panel?.dispose(),
  };
}

function reviewWords(name: string): ReviewWords {
  return {
    title: name === '' ? l10n.t('Review of a run') : l10n.t('Review: {0}', name),
    intro: l10n.t('What was marked to be brought comes first, then what may be worth talking about.'),
    showReading: l10n.t('Show how the tool reads it'),
    openRun: l10n.t('Open the record'),
    comment: l10n.t('Comment'),
    commentOn: l10n.t('Comment on: {0}', '{0}'),
    agree: l10n.t('I read it the same way'),
    agreeWith: l10n.t('I read it the same way: {0}', '{0}'),
    nothing: l10n.t('Nothing is marked to be brought here, and no passage stands out by its words.'),
    gone: l10n.t('The passage isn’t there any more'),
    whole: l10n.t('On the record as a whole'),
  };
}
