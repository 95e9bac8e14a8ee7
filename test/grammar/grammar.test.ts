import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'mocha';
import { globSync } from 'tinyglobby';
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index.js';
import {
  createLensRegistry,
  createMarkdownRegistry,
  markdownScope,
  readOwnGrammars,
} from './grammar-registry.ts';

const cases = fileURLToPath(new URL('cases/', import.meta.url));
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A stretch of a line with its scopes. */
interface Stretch {
  readonly text: string;
  readonly scopes: string;
}

describe('grammar', () => {
  const lens = createLensRegistry();
  const markdown = createMarkdownRegistry();

  for (const file of globSync('*.test', { cwd: cases }).sort()) {
    const testCase = parseGrammarTestCase(readFileSync(`${cases}${file}`, 'utf8'));
    describe(testCase.metadata.description, () => {
      const outcome = runGrammarTestCase(lens, testCase);
      for (const { sourceLineNumber } of testCase.assertions) {
        it(testCase.source[sourceLineNumber] ?? '', async () => {
          const failures = (await outcome).filter(({ srcLine }) => srcLine === sourceLineNumber);
          assert.deepEqual(
            failures.map(({ line, start, end, missing, unexpected, actual }) => ({
              at: `${file}:${line + 1}, columns ${start} to ${end}`,
              missing,
              unexpected,
              actual,
            })),
            [],
          );
        });
      }
    });
  }

  it('gives a whole record the scopes of its snapshot', async () => {
    const sample = `${cases}whole-record.sample`;
    const actual = `${renderSnap(await getVSCodeTokens(lens, markdownScope, readFileSync(sample, 'utf8')))}\n`;
    if (process.env['UPDATE_SNAPSHOTS'] !== undefined) writeFileSync(`${sample}.snap`, actual);
    assert.equal(
      actual,
      readFileSync(`${sample}.snap`, 'utf8'),
      'UPDATE_SNAPSHOTS=1 takes the new scopes over',
    );
  });

  const texts = [
    ...globSync('samples/**/*.md', { cwd: repository, absolute: true }),
    ...globSync('*.{test,sample}', { cwd: cases, absolute: true }),
  ].sort();
  for (const file of texts) {
    it(`only adds to Markdown's own scopes in ${file.slice(repository.length)}`, async () => {
      const text = readFileSync(file, 'utf8');
      const [mine, plain] = await Promise.all([
        getVSCodeTokens(lens, markdownScope, text),
        getVSCodeTokens(markdown, markdownScope, text),
      ]);
      assert.deepEqual(
        mine.map(({ src, tokens }) => stretches(src, tokens)),
        plain.map(({ src, tokens }) => stretches(src, tokens)),
      );
    });
  }

  it('names its scopes as the extension’s, or as Markdown’s and HTML’s', () => {
    const names = Array.from(
      JSON.stringify(readOwnGrammars()).matchAll(/"name":"([a-z][^" ]*)"/g),
      (match) => match[1],
    );
    assert.ok(names.length > 10);
    for (const name of names) assert.match(name ?? '', /\.(?:supervision-lens|html|markdown)$/);
  });
});

/** The stretches that a line has when the extension's scopes, and comments in table cells, are left out. */
function stretches(
  src: string,
  tokens: readonly {
    readonly startIndex: number;
    readonly endIndex: number;
    readonly scopes: readonly string[];
  }[],
): Stretch[] {
  const merged: Stretch[] = [];
  for (const { startIndex, endIndex, scopes } of tokens) {
    const inCell = scopes.includes('markup.table.markdown');
    const kept = scopes.filter(
      (scope) => !scope.endsWith('.supervision-lens') && !(inCell && /\bcomment\b.*\.html$/.test(scope)),
    );
    const text = src.slice(startIndex, endIndex);
    const last = merged.at(-1);
    if (last?.scopes === kept.join(' ')) merged[merged.length - 1] = { ...last, text: last.text + text };
    else merged.push({ text, scopes: kept.join(' ') });
  }
  return merged;
}
