import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import ts from 'typescript';
import { repositoryRoot } from '../../../scripts/repository-root.ts';

const folder = join(repositoryRoot, 'client', 'src');

/** Properties and options under which VS Code shows their text. */
const shown = new Set([
  'label',
  'title',
  'tooltip',
  'text',
  'detail',
  'description',
  'placeHolder',
  'prompt',
  'name',
]);

/** Strings in a source file that a person may see and that don't go through `l10n.t`. */
function escapedStrings(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && /^l10n\.t$/.test(node.expression.getText())) {
      // Its first argument is translated; the others are filled in, and are looked at.
      node.arguments.slice(1).forEach(visit);
      return;
    }
    // Errors are for the log.
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      const isSentence = /\p{L}{2,} \p{L}{2,}/u.test(node.text);
      const holder = ts.isTemplateHead(node) ? node.parent.parent : node.parent;
      const isShown =
        (ts.isPropertyAssignment(holder) && shown.has(holder.name.getText())) ||
        (ts.isBinaryExpression(holder) && /\.(?:text|tooltip|name|detail)$/.test(holder.left.getText()));
      if (isSentence || (isShown && /\p{Lu}\p{Ll}/u.test(node.text))) found.push(`${file}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('What the client says', () => {
  it('goes through the translation, all of it but the product’s own name', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const escaped = files.flatMap((file) => escapedStrings(file, readFileSync(join(folder, file), 'utf8')));
    // Its name is the same everywhere, and a drawing has no words.
    const ours = /^(?:Supervision Lens(?: samples)?(?:: )?$|<)/;
    assert.deepEqual(
      escaped.filter((each) => !ours.test(each.slice(each.indexOf(': ') + 2))),
      [],
    );
  });

  it('would be noticed if it did not', () => {
    const source =
      "item.text = 'Drafting'; show('Nothing to see here'); show({ label: `The ${x}` }); l10n.t('Fine by me');";
    assert.equal(escapedStrings('a.ts', source).length, 3);
  });

  it('keeps its places when it is put into another language', () => {
    // `check-generated` sees to it that this holds every string of the client's.
    const file = join(repositoryRoot, 'l10n', 'bundle.l10n.json');
    const bundle = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const pseudo = getL10nPseudoLocalized(bundle) as Record<string, string>;
    assert.ok(Object.keys(bundle).length > 50);
    for (const text of Object.keys(bundle)) {
      const places = (each: string): string[] => (each.match(/\{\d+\}/g) ?? []).sort();
      assert.notEqual(pseudo[text], text);
      assert.deepEqual(places(pseudo[text] ?? ''), places(text));
    }
  });
});

describe('What the manifest says', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(repositoryRoot, name), 'utf8'));
  const manifest = read('package.json') as { contributes: Record<string, unknown>; capabilities: unknown };
  const words = read('package.nls.json') as Record<string, string>;
  const keys = new Set([
    'title',
    'shortTitle',
    'category',
    'description',
    'markdownDescription',
    'enumDescriptions',
    'altText',
    'name',
    'contextualTitle',
    'contents',
  ]);

  const texts: string[] = [];
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (keys.has(key)) texts.push(value);
    } else if (Array.isArray(value)) value.forEach((each) => collect(each, key));
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([name, each]) => collect(each, name));
  };
  collect(manifest.contributes);
  collect(manifest.capabilities);

  it('stands in package.nls.json, each text once, and nothing else does', () => {
    for (const text of texts) assert.match(text, /^%[\w.]+%$/);
    const used = new Set(texts.map((text) => text.slice(1, -1)));
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('comes out in another language, all of it', () => {
    const pseudo = getL10nPseudoLocalized(words) as Record<string, string>;
    for (const text of texts) assert.notEqual(pseudo[text.slice(1, -1)], words[text.slice(1, -1)]);
  });
});
