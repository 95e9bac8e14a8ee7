import { Disposable, EventEmitter, commands, l10n, window, type Event, type TreeDataProvider } from 'vscode';
import { recordsRequest, type ListedRecord, type RecordsResult } from '../../../server/src/protocol.ts';
import { commandIds } from '../commands/command-ids.ts';
import type { ServerConnection } from '../server-connection.ts';
import {
  filterRecords,
  isFiltering,
  noFilter,
  type OpenFilter,
  type RecordsFilter,
} from './filter-records.ts';
import { createRecordItem } from './record-item.ts';
import { childNodes, groupNodes, type RecordNode } from './record-node.ts';
import { describeFilter, nameKind, nameOpenFilter } from './record-words.ts';

/** The list of records. */
export interface RecordsView {
  readonly provider: TreeDataProvider<RecordNode>;
  readonly dispose: () => void;
}

const kinds: readonly ListedRecord['kind'][] = ['supervision', 'group', 'log', 'journal', 'unknown'];
const openFilters: readonly OpenFilter[] = ['all', 'anything', 'actions', 'group', 'bring'];
const filteringKey = 'supervisionLens.recordsFiltered';

/**
 * The workspace's records by person or team, then date, in VS Code's own tree. Nothing is read before the view is
 * first opened. It holds neither findings nor figures of them: nothing here ranks anybody.
 */
export function createRecordsView(server: ServerConnection, onRecordsChanged: Event<void>): RecordsView {
  let filter: RecordsFilter = noFilter;
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<RecordNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) =>
      createRecordItem(node, (uri) => server.client.protocol2CodeConverter.asUri(uri).toString()),
    getChildren: async (node) => {
      if (node !== undefined) return childNodes(node);
      const { complete, groups } = await server.request<RecordsResult>(recordsRequest, {});
      const shown = filterRecords(groups, filter);
      view.message = messageFor(complete, groups.length > 0 && shown.length === 0, filter);
      return groupNodes(shown);
    },
  };
  const view = window.createTreeView('supervisionLens.records', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const setFilter = (to: RecordsFilter): void => {
    filter = to;
    void commands.executeCommand('setContext', filteringKey, isFiltering(filter));
    changed.fire(undefined);
  };
  const registrations = Disposable.from(
    view,
    changed,
    onRecordsChanged(() => changed.fire(undefined)),
    commands.registerCommand(commandIds.filterRecordsByKind, async () => {
      const picked = await pickKinds(filter);
      if (picked !== undefined) setFilter({ ...filter, kinds: picked.length === kinds.length ? [] : picked });
    }),
    commands.registerCommand(commandIds.filterRecordsByOpen, async () => {
      const open = await pickOpen(filter);
      if (open !== undefined) setFilter({ ...filter, open });
    }),
    commands.registerCommand(commandIds.showAllRecords, () => setFilter(noFilter)),
  );
  return { provider, dispose: () => void registrations.dispose() };
}

/** The line above the list; empty: none, and VS Code takes it away. */
function messageFor(complete: boolean, nothingLeft: boolean, filter: RecordsFilter): string {
  const parts = [
    complete ? undefined : l10n.t('Reading your notes…'),
    describeFilter(filter),
    nothingLeft ? l10n.t('No record is like that just now.') : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

async function pickKinds(filter: RecordsFilter): Promise<ListedRecord['kind'][] | undefined> {
  const items = kinds.map((kind) => ({
    label: nameKind(kind),
    value: kind,
    picked: filter.kinds.length === 0 || filter.kinds.includes(kind),
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Which kinds of record should be shown?'),
  });
  return picked?.map(({ value }) => value);
}

async function pickOpen(filter: RecordsFilter): Promise<OpenFilter | undefined> {
  const items = openFilters.map((open) => ({
    label: nameOpenFilter(open),
    open,
    ...(open === filter.open && { description: l10n.t('shown now') }),
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Show records with …') });
  return picked?.open;
}
