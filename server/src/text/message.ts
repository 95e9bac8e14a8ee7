/** What a message's places are filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Fills a template: `{name}` with a value, `{n:passage|passages}` with a number and the word that fits it
 * ("1 passage", "12 passages").
 * @throws Error where a place has no value, so that a half-filled message is never shown.
 */
export function fillMessage(template: string, values: MessageValues = {}): string {
  return template.replace(
    /\{([\w-]+)(?::([^{|}]*)\|([^{}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The message "${template}" needs a value for "${name}".`);
      return one === undefined ? String(value) : `${value} ${value === 1 ? one : (many ?? '')}`;
    },
  );
}
