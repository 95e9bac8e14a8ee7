import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/*
 * Bare remark-parse with front matter and GFM: the tree, and nothing done with it. As a program it parses every
 * Markdown file of a folder: `node remark-parse.mjs FOLDER`
 */

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/**
 * Milliseconds that each of `runs` parses of a text takes, behind one that warms up.
 * @param {string} text
 * @param {number} runs
 */
export function timeParses(text, runs) {
  parser.parse(text);
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    parser.parse(text);
    return performance.now() - started;
  });
}

if (import.meta.filename === process.argv[1]) {
  const folder = process.argv[2] ?? '.';
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  let nodes = 0;
  for (const name of names) nodes += parser.parse(await readFile(join(folder, name), 'utf8')).children.length;
  console.log(`${names.length} files, ${nodes} blocks`);
}
