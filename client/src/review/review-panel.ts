import { commands, l10n, type Uri } from 'vscode';
import { reviewRequest, type ReviewParams, type ReviewResult } from '../../../server/src/protocol.ts';
import type { ReviewMessage, ReviewWords } from '../../webviews/messages.ts';
import { commandIds } from '../commands/command-ids.ts';
import { reveal } from '../commands/reveal.ts';
import { displayLanguage } from '../display-language.ts';
import { createRunPanel, type RunPanel, type RunPanelPage } from '../run/run-panel.ts';
import type { ServerConnection } from '../server-connection.ts';
import type { RecordComments } from './record-comments.ts';

/** Shows the run of a record side by side, for a practice educator: passages worth talking about, and comments. */
export function createReviewPanel(
  extensionUri: Uri,
  server: ServerConnection,
  comments: Pick<RecordComments, 'commentHere' | 'change'>,
  onFailure: (error: unknown) => void,
): RunPanel<ReviewMessage> {
  const page: RunPanelPage<ReviewMessage> = {
    script: 'review',
    title: reviewWords('').title,
    async ask(uri) {
      const params: ReviewParams = { uri };
      const { review, message } = await server.request<ReviewResult>(reviewRequest, params);
      const words = reviewWords(review?.name ?? '');
      return { type: 'review', review, message, words, language: displayLanguage() };
    },
    async act({ type, place }, uri) {
      if (type === 'reveal') await reveal(uri.toString(), place);
      else if (type === 'panel')
        await commands.executeCommand(commandIds.export, { uri: uri.toString(), what: 'panel' });
      else if (type === 'comment') await comments.commentHere(uri.toString(), place);
      else await comments.change(uri, { type: 'add', position: place, text: '', kind: 'agree' });
    },
  };
  return createRunPanel(extensionUri, server, page, onFailure);
}

function reviewWords(name: string): ReviewWords {
  return {
    title: name === '' ? l10n.t('Review of a run') : l10n.t('Review: {0}', name),
    intro: l10n.t('What was marked to be brought comes first, then what may be worth talking about.'),
    showReading: l10n.t('Show how the tool reads it'),
    goTo: l10n.t('Go to it'),
    goToPassage: l10n.t('Go to it: {0}', '{0}'),
    comment: l10n.t('Comment'),
    commentOn: l10n.t('Comment on: {0}', '{0}'),
    agree: l10n.t('I read it the same way'),
    agreeWith: l10n.t('I read it the same way: {0}', '{0}'),
    panel: l10n.t('Hand on for a panel…'),
    nothing: l10n.t('Nothing is marked to be brought here, and no passage stands out by its words.'),
    gone: l10n.t('The passage isn’t there any more'),
    whole: l10n.t('On the record as a whole'),
  };
}
