import { compareEdges } from '../text/compare-edges.ts';
import { shiftSpan, type Span } from '../text/span.ts';
import type { BlockReading } from './block-elements.ts';
import { readBlock } from './read-block.ts';
import { createSplitter, endOfLine } from './split-blocks.ts';

/** A block in its place: `reading` is relative to `span.start`. */
export interface PlacedBlock {
  readonly span: Span;
  readonly reading: BlockReading;
}

/** A text as it was read, for the next reading: blocks outside of what has changed are taken from there. */
export interface BlockCache {
  readonly text: string;
  /** In order, without what other blocks define. */
  readonly blocks: readonly PlacedBlock[];
  /** Readings with what other blocks define, by the reading without, and what that was. */
  readonly resolved: WeakMap<BlockReading, ResolvedReading>;
}

interface ResolvedReading {
  readonly stubs: string;
  readonly reading: BlockReading;
}

/**
 * Reads the blocks of `text` from offset `from` on. Blocks before and behind the stretch in which it differs from the
 * text that `before` was read from are taken from there; of the stretch itself those whose text was read before.
 */
export function readBlocks(
  text: string,
  from: number,
  before?: BlockCache,
): { readonly blocks: readonly PlacedBlock[]; readonly cache: BlockCache } {
  const blocks = before === undefined ? readAll(text, from) : readAgain(text, from, before);
  const resolved = before?.resolved ?? new WeakMap<BlockReading, ResolvedReading>();
  return {
    blocks: resolveReferences(text, blocks, resolved),
    cache: { text, blocks, resolved },
  };
}

function readAll(text: string, from: number): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const next = createBlockReader(text, from, (source) => readBlock(source));
  for (let block = next(); block !== undefined; block = next()) blocks.push(block);
  return blocks;
}

/** Reads between the last block before the change that must still end where it did and the first one behind it. */
function readAgain(text: string, from: number, before: BlockCache): readonly PlacedBlock[] {
  const old = before.blocks;
  const { head, tail } = compareEdges(before.text, text);
  const kept = old[0]?.span.start === from ? countKept(text, old, head) : 0;
  const blocks = old.slice(0, kept);
  const start = blocks.at(-1)?.span.end ?? from;
  const moved = text.length - before.text.length;
  const startOf = (index: number): number => old[index]?.span.start ?? Infinity;
  const firstBehind = before.text.length - tail;
  let behind = kept;
  const known = new Map<string, BlockReading>();
  for (const { span, reading } of old.slice(kept)) {
    if (span.start >= firstBehind) break;
    known.set(before.text.slice(span.start, span.end), reading);
  }
  const read = (source: string): BlockReading => {
    const reading = known.get(source);
    // Once only: what is remembered of a passage is remembered of its place.
    if (reading !== undefined) known.delete(source);
    return reading ?? readBlock(source);
  };
  const next = createBlockReader(text, start, read);
  for (let at = start; ;) {
    while (startOf(behind) + moved < at) behind++;
    if (startOf(behind) >= firstBehind && startOf(behind) + moved === at) break;
    const block = next();
    if (block === undefined) return blocks;
    blocks.push(block);
    at = block.span.end;
  }
  if (moved === 0) return blocks.concat(old.slice(behind));
  for (const { span, reading } of old.slice(behind)) blocks.push({ span: shiftSpan(span, moved), reading });
  return blocks;
}

/** How many first blocks end where they did: the line after each, which says so, is all within the common head. */
function countKept(text: string, old: readonly PlacedBlock[], head: number): number {
  const startOf = (index: number): number => old[index]?.span.start ?? Infinity;
  let kept = 0;
  while (startOf(kept + 1) < head) kept++;
  while (kept > 0 && endOfLine(text, startOf(kept)).next > head) kept--;
  return kept;
}

/** Gives block after block; what the scanner cut in error is joined. */
function createBlockReader(
  text: string,
  from: number,
  read: (source: string) => BlockReading,
): () => PlacedBlock | undefined {
  const next = createSplitter(text, from);
  return () => {
    let span = next();
    if (span === undefined) return undefined;
    let reading = read(text.slice(span.start, span.end));
    // The block goes on into the next ones.
    for (let reach = 1; reading.openEnded; reach *= 2) {
      let end: number | undefined;
      for (let count = 0; count < reach; count++) end = next()?.end ?? end;
      if (end === undefined) break;
      span = { start: span.start, end };
      reading = read(text.slice(span.start, span.end));
    }
    return { span, reading };
  };
}

/** Reads blocks again that refer to definitions in other blocks, with these definitions beside them. */
function resolveReferences(
  text: string,
  blocks: readonly PlacedBlock[],
  known: BlockCache['resolved'],
): readonly PlacedBlock[] {
  const definitions = new Set<string>();
  for (const { reading } of blocks) for (const label of reading.definitions) definitions.add(label);
  if (definitions.size === 0) return blocks;
  return blocks.map(({ span, reading }) => {
    const labels = reading.references.filter(
      (label) => definitions.has(label) && !reading.definitions.includes(label),
    );
    if (labels.length === 0) return { span, reading };
    const stubs = labels
      .map((label) => (label.startsWith('^') ? `[${label}]: .` : `[${label}]: #`))
      .join('\n\n');
    const same = known.get(reading);
    if (same?.stubs === stubs) return { span, reading: same.reading };
    const resolved = readBlock(text.slice(span.start, span.end), stubs);
    known.set(reading, { stubs, reading: resolved });
    return { span, reading: resolved };
  });
}
