import { Range, Uri, WorkspaceEdit, l10n, window, workspace, type QuickPickItem } from 'vscode';
import {
  tagPassageRequest,
  type TagPassageParams,
  type TagPassageResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { cursorPlace } from './cursor-place.ts';
import { readPassageTarget, type PassageLabel, type PassageTarget } from './passage-place.ts';

/** Writes the tag that says what a passage reads as, by default the one at the cursor. */
export async function agree(server: ServerConnection, value: unknown): Promise<void> {
  const target = readPassageTarget(value, cursorPlace());
  if (target === undefined) tellNoPassage();
  else await tag(server, target, 'agree');
}

/** Tags a passage as something else; which, the arguments say, else the user chooses. Esc leaves no trace. */
export async function overrule(server: ServerConnection, value: unknown): Promise<void> {
  const target = readPassageTarget(value, cursorPlace());
  if (target === undefined) {
    tellNoPassage();
    return;
  }
  const label = target.label ?? (await chooseLabel());
  if (label !== undefined) await tag(server, target, label);
}

async function chooseLabel(): Promise<PassageLabel | undefined> {
  const item = (
    label: string,
    description: string,
    name: PassageLabel,
  ): QuickPickItem & { name: PassageLabel } => ({ label, description, name });
  const picked = await window.showQuickPick(
    [
      item(l10n.t('The work'), '#managed', 'managed'),
      item(l10n.t('The practice'), '#professional', 'professional'),
      item(l10n.t('The person'), '#humanistic', 'humanistic'),
      item(l10n.t('Together and power'), '#democratic', 'democratic'),
      item(l10n.t('None of them'), '#neutral', 'none'),
      item(l10n.t('Take the tag off'), '', 'untag'),
    ],
    { title: l10n.t('What is this passage mostly about?'), matchOnDescription: true },
  );
  return picked?.name;
}

async function tag(
  server: ServerConnection,
  { uri, position }: PassageTarget,
  label: TagPassageParams['label'],
): Promise<void> {
  const address = server.client.code2ProtocolConverter.asUri(Uri.parse(uri, true));
  const params: TagPassageParams = { uri: address, position, label };
  const result = await server.request<TagPassageResult>(tagPassageRequest, params);
  if (result.outcome !== 'edit') {
    tellOutcome(result.outcome);
    return;
  }
  // The text may have changed since; an edit for an older text would land in the wrong place.
  if (!(await apply(result))) tellOutcome('not-possible');
}

/** Applies all changes as one step that one undo takes back; says whether it did. */
async function apply({ changes }: TagPassageResult): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, version, edits } of changes) {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    if (version !== null && document.version !== version) return false;
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
    }
  }
  return workspace.applyEdit(edit);
}

function tellOutcome(outcome: Exclude<TagPassageResult['outcome'], 'edit'>): void {
  switch (outcome) {
    case 'no-passage':
      tellNoPassage();
      break;
    case 'same-already':
      void window.showInformationMessage(l10n.t('It says so already.'));
      break;
    case 'undecided':
      void window.showInformationMessage(
        l10n.t('It’s hard to tell what this passage is about, so there is nothing to agree with yet.'),
      );
      break;
    case 'not-possible':
      void window.showInformationMessage(
        l10n.t('No tag could be put here without changing how the note is read. Nothing has changed.'),
      );
      break;
  }
}

function tellNoPassage(): void {
  void window.showInformationMessage(l10n.t('Please put the cursor into a passage of a supervision record.'));
}
