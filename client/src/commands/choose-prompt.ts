import { Position, Range, Uri, WorkspaceEdit, l10n, window, workspace } from 'vscode';
import {
  promptsRequest,
  type PromptChoice,
  type PromptsParams,
  type PromptsResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readPlace, readRule, readUri, type Place } from './command-arguments.ts';
import { placeAfterPrompt } from './prompt-place.ts';
import { reveal } from './reveal.ts';

/** Where a prompt is wanted, and for which finding. */
export interface PromptTarget {
  readonly uri: Uri;
  readonly place: Place;
  readonly rule: string | undefined;
}

/** Lets the user choose a prompt, as code actions and lenses ask for it: address, rule or nothing, place. */
export async function choosePrompt(
  server: ServerConnection,
  uri: unknown,
  rule: unknown,
  place: unknown,
): Promise<void> {
  const address = readUri(uri);
  const target = readPlace(place);
  if (address === undefined || target === undefined) return;
  await offerPrompts(server, { uri: Uri.parse(address, true), place: target, rule: readRule(rule) });
}

/** Offers the prompts for a place, inserts the chosen one as one edit, and shows it. Esc leaves no trace. */
export async function offerPrompts(server: ServerConnection, target: PromptTarget): Promise<void> {
  const prompts = await requestPrompts(server, target);
  if (prompts.length === 0) {
    void window.showInformationMessage(l10n.t('No prompt seems to fit here just now.'));
    return;
  }
  const chosen = await window.showQuickPick(
    prompts.map((prompt) => ({
      label: prompt.text,
      detail: [prompt.because, prompt.detail].join(' · '),
      prompt,
    })),
    {
      title: l10n.t('Something to think about'),
      placeHolder: l10n.t('Choose a prompt to put into the note'),
      matchOnDetail: true,
    },
  );
  if (chosen === undefined) return;
  const inserted = await insert(server, target, chosen.prompt);
  if (inserted === undefined) {
    void window.showInformationMessage(
      l10n.t('The note has changed in the meantime, so nothing was put in. Please choose once more.'),
    );
    return;
  }
  await reveal(target.uri.toString(), placeAfterPrompt(inserted.edit));
}

/** The prompt as it was inserted, or undefined where the note kept changing. */
async function insert(
  server: ServerConnection,
  target: PromptTarget,
  chosen: PromptChoice,
): Promise<PromptChoice | undefined> {
  if (await apply(target.uri, chosen)) return chosen;
  // The edit was for an older text: the server knows where the prompt goes now.
  const again = (await requestPrompts(server, target)).find(({ id }) => id === chosen.id);
  return again !== undefined && (await apply(target.uri, again)) ? again : undefined;
}

/** Applies a prompt's edit, if it's for the document as it is now; says whether it did. */
async function apply(uri: Uri, { version, edit }: PromptChoice): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (document.version !== version) return false;
  const { start, end } = edit.range;
  const change = new WorkspaceEdit();
  const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  change.replace(uri, range, edit.newText);
  return workspace.applyEdit(change);
}

function requestPrompts(
  server: ServerConnection,
  { uri, place, rule }: PromptTarget,
): Promise<PromptsResult> {
  const params: PromptsParams = {
    uri: server.client.code2ProtocolConverter.asUri(uri),
    position: place,
    ...(rule !== undefined && { rule }),
  };
  return server.request<PromptsResult>(promptsRequest, params);
}
