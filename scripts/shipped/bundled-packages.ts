import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root.ts';

/** A package of others' that is in what is shipped, whole or in part. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its licence as an SPDX expression. */
  readonly licence: string;
  /** Its licence file, and its NOTICE where it has one, with line feeds alone and no blank line at either end. */
  readonly licenceText: string;
  /** Where it is installed, from the repository's root, with `/`. */
  readonly folder: string;
}

/** The folder of a package at the beginning of a file's path. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** What other bundlers write where they put a package into another. */
const inlined = /^\/\/(?:#region)? node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm;

/**
 * The packages that files come from (paths from the repository's root, with `/`), and those that were put into these
 * before they were published; by name, then version. Throws for a package without a licence or its text: it can't be
 * shipped.
 */
export function bundledPackages(files: readonly string[]): BundledPackage[] {
  const folders = new Set<string>();
  for (const file of files) {
    const folder = packageFolder.exec(file)?.[0];
    if (folder === undefined) continue;
    folders.add(folder);
    const source = readFileSync(join(repositoryRoot, file), 'utf8');
    for (const [, name = ''] of source.matchAll(inlined)) folders.add(findInstalled(name, folder));
  }
  return [...folders]
    .map(readPackage)
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a package finds another, as Node looks for it. */
function findInstalled(name: string, from: string): string {
  const parts = from.split('/');
  for (let length = parts.length; length >= 0; length--) {
    const folder = [...parts.slice(0, length), 'node_modules', name].join('/');
    if (existsSync(join(repositoryRoot, folder, 'package.json'))) return folder;
  }
  throw new Error(`${from} has ${name} in it, which isn't installed: its licence can't be told.`);
}

function readPackage(folder: string): BundledPackage {
  const at = join(repositoryRoot, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: unknown;
  };
  const files = readdirSync(at).filter((file) =>
    /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(file),
  );
  const texts = files.sort().map((file) => readFileSync(join(at, file), 'utf8').replace(/\r\n?/g, '\n'));
  const licenceText = texts
    .map((text) => text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, ''))
    .join('\n\n');
  if (typeof license !== 'string' || licenceText === '')
    throw new Error(`${name} ${version} is bundled, but doesn't say under which licence.`);
  return { name, version, licence: license, licenceText, folder };
}
