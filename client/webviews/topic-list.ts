import type { EvidencedTopic, ShownPassage } from '../../server/src/protocol.ts';
import { createElement, createLink } from './element.ts';
import { showDay } from './format.ts';

/** Questions or topics, each with its passages or the sentence that there are none. */
export function createTopicList(
  topics: readonly EvidencedTopic[],
  language: string,
  goTo: (passage: ShownPassage) => void,
): HTMLElement[] {
  return topics.flatMap(({ id, words, passages, message }) => [
    createElement('h3', {}, words),
    passages.length === 0
      ? createElement('p', { className: 'counts' }, message)
      : createElement(
          'ul',
          {},
          ...passages.map((passage, index) =>
            createElement(
              'li',
              {},
              createElement('span', { className: 'date' }, `${showDay(passage.date, language)}: `),
              createLink(passage.text, `${id} ${index}`, () => goTo(passage)),
            ),
          ),
        ),
  ]);
}
