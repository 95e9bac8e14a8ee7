import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

/*
 * Harper has no command line on npm: this reads every Markdown file of a folder with it, one after the other, and says
 * how much it found. `node harper.mjs FOLDER`
 */

const folder = process.argv[2] ?? '.';
const linter = new LocalLinter({ binary });
await linter.setup();
let [files, found] = [0, 0];
for (const name of await readdir(folder)) {
  if (!name.endsWith('.md')) continue;
  found += (await linter.lint(await readFile(join(folder, name), 'utf8'), { language: 'markdown' })).length;
  files++;
}
console.log(`${files} files, ${found} lints`);
