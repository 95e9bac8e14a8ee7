/**
 * Hands batches of items over to be worked on, so many at once, and gives the results in the order of the items. No
 * more is worked on in advance than `atOnce` batches.
 */
export async function* readInOrder<Item, Result>(
  items: readonly Item[],
  { batch, atOnce }: { readonly batch: number; readonly atOnce: number },
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): AsyncGenerator<readonly [Item, Result]> {
  const waiting: { readonly items: readonly Item[]; readonly results: Promise<readonly Result[]> }[] = [];
  let next = 0;
  for (;;) {
    while (next < items.length && waiting.length < atOnce) {
      const part = items.slice(next, next + batch);
      next += batch;
      const results = work(part);
      // Where its turn never comes, because all is stopped, nobody hears of it.
      results.catch(() => undefined);
      waiting.push({ items: part, results });
    }
    const first = waiting.shift();
    if (first === undefined) return;
    const results = await first.results;
    for (const [index, item] of first.items.entries()) {
      const result = results[index];
      if (result !== undefined || index < results.length) yield [item, result as Result];
    }
  }
}
