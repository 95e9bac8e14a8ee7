import type { ProtocolCulture, RunRecord } from '../../server/src/protocol.ts';
import { createElement, createLink } from './element.ts';
import { showDay, showPercent } from './format.ts';

/** The figures of a run's chart as a table, a line for each record; the day opens it. */
export function createRunTable(
  records: readonly RunRecord[],
  names: readonly (readonly [ProtocolCulture, string])[],
  words: { readonly caption: string; readonly record: string; readonly language: string },
  onOpen: (record: RunRecord) => void,
): HTMLElement {
  const head = createElement(
    'tr',
    {},
    createElement('th', { attributes: { scope: 'col' } }, words.record),
    ...names.map(([, name]) =>
      createElement('th', { className: 'number', attributes: { scope: 'col' } }, name),
    ),
  );
  const rows = records.map((record) =>
    createElement(
      'tr',
      {},
      createElement(
        'th',
        { attributes: { scope: 'row' } },
        createLink(showDay(record.date, words.language), `run ${record.uri}`, () => onOpen(record)),
      ),
      ...names.map(([culture]) =>
        createElement(
          'td',
          { className: 'number' },
          record.words === 0 ? '–' : showPercent(record.shares[culture]),
        ),
      ),
    ),
  );
  const table = createElement(
    'table',
    {},
    createElement('caption', {}, words.caption),
    createElement('thead', {}, head),
    createElement('tbody', {}, ...rows),
  );
  // Wide tables scroll by themselves, with the keyboard too.
  return createElement(
    'div',
    { className: 'scroll', attributes: { tabindex: '0', role: 'group', 'aria-label': words.caption } },
    table,
  );
}
