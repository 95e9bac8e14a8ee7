import { shiftSpan, type Span } from '../text/span.ts';
import type { CommentElement, HeadingElement, PassageElement, TagMark } from './block-elements.ts';
import { PlacedPassage, type FindVoices } from './placed-passage.ts';
import type { PlacedBlock } from './read-blocks.ts';
import type {
  InsertedPrompt,
  Passage,
  ReadingProblem,
  Section,
  SupervisionRecord,
  Switch,
} from './record.ts';
import { readSwitch } from './switches.ts';
import { readCultureComment, readTags, type Tagging, type TagProblem } from './tags.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The parts of a record that follow from the order of its elements. */
export interface Structure extends Pick<
  SupervisionRecord,
  'sections' | 'prompts' | 'switches' | 'tagProblems' | 'problems' | 'comments'
> {
  readonly passages: readonly Passage[];
}

/** An answer to a prompt has at least so many words (spec section 4). */
const answerWords = 5;

/** What a prompt's marker can say behind its id. */
export const promptStates = ['put-down', 'talked-about'] as const;

/** Puts the elements of all blocks together: sections, whose tags are whose, which prompts are answered. */
export function assembleStructure(
  blocks: readonly PlacedBlock[],
  vocabulary: Vocabulary,
  findVoices: FindVoices,
): Structure {
  const assembler = new Assembler(vocabulary, findVoices);
  for (const { span, reading } of blocks) {
    for (const element of reading.elements) {
      if (element.type === 'passage') assembler.addPassage(element, span.start);
      else if (element.type === 'heading') assembler.addHeading(element, span.start);
      else if (element.type === 'prompt')
        assembler.addPrompt(element.marker, shiftSpan(element.span, span.start));
      else if (element.type === 'comment') assembler.addComment(element, span.start);
      else
        assembler.problems.push({
          kind: 'comment-unclosed',
          detail: undefined,
          span: shiftSpan(element.span, span.start),
        });
    }
  }
  return assembler.finish(blocks.at(-1)?.span.end ?? 0);
}

const noSpans: readonly Span[] = [];

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

class Assembler implements Structure {
  readonly sections: Mutable<Section>[] = [];
  readonly passages: Passage[] = [];
  readonly prompts: InsertedPrompt[] = [];
  readonly switches: Switch[] = [];
  readonly tagProblems: TagProblem[] = [];
  readonly problems: ReadingProblem[] = [];
  readonly comments: SupervisionRecord['comments'][number][] = [];
  readonly #vocabulary: Vocabulary;
  readonly #findVoices: FindVoices;
  #section: number | undefined;
  /** What the section says of its passages. */
  #inherited: Passage['tagging'];
  /** Culture comments on lines of their own, for the next passage. */
  #waiting: TagMark[] = [];
  /** The prompt whose answer may still be coming, and the words found so far. */
  #asked: { id: string; span: Span; said: InsertedPrompt['state'] | undefined; words: number } | undefined;

  constructor(vocabulary: Vocabulary, findVoices: FindVoices) {
    this.#vocabulary = vocabulary;
    this.#findVoices = findVoices;
  }

  addHeading(element: HeadingElement, offset: number): void {
    this.#settlePrompt();
    const span = shiftSpan(element.span, offset);
    this.#closeSections(element.depth, span.start);
    const { tagging } = this.#readTags(element.tags, offset);
    this.sections.push({
      depth: element.depth,
      title: element.plain.text,
      key: this.#vocabulary.section(element.plain.text),
      headingSpan: span,
      titleSpan: shiftSpan(element.textSpan, offset),
      span: { start: span.start, end: -1 },
      parent: this.#section,
      tagging,
    });
    this.#section = this.sections.length - 1;
    const inherited = this.#sectionTagging();
    this.#inherited = inherited === undefined ? undefined : { ...inherited, origin: 'section-tag' };
  }

  addPassage(element: PassageElement, offset: number): void {
    if (this.#asked !== undefined) this.#asked.words += element.words;
    const index = this.passages.length;
    let tagging = this.#inherited;
    let tagSpans: readonly Span[] = noSpans;
    if (element.tags.length + this.#waiting.length > 0) {
      const own = this.#readTags(element.tags, offset, this.#waiting);
      this.#waiting = [];
      if (own.tagging !== undefined) tagging = { ...own.tagging, origin: 'tag' };
      tagSpans = own.marks.map((mark) => mark.span);
    }
    const place = { index, blockStart: offset, section: this.#section, tagging, tagSpans };
    this.passages.push(new PlacedPassage(element, place, this.#findVoices));
  }

  addPrompt(marker: string, span: Span): void {
    this.#settlePrompt();
    const [id = '', ...rest] = marker.split(/\s+/);
    this.#asked = { id, span, said: promptStates.find((state) => rest.includes(state)), words: 0 };
  }

  addComment(element: CommentElement, offset: number): void {
    const comment = { content: element.content, lead: element.lead, span: shiftSpan(element.span, offset) };
    const values = readCultureComment(element.content);
    if (values !== undefined) {
      this.#waiting.push({ form: 'comment', values, span: comment.span });
      if (element.hidden !== undefined) {
        this.problems.push({
          kind: 'text-hidden-by-comment',
          detail: undefined,
          span: shiftSpan(element.span, offset),
        });
      }
      return;
    }
    const switched = readSwitch(comment);
    if (switched !== undefined) this.switches.push(switched);
    else this.comments.push(comment);
  }

  finish(end: number): Structure {
    this.#settlePrompt();
    this.#closeSections(0, end);
    return this;
  }

  #readTags(
    marks: readonly TagMark[],
    offset: number,
    before: readonly TagMark[] = [],
  ): { tagging: Tagging | undefined; marks: readonly TagMark[] } {
    const all = [...before, ...marks.map((mark) => ({ ...mark, span: shiftSpan(mark.span, offset) }))];
    if (all.length === 0) return { tagging: undefined, marks: all };
    const { tagging, problems } = readTags(all);
    this.tagProblems.push(...problems);
    return {
      tagging,
      marks: all.filter((mark) => mark.form === 'comment' || readTags([mark]).tagging !== undefined),
    };
  }

  #sectionTagging(): Tagging | undefined {
    for (let index = this.#section; index !== undefined; index = this.sections[index]?.parent) {
      const tagging = this.sections[index]?.tagging;
      if (tagging !== undefined) return tagging;
    }
    return undefined;
  }

  /** Ends the open sections that a heading of this depth doesn't stand in. */
  #closeSections(depth: number, end: number): void {
    for (let open = this.#section; open !== undefined; open = this.#section) {
      const section = this.sections[open];
      if (section === undefined || section.depth < depth) return;
      section.span = { start: section.span.start, end };
      this.#section = section.parent;
    }
  }

  #settlePrompt(): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked === undefined) return;
    const state = asked.said ?? (asked.words >= answerWords ? 'answered' : 'open');
    this.prompts.push({ id: asked.id, span: asked.span, state });
  }
}
