/** A document filter as VS Code and the protocol both know it. */
export interface DocumentFilter {
  readonly language: string;
  readonly scheme: string;
  readonly pattern?: string;
}

/** Where notes are written: on disk, not saved yet, in repositories that are opened without a copy, in test hosts. */
const usualSchemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** The configuration and the private file, for whose completion and diagnostics the server is asked too. */
const settingsPatterns = ['**/.supervision-lens.yaml', '**/.supervision-lens.private.yaml'];

/** The files beside records: the server reads the marks in them as they stand in the editor. */
const besidePattern = '**/*.annotations.json';

/**
 * The documents that the server hears of: Markdown, what stands beside it and the files of settings, in the usual schemes and those
 * of the workspace's folders. Schemes are listed, since "all" would include the left side of comparisons,
 * notebook cells, chat answers and our own explanations.
 */
export function selectDocuments(folderSchemes: readonly string[]): DocumentFilter[] {
  const schemes = [...new Set([...usualSchemes, ...folderSchemes])];
  return schemes.flatMap((scheme) => [
    { language: 'markdown', scheme },
    ...settingsPatterns.map((pattern) => ({ language: 'yaml', scheme, pattern })),
    { language: 'json', scheme, pattern: besidePattern },
  ]);
}
