import { isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import type { Span } from '../../text/span.ts';
import { foldName } from '../names/fold-name.ts';
import { createPseudonymKey, isTelling, type KeyedPerson, type PseudonymKey } from './pseudonym-key.ts';

/** The settings of the private file. */
export const keySettings = { top: ['people'], person: ['names', 'called', 'also'] } as const;

/**
 * Something in a private file that isn't right; `message` is a name under `config-invalid` in `messages.yaml`, whose
 * text never quotes the file.
 */
export interface KeyProblem {
  readonly span: Span;
  readonly message: string;
  /** The file can be used all the same. */
  readonly usable?: true;
}

/**
 * Reads a private file; `source` is its address or path. `key` is undefined where something in it can't be used: the
 * last one that worked then stays in force.
 */
export function readPseudonymKey(
  text: string,
  source: string,
): { readonly key: PseudonymKey | undefined; readonly problems: readonly KeyProblem[] } {
  const reader = new KeyReader();
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), { logLevel: 'silent' });
  for (const error of document.errors.slice(0, 1)) {
    const start = Math.min(error.pos[0], text.length);
    reader.problem({ start, end: Math.max(start, Math.min(error.pos[1], text.length)) }, 'syntax');
  }
  if (document.errors.length === 0 && document.contents !== null) reader.readTop(document.contents);
  const { problems, people } = reader;
  const isUsable = problems.every(({ usable }) => usable === true);
  return { key: isUsable ? createPseudonymKey(source, people) : undefined, problems };
}

interface Written {
  readonly text: string;
  readonly span: Span;
}

class KeyReader {
  readonly problems: KeyProblem[] = [];
  readonly people: KeyedPerson[] = [];
  readonly #names = new Map<string, number>();
  readonly #forms = new Map<string, number>();

  problem(span: Span, message: string, usable = false): void {
    this.problems.push({ span, message, ...(usable ? { usable: true as const } : {}) });
  }

  readTop(node: YamlNode): void {
    if (isScalar(node) && node.value === null) return;
    if (!isMap<YamlNode, YamlNode | null>(node)) {
      this.problem(spanOf(node), 'private-top');
      return;
    }
    for (const { key, value } of node.items) {
      if (!isScalar(key) || key.value !== 'people') this.problem(spanOf(key), 'private-top');
      else if (isSeq<YamlNode>(value)) for (const item of value.items) this.#readPerson(item);
      else if (value !== null && !(isScalar(value) && value.value === null))
        this.problem(spanOf(value), 'private-people');
    }
  }

  #readPerson(node: YamlNode): void {
    if (!isMap<YamlNode, YamlNode | null>(node)) {
      this.problem(spanOf(node), 'private-person');
      return;
    }
    const read = new Map<string, readonly Written[]>();
    for (const { key, value } of node.items) {
      const name = keySettings.person.find((each) => isScalar(key) && key.value === each);
      if (name === undefined) this.problem(spanOf(key), 'private-setting');
      else if (value !== null) read.set(name, this.#readTexts(value));
    }
    const [names = [], called = [], also = []] = keySettings.person.map((name) => read.get(name));
    const [first] = called;
    if (names.length === 0 || first === undefined || called.length > 1) {
      this.problem(spanOf(node), 'private-person');
      return;
    }
    const person = this.people.length;
    for (const { text, span } of names) {
      const folded = foldName(text);
      if (!/\p{L}{2}/u.test(text)) this.problem(span, 'private-name');
      else if ((this.#names.get(folded) ?? person) !== person) this.problem(span, 'private-twice');
      this.#names.set(folded, person);
    }
    for (const { text, span } of [first, ...also]) {
      const folded = foldName(text);
      if (names.some((each) => foldName(each.text) === folded)) this.problem(span, 'private-same');
      if (isTelling(text) && (this.#forms.get(folded) ?? person) !== person)
        this.problem(span, 'private-shared', true);
      this.#forms.set(folded, person);
    }
    const texts = (list: readonly Written[]): string[] => list.map(({ text }) => text);
    this.people.push({ names: texts(names), called: first.text, also: texts(also) });
  }

  #readTexts(node: YamlNode): Written[] {
    const items = isSeq<YamlNode>(node) ? node.items : [node];
    return items.flatMap((item) => {
      const value = isScalar(item) ? item.value : undefined;
      if (value === null && items.length === 1) return [];
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      if (text !== '') return [{ text: text.replace(/\s+/g, ' '), span: spanOf(item) }];
      this.problem(spanOf(item), 'private-text');
      return [];
    });
  }
}

function spanOf(node: YamlNode): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: Math.max(start, end) };
}
