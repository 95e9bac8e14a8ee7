/**
 * The names by which passages are told apart in an output ("d1-01" in "d1-01#07"), by path: the file's name
 * without its extension; where two files share that, their paths without extension; the whole path where
 * even these are the same. They depend on the paths alone, so that an edit in one file never renames another.
 */
export function nameRecords(paths: readonly string[]): ReadonlyMap<string, string> {
  const forms = (path: string): readonly string[] => {
    const bare = path.replace(/(?<=[^/])\.[^./]+$/, '');
    return [bare.slice(bare.lastIndexOf('/') + 1), bare, path];
  };
  const level = new Map(paths.map((path) => [path, 0]));
  const nameOf = (path: string): string => forms(path)[level.get(path) ?? 0] ?? path;
  for (;;) {
    const byName = new Map<string, string[]>();
    for (const path of level.keys()) {
      const name = nameOf(path);
      const others = byName.get(name);
      if (others === undefined) byName.set(name, [path]);
      else others.push(path);
    }
    const clashing = [...byName.values()].filter(({ length }) => length > 1).flat();
    const longer = clashing.filter((path) => (level.get(path) ?? 0) < 2);
    if (longer.length === 0) return new Map(paths.map((path) => [path, nameOf(path)]));
    for (const path of longer) level.set(path, (level.get(path) ?? 0) + 1);
  }
}

/** A passage's id: its record's name and its 1-based number, of two digits at least. */
export function passageId(name: string, index: number): string {
  return `${name}#${String(index + 1).padStart(2, '0')}`;
}
