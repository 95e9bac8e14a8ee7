import { namesIn } from '../record/read-voices.ts';
import { headerValue, type SupervisionRecord } from '../record/record.ts';
import { foldText } from '../text/words.ts';

/** Whose run a record belongs to. */
export interface RunKey {
  readonly by: 'person' | 'team';
  /** Folded, for comparing. */
  readonly key: string;
  /** As it is written. */
  readonly name: string;
}

/** A key that the configuration sets for files. */
export interface ConfiguredKey {
  readonly by: 'person' | 'team';
  readonly key: string;
}

/** What is known of a record's place besides its text. */
export interface RecordPlace {
  /** Folders between the scope and the file, outermost first. */
  readonly folders: readonly string[];
  readonly configured?: ConfiguredKey | undefined;
}

/** "Supervision with T., 5 March", "T. supervision 3", "Session 4: RP". */
const titlePerson = [
  /\bwith (\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*)?)/u,
  /^(\p{Lu}{1,3})\.?(?=[ ,:–-])/u,
  /\b(?:supervision|1:1|121|one to one)[:,]? (\p{Lu}{2,3})\b/u,
];

/** Folders that name a time, a kind or a place to keep things, and nobody. */
const idleFolder =
  /^(?:\d[\d\s._-]*|(?:19|20)\d\d.*|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|term.*|week.*|year.*|records?|notes?|supervisions?|journals?|logs?|groups?|runs?|docs?|documents?|files?|archive.*|old|new|draft.*|inbox|templates?|samples?|misc|other|shared|private|public|src|content|cases?|students?|team|teams|people)$/i;

/**
 * Whose run a record is in: the configured key, else its header, its title, its folder. One-to-one records, logs and
 * journals are in a person's run, groups in a team's: a one-to-one note has no place in its team's.
 */
export function runKeyOf(
  record: SupervisionRecord,
  { folders, configured }: RecordPlace,
): RunKey | undefined {
  const { kind } = record.recognition;
  if (kind === 'unknown') return undefined;
  const by = kind === 'group' ? 'team' : 'person';
  if (configured !== undefined)
    return { by: configured.by, key: foldKey(configured.key), name: configured.key };
  const name = (by === 'team' ? teamOf(record) : personOf(record)) ?? folderOf(folders);
  return name === undefined || foldKey(name) === '' ? undefined : { by, key: foldKey(name), name };
}

/** Two writings of one key: "T.", "T" and "t." */
export function foldKey(name: string): string {
  return foldText(name.replace(/\([^()]*\)/g, ' ').replace(/\.(?=\s|$)/g, '')).trim();
}

/** Whose record it is, as its header or its title has it; undefined: neither says, or it is more than one person's. */
export function personOf(record: SupervisionRecord): string | undefined {
  const header = headerValue(record, 'supervisee');
  // Two names are a pair or a list: whose run it is can't be told.
  if (header !== undefined) {
    const names = namesIn(header.text);
    const [name] = names;
    if (name === undefined) return header.value;
    // "T." is written with its stop.
    return names.length > 1
      ? undefined
      : name.length === 1 && header.text.includes(`${name}.`)
        ? `${name}.`
        : name;
  }
  const title = record.sections[0]?.title ?? '';
  for (const pattern of titlePerson) {
    const name = pattern.exec(title)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

function teamOf(record: SupervisionRecord): string | undefined {
  const team = headerValue(record, 'team')?.value;
  if (team !== undefined && team !== '') return team;
  // "Fostering peer group, 6 November 2025": the title without its date.
  const title = (record.sections[0]?.title ?? '')
    .replace(/\b\d{1,2}(?:st|nd|rd|th)?(?:[ /.-](?:\d{1,2}|\p{L}{3,9}))?(?:[ /.-]\d{2,4})?\b/gu, ' ')
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi, ' ')
    .replace(/(?<![\s,:–—-])[\s,:–—-]+$/u, '')
    .replace(/^[\s,:–—-]+/u, '')
    .replace(/\s+/g, ' ');
  return title.split(' ').length >= 2 ? title : undefined;
}

function folderOf(folders: readonly string[]): string | undefined {
  return [...folders].reverse().find((folder) => !idleFolder.test(folder));
}
