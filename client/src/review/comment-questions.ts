import { ConfigurationTarget, l10n, window, workspace } from 'vscode';
import {
  capabilitiesRequest,
  type CapabilitiesResult,
  type CommentKind,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { settingsSection } from '../settings.ts';

/** Asks what a comment is and what it speaks to. Both can be left out, with Escape too: no word is lost by it. */
export async function askAboutComment(
  server: ServerConnection,
  uri: string,
): Promise<{ readonly kind?: CommentKind; readonly capability?: string }> {
  const kinds: { label: string; value?: CommentKind }[] = [
    { label: l10n.t('Just a comment') },
    { label: l10n.t('Keep doing'), value: 'keep-doing' },
    { label: l10n.t('Say more'), value: 'say-more' },
    { label: l10n.t('Must do'), value: 'must-do' },
  ];
  const kind = (await window.showQuickPick(kinds, { title: l10n.t('What kind of comment is it? (1 of 2)') }))
    ?.value;
  const capabilities = await server.request<CapabilitiesResult>(capabilitiesRequest, { uri });
  const choices: { label: string; description?: string; detail?: string; id?: string }[] = [
    { label: l10n.t('None') },
    ...capabilities.map(({ id, title, set }) => ({ label: title, description: `#${id}`, detail: set, id })),
  ];
  const title = l10n.t('Does it speak to a capability? (2 of 2)');
  const capability = (await window.showQuickPick(choices, { title, matchOnDescription: true }))?.id;
  return { ...(kind !== undefined && { kind }), ...(capability !== undefined && { capability }) };
}

/** The name that stands with comments; asked for once. Empty where somebody would rather not say. */
export async function commentAuthor(): Promise<string> {
  const settings = workspace.getConfiguration(settingsSection);
  const known = settings.get<string>('comments.author', '').trim();
  if (known !== '') return known;
  const prompt = l10n.t('Your name or initials, as they are to stand with your comments');
  const answer = (await window.showInputBox({ prompt, ignoreFocusOut: true }))?.trim() ?? '';
  if (answer !== '') await settings.update('comments.author', answer, ConfigurationTarget.Global);
  return answer;
}
