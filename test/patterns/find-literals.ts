import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repositoryRoot } from '../host/repository.ts';
import type { FoundPattern } from './check-pattern.ts';

/** The regular expressions that stand in the product's code as literals. */
export function findLiterals(): FoundPattern[] {
  return ['server/src', 'client/src', 'client/webviews'].flatMap((folder) =>
    readdirSync(path.join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => literalsOf(`${folder}/${name.split(path.sep).join('/')}`)),
  );
}

function literalsOf(file: string): FoundPattern[] {
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}
