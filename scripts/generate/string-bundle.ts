import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { repositoryRoot } from '../repository-root.ts';

/** All that the client says, for translators: each string under itself, as `vscode.l10n` looks them up. */
export async function stringBundle(): Promise<Record<string, unknown>> {
  const folder = join(repositoryRoot, 'client', 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const bundle = await getL10nJson(
    files.map((name) => ({ extension: '.ts' as const, contents: readFileSync(join(folder, name), 'utf8') })),
  );
  return Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)));
}
