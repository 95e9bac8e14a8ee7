import type { Balance, ProtocolCulture, ShownPassage } from '../../server/src/protocol.ts';
import { createBalanceDetails, passageKey } from './balance-details.ts';
import { createChartFigure } from './chart-figure.ts';
import { createElement, replaceContent } from './element.ts';
import { showPercent } from './format.ts';
import { connectHost } from './host.ts';
import type { BalanceMessage } from './messages.ts';
import { createRunChart } from './run-chart.ts';
import { createRunTable } from './run-table.ts';
import { createShareChart } from './share-chart.ts';
import { onThemeChange, readTheme } from './theme.ts';

/** The script of the balance view: the open record's chart and table, then its run's. */
const head = createElement('div');
const shares = createChartFigure('bars');
const details = createElement('div');
const run = createElement('section', { attributes: { 'aria-labelledby': 'run-title' } });
const runHead = createElement('h2', { attributes: { id: 'run-title' } });
const runFigure = createChartFigure('lines');
const runTable = createElement('div');
run.append(runHead, runFigure.element, runTable);
const main = createElement('main', {}, head, shares.element, details, run);
document.body.append(main);

const host = connectHost((message) => {
  if (message.type !== 'balance') return;
  last = message;
  draw(message);
});
const goTo = ({ uri, range }: Pick<ShownPassage, 'uri' | 'range'>): void =>
  host.send({ type: 'reveal', uri, place: range.start });
const openTop = ({ uri }: { readonly uri: string }): void =>
  host.send({ type: 'reveal', uri, place: { line: 0, character: 0 } });
const shareChart = createShareChart(shares.canvas, unfold);
const runChart = createRunChart(runFigure.canvas, openTop);
let last: BalanceMessage | undefined;
onThemeChange(() => {
  if (last !== undefined) draw(last);
});

/** Unfolds a culture's passages and goes there. */
function unfold(culture: ProtocolCulture): void {
  const part = [...details.querySelectorAll('details')].find(
    (each) => each.dataset['key'] === passageKey(culture),
  );
  if (part === undefined) return;
  part.open = true;
  part.querySelector('summary')?.focus();
}

function draw({ balance, words, language }: BalanceMessage): void {
  const theme = readTheme();
  shares.element.hidden = balance === null || balance.words === 0;
  run.hidden = (balance?.run?.records.length ?? 0) < 2;
  if (balance === null) {
    replaceContent(head, createElement('p', { className: 'empty' }, words.empty));
    replaceContent(details);
    return;
  }
  replaceContent(head, ...drawHead(balance, words.doneWell));
  const said = balance.cultures.map(({ name, share }) => `${name} ${showPercent(share)}`).join(', ');
  const anyGuessed = balance.cultures.some(({ guessed }) => guessed >= 0.005);
  shares.describe(`${words.chart}: ${said}. ${words.chartHint}`, anyGuessed ? words.guessedNote : '');
  shareChart.draw(balance.cultures, theme, words.guessed);
  replaceContent(details, ...createBalanceDetails(balance, words, goTo));
  if (balance.run === null || run.hidden) return;
  const names = balance.cultures.map(({ culture, name }) => [culture, name] as const);
  const { records } = balance.run;
  runHead.textContent = words.run;
  runFigure.describe(`${words.runChart}. ${words.chartHint}`, '');
  runChart.draw({ records, names, language }, theme);
  replaceContent(
    runTable,
    createRunTable(records, names, { caption: words.runChart, record: words.record, language }, openTop),
  );
}

/** What the record does well comes first. */
function drawHead({ strengths, title, reading, counts }: Balance, doneWell: string): HTMLElement[] {
  const [strength] = strengths;
  const parts: HTMLElement[] = [];
  if (strength !== undefined) {
    const go = (): void => goTo(strength.passage);
    const link = createElement(
      'button',
      { className: 'link strength', key: 'strength', onClick: go, attributes: { type: 'button' } },
      createElement('strong', {}, `${doneWell} `),
      strength.message,
    );
    parts.push(createElement('p', {}, link));
  }
  if (title !== '') parts.push(createElement('h1', {}, title));
  parts.push(createElement('p', { className: 'reading' }, `${reading}.`));
  if (counts !== '') parts.push(createElement('p', { className: 'counts' }, counts));
  return parts;
}
