import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { makeNote } from './make-notes.mjs';
import { measureEdits, quantile } from './measure-edits.mjs';

/*
 * Measures edits to diagnostics over stdio beside bare remark-parse in the same run, and writes BENCHMARKS.md.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const command = [process.execPath, `${root}/dist/server/node.js`, '--stdio'];
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm);
const show = (/** @type {number} */ figure) => figure.toFixed(figure < 10 ? 1 : 0);

const rows = [];
for (const size of [3000, 100_000, 1_000_000]) {
  const note = makeNote(size);
  const edits = await measureEdits(command, note, { cwd: tmpdir(), edits: size > 500_000 ? 24 : 60 });
  const parses = Array.from({ length: 5 }, () => {
    const started = performance.now();
    parser.parse(note);
    return performance.now() - started;
  });
  const median = quantile(edits.times, 0.5);
  const parse = quantile(parses, 0.5);
  const figures = [edits.firstDiagnostics, median, quantile(edits.times, 0.95), parse].map(show);
  const memory = edits.peakMemory === undefined ? '' : show(edits.peakMemory);
  rows.push(`| ${[show(size / 1000), ...figures, (median / parse).toFixed(2), memory].join(' | ')} |`);
  console.log(rows.at(-1));
}
writeFileSync(
  `${root}/BENCHMARKS.md`,
  `# Benchmarks

Written by \`npm run bench\`. Times in ms over stdio, edits at random places in prose; remark-parse with front matter and GFM parses the same note in the same run.

| KB | start to first diagnostics | edit, median | edit, p95 | remark-parse, median | edit : parse | peak memory, MB |
| -- | -- | -- | -- | -- | -- | -- |
${rows.join('\n')}
`,
);
