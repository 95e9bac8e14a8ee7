import type { ListedRecord, RecordGroup, ShownPassage } from '../../../server/src/protocol.ts';

/** One line of the list of records. Ids stay the same from one answer to the next, so that what was open stays open. */
export type RecordNode =
  | { readonly type: 'group'; readonly id: string; readonly group: RecordGroup }
  | { readonly type: 'record'; readonly id: string; readonly record: ListedRecord }
  | {
      readonly type: 'passage';
      readonly id: string;
      readonly passage: ShownPassage;
      readonly as: 'bring' | 'group';
    };

/** The lines for people and teams. */
export function groupNodes(groups: readonly RecordGroup[]): RecordNode[] {
  return groups.map((group) => ({
    type: 'group',
    id: JSON.stringify([group.by, group.scope, group.name]),
    group,
  }));
}

/** The lines under a line. */
export function childNodes(node: RecordNode): RecordNode[] {
  switch (node.type) {
    case 'group':
      return node.group.records.map((record) => ({
        type: 'record',
        id: `${node.id} ${record.uri}`,
        record,
      }));
    case 'record': {
      const { bring, groupQuestions } = node.record;
      const lines = (passages: readonly ShownPassage[], as: 'bring' | 'group'): RecordNode[] =>
        passages.map((passage, index) => ({ type: 'passage', id: `${node.id} ${as} ${index}`, passage, as }));
      return [...lines(bring, 'bring'), ...lines(groupQuestions, 'group')];
    }
    case 'passage':
      return [];
  }
}
