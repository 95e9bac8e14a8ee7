import fc from 'fast-check';
import { fuzzProperties } from './properties.ts';

/** The same inputs in every run: `npm run fuzz` looks for new ones. */
const seed = 20_251_125;

describe('Whatever comes in', function () {
  this.timeout(120_000);
  for (const { name, runs, property } of fuzzProperties)
    it(`does no harm as ${name}`, () => fc.assert(property, { seed, numRuns: runs, endOnFailure: true }));
});
