import { l10n } from 'vscode';
import { displayLanguage } from '../display-language.ts';
import type { ListedRecord } from '../../../server/src/protocol.ts';
import type { OpenFilter, RecordsFilter } from './filter-records.ts';

/** A kind of record in plain words. */
export function nameKind(kind: ListedRecord['kind']): string {
  switch (kind) {
    case 'supervision':
      return l10n.t('one to one');
    case 'group':
      return l10n.t('group');
    case 'log':
      return l10n.t('log');
    case 'journal':
      return l10n.t('journal');
    case 'unknown':
      return l10n.t('kind not told');
  }
}

/** What is open in a record, in a few words; empty where nothing is. */
export function describeOpen({ openActions, groupQuestions, bring }: ListedRecord): readonly string[] {
  const parts: string[] = [];
  if (bring.length > 0) parts.push(l10n.t('{0} to bring', bring.length));
  if (groupQuestions.length > 0) parts.push(l10n.t('{0} for the group', groupQuestions.length));
  if (openActions === 1) parts.push(l10n.t('1 action open'));
  if (openActions > 1) parts.push(l10n.t('{0} actions open', openActions));
  return parts;
}

/** A filter by what is open, in words. */
export function nameOpenFilter(open: OpenFilter): string {
  switch (open) {
    case 'all':
      return l10n.t('All records');
    case 'anything':
      return l10n.t('Anything open');
    case 'actions':
      return l10n.t('Open actions');
    case 'group':
      return l10n.t('Questions for the group');
    case 'bring':
      return l10n.t('Marked to bring (#bring)');
  }
}

/** What a filter shows, for the line above the list; undefined: everything. */
export function describeFilter({ kinds, open }: RecordsFilter): string | undefined {
  const parts = [...kinds.map(nameKind), ...(open === 'all' ? [] : [nameOpenFilter(open).toLowerCase()])];
  return parts.length === 0 ? undefined : l10n.t('Shown: {0}.', parts.join(', '));
}

/** An ISO day as the editor's language writes it, "17 September 2025" in English. */
export function showDate(iso: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(displayLanguage(), options).format(Date.parse(iso));
}
