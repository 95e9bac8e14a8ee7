import type { PlainText } from '../text/plain-text.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { PassageBlock } from '../terms/kinds.ts';
import type { PassageElement } from './block-elements.ts';
import type { VoiceReader } from './read-voices.ts';
import type { Passage, VoiceMention } from './record.ts';

/** What a passage has from its place in the record. */
export type PassagePlace = Pick<Passage, 'index' | 'blockStart' | 'section' | 'tagging' | 'tagSpans'>;

/** Tells how voices are found, once the header is known. */
export type FindVoices = () => VoiceReader;

/**
 * A passage as an element of a block that stands somewhere. An edit moves all passages behind it, and hardly anybody
 * asks where each of them stands now: that is worked out when it's asked for.
 */
export class PlacedPassage implements Passage {
  readonly index: number;
  readonly blockStart: number;
  readonly section: number | undefined;
  readonly tagging: Passage['tagging'];
  readonly tagSpans: readonly Span[];
  readonly element: PassageElement;
  readonly #findVoices: FindVoices;

  constructor(element: PassageElement, place: PassagePlace, findVoices: FindVoices) {
    this.element = element;
    this.index = place.index;
    this.blockStart = place.blockStart;
    this.section = place.section;
    this.tagging = place.tagging;
    this.tagSpans = place.tagSpans;
    this.#findVoices = findVoices;
  }

  /** The same passage as something else. */
  withTagging(tagging: Passage['tagging']): PlacedPassage {
    const { element, index, blockStart, section, tagSpans } = this;
    return new PlacedPassage(element, { index, blockStart, section, tagging, tagSpans }, this.#findVoices);
  }

  get block(): PassageBlock {
    return this.element.block;
  }

  get plain(): PlainText {
    return this.element.plain;
  }

  get span(): Span {
    return shiftSpan(this.element.span, this.blockStart);
  }

  get textSpan(): Span {
    return shiftSpan(this.element.textSpan, this.blockStart);
  }

  get words(): number {
    return this.element.words;
  }

  get voices(): readonly VoiceMention[] {
    return this.#findVoices()(this.element.plain, this.blockStart);
  }

  get task(): Passage['task'] {
    return this.element.task;
  }

  get row(): Passage['row'] {
    return this.element.row;
  }

  get struck(): boolean {
    return this.element.struck;
  }
}
