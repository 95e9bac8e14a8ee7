/**
 * The least processor time (ms) that each of several things takes in `rounds` turns. Taken by turns, and as processor
 * time of this process, so that a busy machine falls on none of them alone.
 */
export function leastTimes<Name extends string>(
  things: Readonly<Record<Name, (round: number) => void>>,
  rounds: number,
): Record<Name, number> {
  const least = Object.fromEntries(Object.keys(things).map((name) => [name, Infinity])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(things) as Name[]) {
      const before = process.cpuUsage();
      things[name](round);
      const { user, system } = process.cpuUsage(before);
      least[name] = Math.min(least[name], (user + system) / 1000);
    }
  }
  return least;
}
