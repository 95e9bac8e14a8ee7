/** The path of the document that explains a file; its name is the title of the tab, and ends as Markdown does. */
export function explanationPath(word: string, filePath: string): string {
  const name = filePath.slice(filePath.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return `/${[word, name].filter((part) => part !== '').join(' ')}.md`;
}
