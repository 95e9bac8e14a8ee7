import { readFileSync, readdirSync } from 'node:fs';
import { passageSigns, type PassageSign } from './sign-names.ts';

const folder = new URL('signs/', import.meta.url);

/** The files of signs in order. */
export function signFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();
}

/** The source of a file of signs: a line for each passage, its id and its signs or `-`. */
export function readSignSource(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Reads the signs of all passages that a reader looked through for them, by passage id.
 * @throws Error that names the first file and line at fault.
 */
export function readSigns(): ReadonlyMap<string, ReadonlySet<PassageSign>> {
  const signs = new Map<string, ReadonlySet<PassageSign>>();
  for (const name of signFiles()) {
    readSignSource(name)
      .split('\n')
      .forEach((line, index) => {
        if (line === '') return;
        const [id = '', list] = line.split('\t');
        const place = `training/signs/${name}:${index + 1}`;
        if (list === undefined) throw new Error(`${place}: no tab`);
        if (signs.has(id)) throw new Error(`${place}: ${id} a second time`);
        const names = list === '-' ? [] : list.split(' ');
        const unknown = names.find((sign) => !isSign(sign));
        if (unknown !== undefined) throw new Error(`${place}: ${unknown} is no sign`);
        signs.set(id, new Set(names.filter(isSign)));
      });
  }
  return signs;
}

function isSign(name: string): name is PassageSign {
  return passageSigns.some((sign) => sign === name);
}
