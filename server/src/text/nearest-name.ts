/** The name within edit distance `within`, the nearest first, of those as near the first; undefined without one. */
export function nearestName<Name extends string>(
  written: string,
  names: readonly Name[],
  within = 2,
): Name | undefined {
  const wanted = written.toLowerCase();
  let best: { name: Name; distance: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > within) continue;
    const distance = editDistance(wanted, name);
    if (distance <= within && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

/** Levenshtein's distance in UTF-16 units. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
