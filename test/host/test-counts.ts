import { readFileSync, writeFileSync } from 'node:fs';
import type Mocha from 'mocha';

/** How many tests of a run passed and failed; there are no others, since a test that is left out counts as failed. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The environment variable that names the file which a test run leaves its counts in. */
export const countsVariable = 'SUPERVISION_LENS_TEST_COUNTS';

/**
 * Runs the tests that `mocha` holds and resolves with their counts, also when some failed. Where the
 * environment asks for it they are left in a file too, so that whoever adds up need not read the report.
 */
export async function runAndCount(mocha: Mocha): Promise<TestCounts> {
  const counts = await new Promise<TestCounts>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures + pending });
    });
  });
  const file = process.env[countsVariable];
  if (file) writeFileSync(file, JSON.stringify(counts));
  return counts;
}

/** Reads what `runAndCount` left in a file; undefined where it is missing or broken off, as after a crash. */
export function readCounts(file: string): TestCounts | undefined {
  try {
    const { passed, failed } = JSON.parse(readFileSync(file, 'utf8')) as Partial<TestCounts>;
    return passed === undefined || failed === undefined ? undefined : { passed, failed };
  } catch {
    return undefined;
  }
}
