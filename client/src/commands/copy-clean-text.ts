import { env, l10n, window, type QuickPickItem } from 'vscode';
import {
  cleanTextRequest,
  type CleanTextParams,
  type CleanTextResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';

/** Copies the open note as it is filed; a part of it only after its split was shown. Esc copies nothing. */
export async function copyCleanText(server: ServerConnection, kind: CleanTextParams['kind']): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    void window.showInformationMessage(l10n.t('Please open the note that you’d like to copy.'));
    return;
  }
  const uri = server.client.code2ProtocolConverter.asUri(document.uri);
  const ask = (params: Omit<CleanTextParams, 'uri'>): Promise<CleanTextResult | null> =>
    server.request<CleanTextResult | null>(cleanTextRequest, { uri, ...params });
  const whole = await ask({ kind });
  if (whole === null) return;
  if (kind === 'all') {
    await copy(whole.text);
    return;
  }
  const sections = await chooseSections(kind, whole.sections);
  if (sections === undefined) return;
  const part = await ask({ kind, sections });
  if (part !== null) await copy(part.text);
}

/** Shows how the note would be split, with this part's sections ticked; undefined where nothing was chosen. */
async function chooseSections(
  kind: 'case' | 'personal',
  sections: CleanTextResult['sections'],
): Promise<readonly number[] | undefined> {
  const offered = sections.filter(({ limited }) => kind === 'personal' || !limited);
  if (offered.length === 0) {
    void window.showInformationMessage(l10n.t('This note has no sections that could be told apart.'));
    return undefined;
  }
  const items = offered.map((section): QuickPickItem & { readonly index: number } => ({
    label: section.title,
    description: section.limited ? l10n.t('not for everyone') : '',
    picked: section.part === kind,
    index: section.index,
  }));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    title: kind === 'case' ? l10n.t('What goes with the case?') : l10n.t('What is personal?'),
    placeHolder: l10n.t('Ticked sections are copied. Please look before you go on.'),
  });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ index }) => index);
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied, without tags and questions.'), 4000);
}
