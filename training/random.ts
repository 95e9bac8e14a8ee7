/** Numbers that look random and are the same for the same seed, on every engine (mulberry32). */
export interface Random {
  /** From 0 to below 1. */
  next: () => number;
}

/** Makes a source of numbers from a seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

/** About normal, mean 0 and deviation 1: the sum of twelve even ones, since logarithms differ by engine. */
export function nextNormal(random: Random): number {
  let sum = -6;
  for (let index = 0; index < 12; index++) sum += random.next();
  return sum;
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(items: unknown[], random: Random): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random.next() * (index + 1));
    [items[index], items[other]] = [items[other], items[index]];
  }
}
