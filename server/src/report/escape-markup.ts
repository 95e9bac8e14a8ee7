/** What XML 1.0 can't hold: control characters but tab, line feed and carriage return, and lone surrogates. */
const unwritable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as content or attribute value of HTML and XML. What these can't hold becomes U+FFFD, one for one. */
export function escapeMarkup(text: string): string {
  return toMarkupText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text with each character that XML can't hold replaced by U+FFFD: as long in codepoints as before. */
export function toMarkupText(text: string): string {
  return text.replace(unwritable, '\ufffd');
}
