import type { ReviewPassage, ReviewRecord, ShownComment } from '../../server/src/protocol.ts';
import { createElement, createLink, replaceContent } from './element.ts';
import { showDay } from './format.ts';
import { connectHost } from './host.ts';
import type { ReviewMessage } from './messages.ts';

/** The script of the review of a run. */
const main = createElement('main', { className: 'wide' });
document.body.append(main);
let last: ReviewMessage | undefined;
/** Hidden until one has read for oneself. */
let showsReading = false;

const host = connectHost((message) => {
  if (message.type !== 'review') return;
  last = message;
  draw(message);
});

function draw({ review, message, words, language }: ReviewMessage): void {
  const title = createElement('h1', {}, words.title);
  if (review === null) {
    replaceContent(main, title, createElement('p', {}, message));
    return;
  }
  const box = createElement('input', { key: 'reading', attributes: { type: 'checkbox' } });
  box.checked = showsReading;
  box.addEventListener('change', () => {
    showsReading = box.checked;
    if (last !== undefined) draw(last);
  });
  const left = main.querySelector('.columns')?.scrollLeft ?? 0;
  const columns = createElement(
    'div',
    { className: 'columns', attributes: { tabindex: '0', role: 'group', 'aria-label': words.title } },
    ...review.records.map((record) => drawRecord(record, words, language)),
  );
  replaceContent(
    main,
    title,
    createElement('p', { className: 'counts' }, words.intro),
    createElement('label', { className: 'toggle' }, box, words.showReading),
    columns,
    ...panelButton(review.records.at(-1), words.panel),
  );
  columns.scrollLeft = left;
}

/** What was chosen and commented, as a report; its newest record stands for the run. */
function panelButton(newest: ReviewRecord | undefined, label: string): HTMLElement[] {
  if (newest === undefined) return [];
  const onClick = (): void => host.send({ type: 'panel', uri: newest.uri, place: { line: 0, character: 0 } });
  const button = createElement(
    'button',
    { className: 'action', key: 'panel', onClick, attributes: { type: 'button' } },
    label,
  );
  return [createElement('div', { className: 'row' }, button)];
}

function drawRecord(record: ReviewRecord, words: ReviewMessage['words'], language: string): HTMLElement {
  const day = showDay(record.date, language);
  const open = (): void => host.send({ type: 'reveal', uri: record.uri, place: { line: 0, character: 0 } });
  const parts: HTMLElement[] = [
    createElement('h2', {}, createLink(day, `open ${record.uri}`, open)),
    createElement('p', { className: 'counts' }, record.title),
  ];
  if (showsReading) parts.push(createElement('p', { className: 'reading' }, record.reading));
  if (record.problem !== '') parts.push(createElement('p', { attributes: { role: 'note' } }, record.problem));
  if (record.passages.length === 0) parts.push(createElement('p', { className: 'counts' }, words.nothing));
  parts.push(...record.passages.map((passage) => drawPassage(passage, words, language)));
  for (const { isGone, comments } of record.loose)
    parts.push(
      createElement(
        'div',
        { className: 'passage' },
        createElement('span', { className: 'why' }, isGone ? words.gone : words.whole),
        ...comments.map((comment) => drawComment(comment, language)),
      ),
    );
  return createElement('section', { className: 'column', attributes: { 'aria-label': day } }, ...parts);
}

function drawPassage(passage: ReviewPassage, words: ReviewMessage['words'], language: string): HTMLElement {
  const { uri, range, text, why, reading, isRead, comments } = passage;
  const key = `${uri} ${range.start.line} ${range.start.character}`;
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const button = (label: string, spoken: string, type: 'comment' | 'agree' | 'reveal'): HTMLElement =>
    createElement(
      'button',
      {
        className: 'action',
        key: `${type} ${key}`,
        onClick: () => host.send({ type, uri, place: range.start }),
        attributes: { type: 'button', 'aria-label': spoken.replace('{0}', () => short) },
      },
      label,
    );
  const buttons = [
    button(words.goTo, words.goToPassage, 'reveal'),
    button(words.comment, words.commentOn, 'comment'),
  ];
  if (showsReading && isRead && comments.every(({ kind }) => kind !== 'agree'))
    buttons.push(button(words.agree, words.agreeWith, 'agree'));
  return createElement(
    'div',
    { className: 'passage' },
    createElement('span', { className: 'why' }, why),
    createElement('blockquote', {}, text),
    ...(showsReading ? [createElement('p', { className: 'counts' }, reading)] : []),
    ...comments.map((comment) => drawComment(comment, language)),
    createElement('div', { className: 'row' }, ...buttons),
  );
}

function drawComment(
  { author, created, text, kindWords, capabilities }: ShownComment,
  language: string,
): HTMLElement {
  const day = created === '' ? '' : showDay(created, language, 'short');
  const head = [author, day, kindWords, ...capabilities.map(({ title }) => title)];
  return createElement(
    'div',
    { className: 'comment' },
    createElement('p', { className: 'counts' }, head.filter((each) => each !== '').join(' · ')),
    ...(text === '' ? [] : [createElement('p', {}, text)]),
  );
}
