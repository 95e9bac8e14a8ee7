import type { Aspect, Culture, TextCue } from './culture.ts';
import type { CuePhrase } from './cue-file.ts';
import { findWords, foldText, type Word } from '../text/words.ts';

/** A cue found in a text. */
export interface CueMatch extends TextCue {
  /** How many words it spans: longer phrases say more. */
  readonly length: number;
}

/** Finds cue phrases in texts. */
export interface CueLexicon {
  /** The phrases it was made of, the user's own among them. */
  readonly phrases: readonly CuePhrase[];
  /**
   * The cues among the words of a text (`forms`: the same words folded), in order, not overlapping: at each word the longest phrase wins,
   * and an exact word wins over one with a `*`.
   */
  match(words: readonly Word[], forms: readonly string[]): readonly CueMatch[];
}

interface Cue {
  readonly culture: Culture;
  readonly aspect: Aspect | undefined;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Stems (a word before its `*`), longest first. */
  readonly stems: { readonly stem: string; readonly node: TrieNode }[];
  cue: Cue | undefined;
}

/** Compiles phrases into a word trie. Of two equal phrases the later one wins (a user's over ours). */
export function compileCueLexicon(phrases: readonly CuePhrase[]): CueLexicon {
  const root = createNode();
  for (const { phrase, culture, aspect } of phrases) {
    let node = root;
    for (const part of splitPhrase(phrase))
      node = part.open ? stemNode(node, part.form) : wordNode(node, part.form);
    if (node !== root) node.cue = { culture, aspect };
  }
  return {
    phrases,
    match(words, forms) {
      const matches: CueMatch[] = [];
      let index = 0;
      while (index < words.length) {
        const found = longest(root, forms, index);
        if (found === undefined) {
          index++;
          continue;
        }
        const { cue, end } = found;
        const first = words[index];
        const last = words[end - 1];
        if (first && last) matches.push({ ...cue, start: first.start, end: last.end, length: end - index });
        index = end;
      }
      return matches;
    },
  };
}

/** The words of a phrase as the lexicon compares them: `open` where a `*` follows. */
export function splitPhrase(phrase: string): { readonly form: string; readonly open: boolean }[] {
  return findWords(phrase).map(({ text, end }) => ({ form: foldText(text), open: phrase[end] === '*' }));
}

interface Found {
  readonly cue: Cue;
  /** Index after its last word. */
  readonly end: number;
}

function longest(node: TrieNode, forms: readonly string[], index: number): Found | undefined {
  const form = forms[index];
  if (form === undefined) return undefined;
  let best: Found | undefined;
  const consider = (child: TrieNode): void => {
    const deeper = child.next.size + child.stems.length > 0 ? longest(child, forms, index + 1) : undefined;
    const found = deeper ?? (child.cue && { cue: child.cue, end: index + 1 });
    if (found && (best === undefined || found.end > best.end)) best = found;
  };
  const exact = node.next.get(form);
  if (exact) consider(exact);
  // Stems are bucketed by their first letters at the root, where there are hundreds.
  for (const { stem, node: child } of node.stems) if (form.startsWith(stem)) consider(child);
  return best;
}

function createNode(): TrieNode {
  return { next: new Map(), stems: [], cue: undefined };
}

function wordNode(parent: TrieNode, form: string): TrieNode {
  let child = parent.next.get(form);
  if (!child) parent.next.set(form, (child = createNode()));
  return child;
}

function stemNode(parent: TrieNode, stem: string): TrieNode {
  const existing = parent.stems.find((entry) => entry.stem === stem);
  if (existing) return existing.node;
  const node = createNode();
  parent.stems.push({ stem, node });
  parent.stems.sort((a, b) => b.stem.length - a.stem.length);
  return node;
}
