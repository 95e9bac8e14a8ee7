const space = /[ \t\n\r]*/y;
const scalar =
  // eslint-disable-next-line no-control-regex -- JSON forbids them in strings
  /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON, as a UTF-16 offset; its length where it only ends too early. Engines don't all say. */
export function findJsonFault(text: string): number {
  let at = 0;
  /** What is still open, the innermost last. */
  const open: ('[' | '{')[] = [];
  let expects: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma' = 'value';
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0] ?? '';
    at += taken.length;
    return taken;
  };
  for (take(space); at < text.length; take(space)) {
    const character = text.charAt(at);
    const innermost = open.at(-1);
    const isEnd = character === (innermost === '{' ? '}' : innermost === '[' ? ']' : undefined);
    if (isEnd && (expects === 'comma' || expects.endsWith('-or-end'))) {
      open.pop();
      at++;
      expects = 'comma';
    } else if (expects === 'comma') {
      if (character !== ',' || innermost === undefined) return at;
      at++;
      expects = innermost === '{' ? 'key' : 'value';
    } else if (expects === 'key' || expects === 'key-or-end') {
      if (character !== '"' || take(scalar) === '') return at;
      take(space);
      if (text.charAt(at) !== ':') return at;
      at++;
      expects = 'value';
    } else if (character === '[' || character === '{') {
      open.push(character);
      at++;
      expects = character === '{' ? 'key-or-end' : 'value-or-end';
    } else if (take(scalar) === '') return at;
    else expects = 'comma';
  }
  return at;
}
