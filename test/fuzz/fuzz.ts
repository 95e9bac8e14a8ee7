/*
 * `npm run fuzz -- --minutes 10 --only "a record" --seed 7`: tries new inputs until time is up, or for ever without
 * `--minutes`. What fails is printed with its seed, made as small as can be; keep it as a test in `finds.test.ts`.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzProperties } from './properties.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, only: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? Infinity);
const chosen = fuzzProperties.filter(({ name }) => name.includes(values.only ?? ''));
if (Number.isNaN(minutes) || chosen.length === 0) {
  console.error(
    `Usage: npm run fuzz -- [--minutes N] [--only "${fuzzProperties.map(({ name }) => name).join('|')}"] [--seed N]`,
  );
  process.exit(2);
}
const end = performance.now() + minutes * 60_000;
let tried = 0;
for (let seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)); performance.now() < end; seed++) {
  for (const { name, runs, property } of chosen) {
    const result = await fc.check(property, { seed, numRuns: runs });
    tried += result.numRuns;
    if (result.failed) {
      console.log(`${name} fails, with seed ${seed}:`);
      console.log(fc.stringify(result.counterexample), result.errorInstance);
      process.exitCode = 1;
    }
  }
  console.log(`${tried} inputs tried, up to seed ${seed}`);
  if (process.exitCode === 1) break;
}
