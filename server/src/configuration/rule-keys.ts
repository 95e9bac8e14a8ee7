import { isMap, isScalar, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';

/** The names under `rules` in a configuration file, where they stand; none in a file that can't be read. */
export function ruleKeys(text: string): { readonly id: string; readonly span: Span }[] {
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), { logLevel: 'silent' });
  const rules = document.errors.length === 0 && isMap(document.contents) ? document.get('rules') : undefined;
  if (!isMap(rules)) return [];
  return rules.items.flatMap(({ key }) =>
    isScalar(key) && key.range != null
      ? [{ id: String(key.value), span: { start: key.range[0], end: key.range[1] } }]
      : [],
  );
}
