import { findWords, foldText } from '../text/words.ts';

/** Where the phrases of a trie go on after a first word; nobody but the trie looks inside. */
export type PhraseStarts<Value> = readonly Node<Value>[];

/** The folded word of a text at an index; undefined behind the last one. */
export type FormAt = (index: number) => string | undefined;

/** Finds phrases of a fixed list among the words of a text. */
export interface PhraseTrie<Value> {
  /** What can follow a first word: costs most, and stays the same for a word. */
  startsOf: (form: string) => PhraseStarts<Value>;
  /**
   * The longest phrase that starts with the word at `index`, `starts` being what `startsOf` gave for it, and
   * the index after its last word. Of equally long ones an exact word wins over a stem, a longer stem over a
   * shorter one.
   */
  longest: (starts: PhraseStarts<Value>, formAt: FormAt, index: number) => PhraseHit<Value> | undefined;
}

/** A phrase found. */
export interface PhraseHit<Value> {
  readonly value: Value;
  /** Index after its last word. */
  readonly end: number;
}

interface Node<Value> {
  readonly words: Map<string, Node<Value>>;
  /** Words that may go on (`allocat*`), the longest first. */
  readonly stems: { readonly stem: string; readonly node: Node<Value> }[];
  hit: { readonly value: Value } | undefined;
}

/** Compiles phrases; of two that are equal the later one wins. */
export function createPhraseTrie<Value>(entries: Iterable<readonly [string, Value]>): PhraseTrie<Value> {
  const root: Node<Value> = createNode();
  for (const [phrase, value] of entries) insert(root, splitPhrase(phrase), value);
  return { startsOf: (form) => children(root, form), longest };
}

/** The words of a phrase as they are compared; `open` where a `*` follows. */
export function splitPhrase(phrase: string): { readonly form: string; readonly open: boolean }[] {
  return findWords(phrase).map(({ start, end }) => ({
    form: foldText(phrase.slice(start, end)),
    open: phrase[end] === '*',
  }));
}

function longest<Value>(
  nodes: readonly Node<Value>[],
  formAt: FormAt,
  index: number,
): PhraseHit<Value> | undefined {
  let best: PhraseHit<Value> | undefined;
  for (const node of nodes) {
    const next = isLeaf(node) ? undefined : formAt(index + 1);
    const deeper = next === undefined ? undefined : longest(children(node, next), formAt, index + 1);
    const found = deeper ?? (node.hit && { value: node.hit.value, end: index + 1 });
    if (found && (best === undefined || found.end > best.end)) best = found;
  }
  return best;
}

function isLeaf<Value>({ words, stems }: Node<Value>): boolean {
  return words.size === 0 && stems.length === 0;
}

const none: readonly never[] = [];

function children<Value>({ words, stems }: Node<Value>, form: string): readonly Node<Value>[] {
  const exact = words.get(form);
  if (stems.length === 0) return exact === undefined ? none : [exact];
  const nodes = exact === undefined ? [] : [exact];
  for (const { stem, node } of stems) if (form.startsWith(stem)) nodes.push(node);
  return nodes;
}

function insert<Value>(root: Node<Value>, parts: ReturnType<typeof splitPhrase>, value: Value): void {
  let node = root;
  for (const { form, open } of parts) node = open ? stemNode(node, form) : wordNode(node, form);
  if (node !== root) node.hit = { value };
}

function createNode<Value>(): Node<Value> {
  return { words: new Map(), stems: [], hit: undefined };
}

function wordNode<Value>(parent: Node<Value>, form: string): Node<Value> {
  const known = parent.words.get(form);
  if (known) return known;
  const node = createNode<Value>();
  parent.words.set(form, node);
  return node;
}

function stemNode<Value>(parent: Node<Value>, stem: string): Node<Value> {
  const known = parent.stems.find((entry) => entry.stem === stem);
  if (known) return known.node;
  const node = createNode<Value>();
  parent.stems.push({ stem, node });
  parent.stems.sort((a, b) => b.stem.length - a.stem.length);
  return node;
}
