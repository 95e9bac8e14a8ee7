import { findDays } from '../text/dates.ts';
import { createPhraseFinder, type PhraseFinder } from '../text/phrases.ts';
import { sourceSpan, type PlainText } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import { findWords } from '../text/words.ts';
import type { GroupSubtype, RecordKind } from '../terms/kinds.ts';
import type { HeaderValue, Recognition } from './record.ts';
import type { Vocabulary, VocabularyData } from './vocabulary.ts';

/** A title or an opening line with the offset that makes its spans absolute. */
export interface TopLine {
  readonly plain: PlainText;
  readonly offset: number;
}

/** What recognition may look at. */
export interface KindEvidence {
  readonly header: readonly HeaderValue[];
  readonly title: TopLine | undefined;
  /** The first passage. */
  readonly opening: TopLine | undefined;
  /** Plain text of the passages, for a guess where nothing names the kind. */
  readonly content: () => string;
  /** A path pattern of the settings names the file a record. */
  readonly pathMatches: boolean;
}

type Name = VocabularyData['kinds']['names'][number];

/** How far an opening line is searched for a date. */
const datedLength = 160;
/** A weak name counts among so many words at the start of a title ("DK sup w/ AR", not "notes pasted for sup"). */
const weakWords = 4;

/** Tells what a record is; made once for a vocabulary. */
export interface KindReader {
  read: (evidence: KindEvidence) => Recognition;
}

export function createKindReader(vocabulary: Vocabulary): KindReader {
  const { names, exceptions, refining_fields, content } = vocabulary.data.kinds;
  const all = createPhraseFinder(names.flatMap((name) => name.names.map((text) => [text, name] as const)));
  const excepted = createPhraseFinder(exceptions.map((text) => [text, undefined] as const));
  const contents = content.kinds.map((kind) => ({
    ...kind,
    phrases: kind.phrases.map(({ points, texts }) => ({
      points,
      finder: createPhraseFinder(texts.map((text) => [text, undefined] as const)),
    })),
  }));

  const subtypeOf = (header: readonly HeaderValue[], title: TopLine | undefined): GroupSubtype => {
    const fields = refining_fields.map((key) =>
      header.find((field) => vocabulary.headerField(key)?.key === field.key),
    );
    const texts = [...fields.map((field) => field?.text), title?.plain.text];
    const found = texts.map((text) =>
      text === undefined ? undefined : best(all, text, isSpecificGroup)?.value,
    );
    return found.find((name) => name?.subtype !== 'other' && name !== undefined)?.subtype ?? 'other';
  };

  const guess = (evidence: KindEvidence): RecordKind => {
    const text = evidence.content();
    const words = findWords(text);
    const first = words.filter(({ start, end }) =>
      /^(?:i|me|my|i['’](?:m|d|ve|ll))$/i.test(text.slice(start, end)),
    ).length;
    const points = contents.map(({ kind, first_person, first_person_points, phrases }) => ({
      kind,
      points:
        (words.length > 0 && first / words.length >= first_person ? first_person_points : 0) +
        phrases.reduce((sum, each) => sum + (each.finder.occursIn(text) ? each.points : 0), 0),
    }));
    points.sort((a, b) => b.points - a.points);
    const [winner, second] = points;
    if (winner === undefined || winner.points < content.needed || winner.points === second?.points)
      return 'unknown';
    return winner.kind;
  };

  return {
    read(evidence) {
      const { header, title, opening } = evidence;
      const type = header.find(({ key }) => key === 'type');
      const named = type === undefined ? undefined : best(all, type.text.replace(/_/g, ' '), () => true);
      if (type !== undefined && named !== undefined) {
        return recognition(true, named.value, 'header', { text: type.text, span: type.span });
      }
      if (title === undefined || !excepted.occursIn(title.plain.text)) {
        const dated =
          [title?.plain.text, opening?.plain.text.slice(0, datedLength)].some(hasDay) ||
          header.some(({ key }) => key === 'date');
        const weakUntil = findWords(title?.plain.text ?? '')[weakWords - 1]?.end ?? Infinity;
        const inTitle =
          title &&
          best(
            all,
            title.plain.text,
            ({ strength }, start) => strength === 'strong' || (dated && start < weakUntil),
          );
        if (title && inTitle) return recognition(true, inTitle.value, 'title', quote(title, inTitle));
        const start = /^.*?[.!?](?=\s|$)/.exec(opening?.plain.text ?? '')?.[0] ?? opening?.plain.text ?? '';
        const inOpening = opening && best(all, start, ({ strength }) => strength === 'strong');
        if (inOpening && (dated || header.length > 0))
          return recognition(true, inOpening.value, 'title', quote(opening, inOpening));
      }
      const kind = guess(evidence);
      return {
        recognised: evidence.pathMatches,
        ...kindOf(kind),
        origin: evidence.pathMatches && kind === 'unknown' ? 'path' : 'content',
        evidence: undefined,
      };

      function kindOf(guessed: RecordKind): { kind: RecordKind; subtype: GroupSubtype | undefined } {
        return { kind: guessed, subtype: guessed === 'group' ? subtypeOf(header, title) : undefined };
      }
      function recognition(
        recognised: boolean,
        name: Name,
        origin: 'header' | 'title',
        said: Recognition['evidence'],
      ): Recognition {
        const subtype =
          name.kind === 'group'
            ? isSpecificGroup(name)
              ? name.subtype
              : subtypeOf(header, title)
            : undefined;
        return { recognised, kind: name.kind, subtype, origin, evidence: said };
      }
    },
  };
}

function isSpecificGroup(name: Name): boolean {
  return name.kind === 'group' && name.subtype !== 'other';
}

/** The longest name that counts, the first of those as long. */
function best(
  finder: PhraseFinder<Name>,
  text: string,
  counts: (name: Name, start: number) => boolean,
): ReturnType<PhraseFinder<Name>['find']>[number] | undefined {
  let longest: ReturnType<PhraseFinder<Name>['find']>[number] | undefined;
  for (const match of finder.find(text)) {
    if (
      counts(match.value, match.start) &&
      (longest === undefined || match.end - match.start > longest.end - longest.start)
    )
      longest = match;
  }
  return longest;
}

function quote(line: TopLine, match: { start: number; end: number }): { text: string; span: Span } {
  const span = shiftSpan(sourceSpan(line.plain, match.start, match.end), line.offset);
  return { text: line.plain.text.slice(match.start, match.end), span };
}

function hasDay(text: string | undefined): boolean {
  if (text === undefined) return false;
  return (
    findDays(text).length > 0 ||
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tues?|weds?|thurs?|fri|sat|sun)\b|\b(?:week|wk|day)\s+\d/i.test(
      text,
    )
  );
}
