import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { readBlock } from '../../server/src/record/read-block.ts';
import { readBlocks, type BlockCache } from '../../server/src/record/read-blocks.ts';
import { splitBlocks } from '../../server/src/record/split-blocks.ts';
import { shiftSpan } from '../../server/src/text/span.ts';
import { nastyMarkdown } from '../helpers/nasty-markdown.ts';

/** What a record's structure is made of, with absolute positions. */
function summarise(text: string, cache?: BlockCache): string[] {
  return readBlocks(text, 0, cache).blocks.flatMap(({ span, reading }) =>
    reading.elements.map((element) => describeElement(element, span.start)),
  );
}

function summariseWhole(text: string): string[] {
  return readBlock(text).elements.map((element) => describeElement(element, 0));
}

function describeElement(element: ReturnType<typeof readBlock>['elements'][number], offset: number): string {
  const { start, end } = shiftSpan(element.span, offset);
  const plain = 'plain' in element ? element.plain.text : '';
  const block = element.type === 'passage' ? element.block : '';
  const tags = 'tags' in element ? element.tags.flatMap(({ values }) => values).join() : '';
  return `${element.type} ${block} ${String(start)}-${String(end)} ${plain} ${tags}`;
}

describe('Reading block by block', () => {
  it('cuts a text into stretches that leave nothing out', () => {
    fc.assert(
      fc.property(nastyMarkdown, (text) => {
        const spans = splitBlocks(text);
        assert.equal(spans.map(({ start, end }) => text.slice(start, end)).join(''), text);
      }),
    );
  });

  it('finds what one parse of the whole file finds, in nasty Markdown', () => {
    fc.assert(
      fc.property(nastyMarkdown, (text) => {
        assert.deepEqual(summarise(text), summariseWhole(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds what one parse of the whole file finds, in every record of the corpus', () => {
    const folder = join(repositoryRoot, 'corpus', 'records');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      assert.deepEqual(summarise(text), summariseWhole(text), file);
    }
  });

  it('finds the same with the blocks of another version at hand', () => {
    fc.assert(
      fc.property(nastyMarkdown, nastyMarkdown, (before, text) => {
        const { cache } = readBlocks(`${before}\n\n${text}`, 0);
        assert.deepEqual(summarise(text, cache), summarise(text));
      }),
      { numRuns: 300 },
    );
  });

  it('reads only the block that an edit touches', () => {
    const text = Array.from({ length: 200 }, (_, index) => `Passage ${String(index)} about the visit.`).join(
      '\n\n',
    );
    const { cache } = readBlocks(text, 0);
    const { cache: after } = readBlocks(text.replace('Passage 100', 'Passage one hundred'), 0, cache);
    const known = new Set(cache.blocks.map(({ reading }) => reading));
    const fresh = after.blocks.filter(({ reading }) => !known.has(reading));
    assert.equal(fresh.length, 1);
  });
});
