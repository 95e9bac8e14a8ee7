import {
  QuickPickItemKind,
  Range,
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type CodeAction,
  type QuickPickItem,
} from 'vscode';
import { foldedActionKinds } from '../../../server/src/protocol.ts';
import { readRange, readUri } from './command-arguments.ts';

/** More than can ever stand at one place: their edits are made when one has been chosen. */
const all = 100;

type Item = QuickPickItem & { readonly action?: CodeAction };

/** Lets the user switch off what was asked at a place, or say what the passage is about. Esc leaves no trace. */
export async function notThis(uri: unknown, range: unknown): Promise<void> {
  const [address, place] = [readUri(uri), readRange(range)];
  if (address === undefined || place === undefined) return;
  const target = Uri.parse(address, true);
  const { start, end } = place;
  const at = new Range(start.line, start.character, end.line, end.character);
  const ask = async (kind: string, resolved: number): Promise<readonly CodeAction[]> =>
    (await commands.executeCommand<readonly CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      target,
      at,
      kind,
      resolved,
    )) ?? [];
  const group = async (title: string, kind: string): Promise<Item[]> => {
    const actions = await ask(kind, 0);
    const separator = { label: title, kind: QuickPickItemKind.Separator };
    return actions.length === 0
      ? []
      : [separator, ...actions.map((action) => ({ label: action.title, action }))];
  };
  const chosen = await window.showQuickPick(
    [
      ...(await group(l10n.t('Switch it off'), foldedActionKinds.switchOff)),
      ...(await group(l10n.t('Or read the passage as something else'), foldedActionKinds.tag)),
    ],
    {
      title: l10n.t('Not this'),
      placeHolder: l10n.t('Nobody asks why, and you can undo it.'),
      // The light bulb's menu gives the focus back to the text as it closes, which may be after this opens.
      ignoreFocusOut: true,
    },
  );
  if (chosen?.action === undefined) return;
  const { title, kind } = chosen.action;
  const made = (await ask(kind?.value ?? '', all)).find((each) => each.title === title);
  if (made?.edit !== undefined && (await workspace.applyEdit(made.edit))) {
    if (made.command !== undefined)
      await commands.executeCommand(made.command.command, ...((made.command.arguments ?? []) as unknown[]));
    return;
  }
  void window.showInformationMessage(
    l10n.t('That couldn’t be done here without changing how the note is read. Nothing has changed.'),
  );
}
