import { ThemeIcon, TreeItem, TreeItemCollapsibleState, l10n } from 'vscode';
import { clientCommands, type ListedRecord, type ShownPassage } from '../../../server/src/protocol.ts';
import { describeOpen, nameKind, showDate } from './record-words.ts';
import type { RecordNode } from './record-node.ts';

/** Turns an address of the protocol into one as VS Code writes it. */
export type ToEditorUri = (uri: string) => string;

/** How a node of the list looks, and what a click on it does. */
export function createRecordItem(node: RecordNode, toEditorUri: ToEditorUri): TreeItem {
  switch (node.type) {
    case 'group': {
      const { by, name, note } = node.group;
      const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
      item.id = node.id;
      item.iconPath = new ThemeIcon(by === 'team' ? 'organization' : by === 'person' ? 'person' : 'files');
      item.contextValue = by === 'nobody' ? 'nobody' : 'run';
      if (note !== '') {
        item.tooltip = note;
        item.description = l10n.t('two by one name?');
      }
      const what = by === 'team' ? l10n.t('Team') : by === 'person' ? l10n.t('Person') : '';
      item.accessibilityInformation = { label: [what, name, note].filter((each) => each !== '').join(': ') };
      return item;
    }
    case 'record':
      return recordItem(node.id, node.record, toEditorUri);
    case 'passage':
      return passageItem(node.id, node.passage, node.as, toEditorUri);
  }
}

function recordItem(id: string, record: ListedRecord, toEditorUri: ToEditorUri): TreeItem {
  const { kind, title, date, note, bring, groupQuestions } = record;
  const hasChildren = bring.length + groupQuestions.length > 0;
  const label = date === null ? title : showDate(date);
  const item = new TreeItem(
    label,
    hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const words = [nameKind(kind), ...describeOpen(record)];
  item.id = id;
  item.description = words.join(' · ');
  item.tooltip = [title, words.join(', '), note].filter((each) => each !== '').join('\n');
  item.iconPath = new ThemeIcon(
    kind === 'group' ? 'comment-discussion' : kind === 'journal' ? 'book' : 'note',
  );
  item.contextValue = note === '' ? 'recordInRun' : 'record';
  item.accessibilityInformation = {
    label: [label, ...words, date === null ? '' : title, note].filter((each) => each !== '').join(', '),
  };
  item.command = revealCommand(l10n.t('Open the Record'), toEditorUri(record.uri), { line: 0, character: 0 });
  return item;
}

function passageItem(
  id: string,
  { uri, range, text }: ShownPassage,
  as: 'bring' | 'group',
  toEditorUri: ToEditorUri,
): TreeItem {
  const item = new TreeItem(text, TreeItemCollapsibleState.None);
  const what = as === 'bring' ? l10n.t('to bring') : l10n.t('for the group');
  item.id = id;
  item.iconPath = new ThemeIcon(as === 'bring' ? 'bookmark' : 'question');
  item.tooltip = `${text}\n(${what})`;
  item.accessibilityInformation = { label: `${what}: ${text}` };
  item.command = revealCommand(l10n.t('Open the Passage'), toEditorUri(uri), range.start);
  return item;
}

function revealCommand(
  title: string,
  uri: string,
  place: ShownPassage['range']['start'],
): TreeItem['command'] & object {
  return { title, command: clientCommands.reveal, arguments: [uri, place] };
}
