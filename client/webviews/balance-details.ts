import type { Balance, BalancePassages, ProtocolCulture, ShownPassage } from '../../server/src/protocol.ts';
import { createElement, createLink } from './element.ts';
import { showPercent } from './format.ts';
import type { BalanceWords } from './messages.ts';

/** The key of the part that unfolds a culture's passages. */
export function passageKey(id: ProtocolCulture | 'undecided' | 'none'): string {
  return `passages ${id}`;
}

/** The figures of the chart as a table, then the passages behind them, folded. */
export function createBalanceDetails(
  { cultures, others, words: counted }: Balance,
  words: BalanceWords,
  goTo: (passage: ShownPassage) => void,
): HTMLElement[] {
  const column = (name: string, className?: string): HTMLElement =>
    createElement(
      'th',
      { attributes: { scope: 'col' }, ...(className !== undefined && { className }) },
      name,
    );
  const number = (value: string): HTMLElement => createElement('td', { className: 'number' }, value);
  const count = ({ shown, limited }: BalancePassages): string => String(shown.length + limited);
  const name = (value: string): HTMLElement => createElement('th', { attributes: { scope: 'row' } }, value);
  const rows = [
    ...cultures.map((part) =>
      createElement(
        'tr',
        {},
        name(part.name),
        number(counted === 0 ? '–' : showPercent(part.share)),
        number(counted === 0 ? '–' : showPercent(part.guessed)),
        number(count(part.passages)),
      ),
    ),
    ...others.map((part) =>
      createElement('tr', {}, name(part.name), number('–'), number('–'), number(count(part.passages))),
    ),
  ];
  const head = createElement(
    'tr',
    {},
    column(words.about),
    column(words.share, 'number'),
    column(words.guessed, 'number'),
    column(words.passages, 'number'),
  );
  const table = createElement(
    'table',
    {},
    createElement('caption', {}, words.figures),
    createElement('thead', {}, head),
    createElement('tbody', {}, ...rows),
  );
  const lists = [...cultures.map((part) => ({ ...part, id: part.culture })), ...others].map((part) =>
    createPassageList(part, words, goTo),
  );
  return [table, createElement('h2', {}, words.passages), ...lists];
}

function createPassageList(
  part: {
    readonly id: ProtocolCulture | 'undecided' | 'none';
    readonly name: string;
    readonly passages: BalancePassages;
  },
  words: BalanceWords,
  goTo: (passage: ShownPassage) => void,
): HTMLElement {
  const key = passageKey(part.id);
  const { shown, limited } = part.passages;
  const items = shown.map((passage, index) =>
    createElement(
      'li',
      {},
      createLink(passage.text, `${key} ${index}`, () => goTo(passage)),
    ),
  );
  const rest = limited === 0 ? [] : [createElement('p', { className: 'counts' }, words.limited)];
  const nothing =
    shown.length + limited === 0 ? [createElement('p', { className: 'counts' }, words.none)] : [];
  const summary = createElement(
    'summary',
    { key: `${key} summary` },
    `${part.name} (${shown.length + limited})`,
  );
  return createElement('details', { key }, summary, createElement('ul', {}, ...items), ...rest, ...nothing);
}
