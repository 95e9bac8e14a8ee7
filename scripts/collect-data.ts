import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { foldName } from '../server/src/confidentiality/names/fold-name.ts';
import { repositoryRoot } from './repository-root.ts';

const folder = join(repositoryRoot, 'server', 'data');

/** Reads one of the files of `server/data`. */
function readYaml(name: string): unknown {
  try {
    return parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  } catch (error) {
    throw new Error(`server/data/${name}.yaml: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The files of `server/data` but the model, as `knowledge.json` has them; not yet checked. */
export function collectKnowledge(): Record<string, unknown> {
  return {
    vocabulary: {
      kinds: readYaml('kinds'),
      headerFields: readYaml('header-fields'),
      sections: readYaml('sections'),
      voices: readYaml('voices'),
      actions: readYaml('actions'),
      limits: readYaml('limits'),
    },
    cues: readYaml('cues'),
    messages: readYaml('messages'),
    strengths: readYaml('strengths'),
    signs: readYaml('signs'),
    prompts: readYaml('prompts'),
    prompting: readYaml('prompting'),
    templates: readYaml('templates'),
    leaderQuestions: readYaml('leader-questions'),
    confidentiality: readYaml('confidentiality'),
    names: packNames(),
    standards: readYaml('standards'),
  };
}

/** Names and words, folded, sorted and one a line, so that the product needn't build anything out of them. */
function packNames(): Record<'given' | 'surnames' | 'words' | 'proper', string> {
  const names = readYaml('names') as readonly { given: string; surnames: string }[];
  const readLines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n');
  return {
    given: pack(names.flatMap(({ given }) => given.split(' '))),
    surnames: pack(names.flatMap(({ surnames }) => surnames.split(' '))),
    words: pack(readLines('common-words.txt')),
    proper: pack(readLines('proper-words.txt')),
  };
}

function pack(words: readonly string[]): string {
  const folded = new Set(words.map(foldName).filter((word) => word !== ''));
  return `${[...folded].sort().join('\n')}\n`;
}

/** The reading model, as it is shipped. */
export function collectModel(): unknown {
  return JSON.parse(readFileSync(join(folder, 'culture-model.json'), 'utf8')) as unknown;
}
