import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root.ts';
import { bundledPackages, type BundledPackage } from '../shipped/bundled-packages.ts';
import { bundleSources } from '../shipped/bundle-sources.ts';

/**
 * The notices that go with what is shipped: those for data, which are kept by hand, then every package that is
 * bundled, under the text of its licence. Packages that share a text word for word stand together.
 */
export async function thirdPartyNotices(): Promise<string> {
  const { files, legalComments } = await bundleSources();
  const packages = bundledPackages(files);
  const byText = new Map<string, BundledPackage[]>();
  for (const each of packages) byText.set(each.licenceText, [...(byText.get(each.licenceText) ?? []), each]);
  const data = readFileSync(join(repositoryRoot, 'scripts', 'generate', 'notices-of-data.md'), 'utf8');
  return [
    data.trimEnd(),
    '## Packages in the extension and the command line',
    'They are bundled, whole or in part. A list for programs to read is in `dist/sbom.cdx.json` (CycloneDX).',
    ['| package | version | licence |', '| --- | --- | --- |', ...packages.map(row)].join('\n'),
    ...[...byText].flatMap(([text, sharing]) => [
      `### ${[...new Set(sharing.map(({ name }) => name))].join(', ')}`,
      fenced(text),
    ]),
    '## Notices in the source of these packages',
    ...legalComments.map(fenced),
    '',
  ]
    .join('\n\n')
    .replace(/\n{3,}$/, '\n')
    .replace(/\n\n$/, '\n');
}

function row({ name, version, licence }: BundledPackage): string {
  return `| ${name} | ${version} | ${licence} |`;
}

function fenced(text: string): string {
  return `\`\`\`\`\n${text}\n\`\`\`\``;
}
