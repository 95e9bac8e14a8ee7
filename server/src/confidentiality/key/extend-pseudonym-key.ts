import { isMap, isSeq, parseDocument } from 'yaml';
import type { KeyedPerson } from './pseudonym-key.ts';

/**
 * The text of a private file with a person added; comments and everything else are kept. `intro` stands at the top of
 * a file that is empty. Undefined where the file can't be read, so that nothing of the user's is lost.
 */
export function extendPseudonymKey(
  text: string,
  { names, called }: Pick<KeyedPerson, 'names' | 'called'>,
  intro: string,
): string | undefined {
  const bare = text.replace(/^\uFEFF/, '');
  const comment = bare.trim() === '' ? `${intro.trim().replace(/^/gm, '# ')}\n` : '';
  const document = parseDocument(comment + bare, { logLevel: 'silent' });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return undefined;
  const people = document.get('people');
  const person = document.createNode({ names: [...names], called });
  if (isSeq(people)) people.add(person);
  else if (people === undefined || people === null) document.set('people', document.createNode([person]));
  else return undefined;
  return document.toString({ lineWidth: 0 });
}
