/// <reference types="mocha" />
import 'mocha/mocha.js';
import { markSuiteCounts, markSuiteOutput } from '../../host/suite-output.ts';

const testTimeoutMs = 60_000;

/**
 * Runs the tests that `load` tells Mocha of; VS Code calls it inside the web worker. Rejects when a test failed
 * or was left out, or when there was none. The counts go out with the report: there is no file to leave them in.
 */
export async function runInWebWorker(load: () => void): Promise<void> {
  mocha.setup({ ui: 'bdd', color: false, timeout: testTimeoutMs, forbidOnly: true });
  // Put in when the tests are bundled.
  const grep = process.env.SUPERVISION_LENS_TEST_GREP;
  if (grep !== undefined && grep !== '') mocha.grep(grep);
  mocha.reporter(Report as unknown as Mocha.ReporterConstructor);
  load();
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures + pending });
    });
  });
  console.log(markSuiteCounts({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} of the tests failed.`);
  if (passed === 0) throw new Error('There was no test to run.');
}

/** A browser's usual reporters write into a page, and there is none. */
// Mocha makes reporters with `new`.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
class Report {
  constructor(runner: Mocha.Runner) {
    const say = (text: string): void => console.log(markSuiteOutput(text));
    runner.on('pass', (test) => say(`  ✔ ${test.fullTitle()}`));
    runner.on('pending', (test) => say(`  - ${test.fullTitle()}`));
    runner.on('fail', (test, error: Error) =>
      say(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`),
    );
  }
}
