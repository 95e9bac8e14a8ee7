import type { Span } from '../text/span.ts';
import type { BlockReading } from './block-elements.ts';
import { readBlock } from './read-block.ts';
import { splitBlocks } from './split-blocks.ts';

/** A block in its place: `reading` is relative to `span.start`. */
export interface PlacedBlock {
  readonly span: Span;
  readonly reading: BlockReading;
}

/** Readings by the text of the block, so that a block that was read before isn't read again. */
export type BlockCache = Map<string, BlockReading>;

/**
 * Reads the blocks of `text` from offset `from` on. What `before` holds is taken from there; the cache
 * that is returned holds just the blocks of this text, for the next reading.
 */
export function readBlocks(
  text: string,
  from: number,
  before: BlockCache = new Map(),
): { readonly blocks: readonly PlacedBlock[]; readonly cache: BlockCache } {
  const cache: BlockCache = new Map();
  const read = (span: Span, stubs: string): BlockReading => {
    const source = text.slice(span.start, span.end);
    const key = stubs === '' ? source : `${stubs}\u0000${source}`;
    const reading = cache.get(key) ?? before.get(key) ?? readBlock(source, stubs);
    cache.set(key, reading);
    return reading;
  };
  const blocks: PlacedBlock[] = [];
  const spans = splitBlocks(text, from);
  for (let index = 0; index < spans.length; index++) {
    let span = spans[index];
    if (span === undefined) break;
    let reading = read(span, '');
    // Joins what the scanner cut in error: the first block goes on into the next.
    for (let reach = 1; reading.openEnded && index + 1 < spans.length; reach *= 2) {
      index = Math.min(index + reach, spans.length - 1);
      span = { start: span.start, end: spans[index]?.end ?? span.end };
      reading = read(span, '');
    }
    blocks.push({ span, reading });
  }
  return { blocks: resolveReferences(text, blocks, read), cache };
}

/** Reads blocks again that refer to definitions in other blocks, with these definitions beside them. */
function resolveReferences(
  text: string,
  blocks: readonly PlacedBlock[],
  read: (span: Span, stubs: string) => BlockReading,
): readonly PlacedBlock[] {
  const definitions = new Set(blocks.flatMap(({ reading }) => reading.definitions));
  if (definitions.size === 0) return blocks;
  return blocks.map((block) => {
    const source = text.slice(block.span.start, block.span.end);
    if (!source.includes('[')) return block;
    const stubs = new Set<string>();
    for (const match of source.matchAll(/\[([^\]\\[]{1,999})\]/g)) {
      const label = (match[1] ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
      if (definitions.has(label) && !block.reading.definitions.includes(label)) {
        stubs.add(label.startsWith('^') ? `[${label}]: .` : `[${label}]: #`);
      }
    }
    return stubs.size === 0
      ? block
      : { span: block.span, reading: read(block.span, [...stubs].join('\n\n')) };
  });
}
