/**
 * Remembers what was made of the last texts asked for: at least `size` of them, at most twice as many. Two
 * halves that take turns, so that forgetting costs nothing and nothing grows old.
 */
export function rememberRecent<Value>(size: number, make: (text: string) => Value): (text: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? make(text);
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
