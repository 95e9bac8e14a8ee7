/** The name itself, or the first of "name-2", "name-3" … that isn't taken. Names that differ in case only clash. */
export function freeFileName(name: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, (each) => each.toLowerCase()));
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) free = `${stem}-${number}${extension}`;
  return free;
}
