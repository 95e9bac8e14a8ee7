import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';

/** What turns a scope name into a grammar; one for each set of grammars. */
export type GrammarRegistry = ReturnType<typeof createRegistryFromGrammars>;

interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly unknown[];
}

/** The scope of Markdown, into which ours are injected. */
export const markdownScope = 'text.html.markdown';

const require = createRequire(import.meta.url);
const injected = ['supervision-lens', 'supervision-lens-comment'];

/** VS Code's grammar for Markdown with the extension's grammars injected, as the editor has them. */
export function createLensRegistry(): GrammarRegistry {
  return createRegistry(injected.map(readOwnGrammar));
}

/** VS Code's grammar for Markdown alone, to see what ours change. */
export function createMarkdownRegistry(): GrammarRegistry {
  return createRegistry([]);
}

/** The extension's own grammar files, parsed. */
export function readOwnGrammars(): readonly Grammar[] {
  return injected.map(readOwnGrammar);
}

function createRegistry(own: readonly Grammar[]): GrammarRegistry {
  const base = ['markdown', 'html', 'html-derivative', 'yaml'].map(readBaseGrammar);
  const known = new Set(base.map(({ scopeName }) => scopeName));
  // What stands in code blocks is of no interest here: empty grammars take the place of all other languages.
  const others = [...includedScopes(base)].filter((scopeName) => !known.has(scopeName));
  return createRegistryFromGrammars([
    ...base.map((grammar) => entry(grammar)),
    ...others.map((scopeName) => entry({ scopeName, patterns: [] })),
    ...own.map((grammar) => entry(grammar, [markdownScope])),
  ]);
}

function entry(
  grammar: Grammar,
  injectTo?: string[],
): Parameters<typeof createRegistryFromGrammars>[0][number] {
  const { scopeName } = grammar;
  return {
    grammar: { path: `${scopeName}.json`, scopeName, ...(injectTo !== undefined && { injectTo }) },
    content: JSON.stringify(grammar),
  };
}

function includedScopes(grammars: readonly Grammar[]): Set<string> {
  const names = Array.from(
    JSON.stringify(grammars).matchAll(/"include":"((?:source|text)\.[^"#]+)/g),
    (match) => match[1] ?? '',
  );
  return new Set(names);
}

function readBaseGrammar(name: string): Grammar {
  return parse(require.resolve(`tm-grammars/grammars/${name}.json`));
}

function readOwnGrammar(name: string): Grammar {
  return parse(fileURLToPath(new URL(`../../syntaxes/${name}.tmLanguage.json`, import.meta.url)));
}

function parse(file: string): Grammar {
  return JSON.parse(readFileSync(file, 'utf8')) as Grammar;
}
