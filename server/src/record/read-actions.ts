import { createPhraseFinder } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { createDueFinder } from './action-due.ts';
import { createOwnerFinder } from './action-owner.ts';
import { createActionRowReader } from './action-table.ts';
import { alternatives, phraseList, type Part } from './action-words.ts';
import { namesIn } from './read-voices.ts';
import { passageSpan, type Action, type HeaderValue, type Passage, type Section } from './record.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Finds what was agreed to be done: task list items, rows of action tables, "Action:" lines, and list items
 * under a heading that names actions. The header gives the record's day, for due days without a year, and
 * names, for owners.
 */
export type ActionReader = (
  passages: readonly Passage[],
  sections: readonly Section[],
  header: readonly HeaderValue[],
) => Action[];

/** What the header says that actions need. */
interface Context {
  readonly day: string | undefined;
  readonly names: readonly string[];
}

export function createActionReader(vocabulary: Vocabulary): ActionReader {
  const words = vocabulary.data.actions;
  const findOwner = createOwnerFinder(words);
  const findDue = createDueFinder(words);
  const readRow = createActionRowReader(words, findDue);
  const notActions = createPhraseFinder(phraseList(words.not_actions));
  const label = new RegExp(`^(?:${alternatives(words.labels)})(?: \\d+)?\\s?[:–—-]\\s*`, 'iu');

  /** The next meeting often ends a list of actions and is none. */
  const isNextSession = (text: string): boolean => {
    const name = /^([^:]{1,40}):/.exec(text)?.[1];
    const named = name !== undefined && vocabulary.headerField(name)?.key === 'next_session';
    return named || notActions.find(text)[0]?.start === 0;
  };

  const readText = (passage: Passage, from: number, { names, day }: Context): Action => {
    const text = passage.plain.text.slice(from);
    const owner = findOwner(text, names);
    const due = findDue(text, day);
    const span = (part: Part | undefined): Span | undefined =>
      part && passageSpan(passage, from + part.start, from + part.end);
    return {
      text,
      owner: owner?.text,
      due: due?.iso,
      dueText: due?.part.text,
      openEnded: due?.openEnded ?? false,
      done: passage.task?.done === true || passage.struck,
      span: passageSpan(passage, from, passage.plain.text.length),
      ownerSpan: span(owner),
      dueSpan: span(due?.part),
      passage: passage.index,
    };
  };

  return (passages, sections, header) => {
    const context = contextOf(sections, header);
    const actions: Action[] = [];
    for (const passage of passages) {
      const { plain, task, row, block, section } = passage;
      const labelled = label.exec(plain.text)?.[0].length ?? 0;
      const listed = block === 'item' && sections[section ?? -1]?.key === 'actions';
      const told = task !== undefined || labelled > 0 || listed;
      const action =
        row !== undefined
          ? readRow(passage, context.day)
          : told && plain.text.length > labelled && !isNextSession(plain.text)
            ? readText(passage, labelled, context)
            : undefined;
      if (action !== undefined) actions.push(action);
    }
    return actions;
  };
}

function contextOf(sections: readonly Section[], header: readonly HeaderValue[]): Context {
  const value = (key: string): string => header.find((field) => field.key === key)?.value ?? '';
  const people = ['supervisor', 'supervisee', 'attendees'].flatMap((key) => namesIn(value(key)));
  // Without a header the title says who was there: "RP supervision, 6 June (JD)".
  const inTitle = sections[0]?.title.match(/(?<![\p{L}\d])\p{Lu}{2,3}(?![\p{L}\d])/gu) ?? [];
  const day = value('date');
  return { day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined, names: [...people, ...inTitle] };
}
