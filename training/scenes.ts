import { readFileSync, readdirSync } from 'node:fs';
import { recordKinds, type RecordKind } from '../server/src/terms/kinds.ts';
import { passageLabels, type Culture, type PassageLabel } from '../server/src/terms/cultures.ts';
import type { LabelledPassage } from './corpus.ts';

const folder = new URL('scenes/', import.meta.url);

/** The files of scenes in order: `s1-01.txt`, the writer before the hyphen. See `scenes/BRIEF.md`. */
export function sceneFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\w+-\d+\.txt$/u.test(name))
    .sort();
}

/** The source of a file of scenes. */
export function readSceneSource(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Reads the lines of all scenes as passages that stand by themselves under their heading.
 * @throws Error that names the first file and line at fault.
 */
export function readScenes(): LabelledPassage[] {
  return sceneFiles().flatMap((name) => parseScenes(name, readSceneSource(name)));
}

/**
 * Reads one file of scenes; `name` gives the passages their ids.
 * @throws Error that names the file and the line at fault.
 */
export function parseScenes(name: string, source: string): LabelledPassage[] {
  const file = name.replace(/\.txt$/u, '');
  const passages: LabelledPassage[] = [];
  let scene:
    { readonly kind: RecordKind; readonly headings: readonly string[]; readonly record: string } | undefined;
  let count = 0;
  source.split('\n').forEach((line, index) => {
    const fail = (message: string): never => {
      throw new Error(`training/scenes/${name}:${index + 1}: ${message}`);
    };
    if (line.trim() === '') return;
    const head = /^# (\w+) \|(.*)$/u.exec(line);
    if (head !== null) {
      const kind = recordKinds.find((each) => each === head[1]) ?? fail(`${String(head[1])} is no kind`);
      const heading = head[2]?.trim() ?? '';
      scene = { kind, headings: heading === '' ? [] : [heading], record: `${file}-${++count}` };
      return;
    }
    const [, first, second, text] = /^([pmhdn])(?:\/([pmhd]))?: (.+)$/u.exec(line) ?? [];
    if (scene === undefined || first === undefined || text === undefined)
      return fail('neither a scene nor a passage');
    const { kind, headings, record } = scene;
    passages.push({
      id: `${record}#${passages.length + 1}`,
      record,
      writer: file.split('-')[0] ?? '',
      passage: { text: text.trim(), block: 'item', kind, headings, before: [], after: [] },
      primary: labelOf(first),
      secondary: second === undefined || second === first ? undefined : (labelOf(second) as Culture),
    });
  });
  return passages;
}

function labelOf(letter: string): PassageLabel {
  return passageLabels.find((label) => label.startsWith(letter)) ?? 'none';
}
