import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationSchema } from './generate/configuration-schema.ts';
import { promptsPage } from './generate/prompts-page.ts';
import { rulePages } from './generate/rule-pages.ts';
import { stringBundle } from './generate/string-bundle.ts';
import { thirdPartyNotices } from './generate/third-party-notices.ts';
import { repositoryRoot } from './repository-root.ts';

// Writes what follows from code and data: the rules' pages, the prompts' page, the schema of the configuration
// file, the notices for what is bundled. With `--check` it writes nothing and fails where a file isn't as it would be.
const files = new Map<string, string>([
  ...rulePages(),
  ['docs/prompts.md', promptsPage()],
  ['THIRD-PARTY-NOTICES.md', await thirdPartyNotices()],
  ['l10n/bundle.l10n.json', `${JSON.stringify(await stringBundle(), null, 2)}\n`],
  ['schemas/supervision-lens.schema.json', `${JSON.stringify(configurationSchema(), null, 2)}\n`],
]);

const check = process.argv.includes('--check');
const stale = [...files].filter(([path, text]) => {
  const target = join(repositoryRoot, path);
  return !existsSync(target) || readFileSync(target, 'utf8') !== text;
});
const rulesFolder = join(repositoryRoot, 'docs', 'rules');
const leftOver = (existsSync(rulesFolder) ? readdirSync(rulesFolder) : [])
  .map((name) => `docs/rules/${name}`)
  .filter((path) => !files.has(path));

if (check) {
  for (const path of [...stale.map(([stalePath]) => stalePath), ...leftOver]) {
    console.error(`${path} is not as it would be generated: run npm run generate.`);
  }
  if (stale.length + leftOver.length > 0) process.exitCode = 1;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
    writeFileSync(join(repositoryRoot, path), text);
  }
  for (const path of leftOver) rmSync(join(repositoryRoot, path));
}
