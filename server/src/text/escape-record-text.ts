/** Words of a record inside the tool's own Markdown: nothing in them may act as markup. */
export function escapeRecordText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
}
