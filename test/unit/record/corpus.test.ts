import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../scripts/repository-root.ts';
import { headingsAbove, type SupervisionRecord } from '../../../server/src/record/record.ts';
import { createLineIndex } from '../../../server/src/text/line-index.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';

const corpus = join(repositoryRoot, 'corpus');
const rows = (name: string): string[][] =>
  readFileSync(join(corpus, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

describe('The corpus', () => {
  const records = new Map<string, SupervisionRecord>();
  before(() => {
    for (const file of readdirSync(join(corpus, 'records'))) {
      const { record } = testAnalyser().read(readFileSync(join(corpus, 'records', file), 'utf8'));
      records.set(file.replace(/\.md$/, ''), record);
    }
  });

  it('is read into the passages of passages.tsv, all of them and no more', () => {
    const expected = rows('passages.tsv').map(([id, line, headings, block, text]) =>
      [id, line, headings, block, text].join('\t'),
    );
    const actual = [...records].flatMap(([file, record]) => {
      const lines = createLineIndex(record.text);
      return record.passages.map((passage) =>
        [
          `${file}#${String(passage.index + 1).padStart(2, '0')}`,
          lines.placeAt(passage.span.start).line + 1,
          headingsAbove(record, passage).join(' > '),
          passage.block,
          passage.plain.text,
        ].join('\t'),
      );
    });
    assert.equal(actual.length, 2399);
    assert.deepEqual(actual.sort(), expected.sort());
  });

  it('has every character of a passage where its plain text says it is', () => {
    for (const { text, passages } of records.values()) {
      for (const { plain, blockStart } of passages) {
        for (let index = 0; index < plain.runs.length; index += 2) {
          const [at, source] = [plain.runs[index] ?? 0, plain.runs[index + 1] ?? 0];
          const [shown, written] = [plain.text.charAt(at), text.charAt(blockStart + source)];
          assert.ok(
            shown === written || (/[ |]/.test(shown) && /[\s|]/.test(written)),
            `${shown} is not ${written}`,
          );
        }
      }
    }
  });

  it('is recognised, and told apart by kind, for at least 95 % of the files', () => {
    const kinds = rows('kinds.tsv');
    const wrong = kinds.filter(([file = '', kind, , recognisable]) => {
      const recognition = records.get(file)?.recognition;
      return recognition?.kind !== kind || (recognition?.recognised ? 'yes' : 'no') !== recognisable;
    });
    assert.ok(wrong.length <= kinds.length * 0.05, wrong.map(([file]) => file).join(', '));
  });

  it('gives every header value, section, action, voice and limit the range of its words', () => {
    for (const { text, header, sections, actions, limits, passages } of records.values()) {
      for (const { span, text: written } of header) {
        assert.ok(fold(text.slice(span.start, span.end)).includes(fold(written)), written);
      }
      for (const { titleSpan, title } of sections)
        assert.equal(fold(text.slice(titleSpan.start, titleSpan.end)), fold(title));
      for (const { span, text: written, owner, ownerSpan, dueText, dueSpan } of actions) {
        assert.equal(fold(text.slice(span.start, span.end)), fold(written));
        if (owner !== undefined)
          assert.equal(fold(text.slice(ownerSpan?.start, ownerSpan?.end)), fold(owner));
        if (dueText !== undefined)
          assert.equal(fold(text.slice(dueSpan?.start, dueSpan?.end)), fold(dueText));
      }
      for (const { span, text: written } of limits)
        assert.ok(fold(text.slice(span.start, span.end)).includes(fold(written)));
      for (const { voices, span } of passages) {
        for (const voice of voices) {
          assert.ok(voice.span.start >= span.start && voice.span.end <= span.end);
          assert.match(text.slice(voice.span.start, voice.span.end), /^[\p{L}.'’ -]+$/u);
        }
      }
    }
  });
});

/** Marks, quotation marks and white space don't count. */
function fold(text: string): string {
  return text
    .replace(/[*_`~"'\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
