import { parseArgs } from 'node:util';

/**
 * What esbuild puts into a bundle of tests, so that only those run whose names hold the text of `--grep` on this
 * process's command line: an extension host is handed no arguments. Without `--grep` all run.
 */
export function defineGrep(args: readonly string[] = process.argv.slice(2)): Record<string, string> {
  const { values } = parseArgs({ args: [...args], options: { grep: { type: 'string', default: '' } } });
  return { 'process.env.SUPERVISION_LENS_TEST_GREP': JSON.stringify(values.grep) };
}
