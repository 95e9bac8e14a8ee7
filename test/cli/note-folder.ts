import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from '../host/temporary-folder.ts';

/** A temporary folder with files in it, by their paths. */
export function createNoteFolder(files: Readonly<Record<string, string | Uint8Array>>): TemporaryFolder {
  const folder = createTemporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A supervision record whose passages are tagged, so that nothing hangs on how they'd be read; with a place for the worker's words. */
export function taggedNote(body: string, header = 'supervisor: KL\nsupervisee: T.'): string {
  return `---\ntype: supervision\ndate: 2025-03-04\n${header}\n---\n\n# Supervision\n\n${body}\n\n## In T.'s words\n`;
}

/** A sentence of enough words for the rules that look at shares. */
export const longPassage = Array.from(
  { length: 12 },
  (_, index) => `We went through visit ${index + 1} and its dates.`,
).join(' ');
