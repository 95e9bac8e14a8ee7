import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { markSuiteOutput } from '../host/suite-output.ts';
import { runAndCount } from '../host/test-counts.ts';

const testTimeoutMs = 60_000;

/**
 * Runs every test file beside this one; VS Code calls it inside the extension host.
 * Rejects when a test failed or was left out, or when there was none.
 */
export async function run(): Promise<void> {
  try {
    const { passed, failed } = await runAndCount(collectTests());
    if (failed > 0) throw new Error(`${failed} of the tests failed.`);
    if (passed === 0) throw new Error('There was no test to run.');
  } catch (error) {
    // VS Code logs it too, but among much else.
    console.log(markSuiteOutput(error));
    throw error;
  }
}

function collectTests(): Mocha {
  // Put in when the tests are bundled.
  const grep = process.env.SUPERVISION_LENS_TEST_GREP;
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => console.log(markSuiteOutput(...values));
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: testTimeoutMs,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined || grep === '' ? {} : { grep }),
  });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of files.filter((each) => each.endsWith('.test.js')))
    mocha.addFile(path.join(__dirname, file));
  return mocha;
}
