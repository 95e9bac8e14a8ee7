const none: readonly string[] = [];

/** What stands between square brackets in a block, as labels of definitions are compared; each once. */
export function findReferences(text: string): readonly string[] {
  if (!text.includes('[')) return none;
  const labels = new Set<string>();
  for (const match of text.matchAll(/\[([^\]\\[]{1,999})\]/g))
    labels.add((match[1] ?? '').replace(/\s+/g, ' ').trim().toLowerCase());
  return [...labels];
}
