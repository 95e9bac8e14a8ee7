import { Uri, l10n, window, type Memento, type QuickPickItem } from 'vscode';
import {
  tagPassageRequest,
  type TagPassageParams,
  type TagPassageResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { isSidecar } from '../review/write-sidecar.ts';
import { applyChanges } from './apply-changes.ts';
import { cursorPlace } from './cursor-place.ts';
import { keepMarks } from './keep-marks.ts';
import { readPassageTarget, type PassageLabel, type PassageTarget } from './passage-place.ts';

/** Writes the tag that says what a passage reads as, by default the one at the cursor. */
export async function agree(server: ServerConnection, told: Memento, value: unknown): Promise<void> {
  const target = readPassageTarget(value, cursorPlace());
  if (target === undefined) tellNoPassage();
  else await tag(server, told, target, 'agree');
}

/** Tags a passage as something else; which, the arguments say, else the user chooses. Esc leaves no trace. */
export async function overrule(server: ServerConnection, told: Memento, value: unknown): Promise<void> {
  const target = readPassageTarget(value, cursorPlace());
  if (target === undefined) {
    tellNoPassage();
    return;
  }
  const label = target.label ?? (await chooseLabel());
  if (label !== undefined) await tag(server, told, target, label);
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
  told: Memento,
  { uri, position }: PassageTarget,
  label: TagPassageParams['label'],
): Promise<void> {
  const address = server.client.code2ProtocolConverter.asUri(Uri.parse(uri, true));
  const params: TagPassageParams = { uri: address, position, label };
  const result = await server.request<TagPassageResult>(tagPassageRequest, params);
  if (result.outcome === 'refused') void window.showWarningMessage(result.message ?? '');
  else if (result.outcome !== 'edit') tellOutcome(result.outcome);
  // The text may have changed since; an edit for an older text would land in the wrong place.
  else if (!(await applyChanges(result.changes))) tellOutcome('not-possible');
  else await keepMarks(result.changes.map((change) => change.uri).find(isSidecar), told);
}

function tellOutcome(outcome: Exclude<TagPassageResult['outcome'], 'edit' | 'refused'>): void {
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
