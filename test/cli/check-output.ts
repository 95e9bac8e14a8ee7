import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RecordEntry, SkippedEntry } from '../../server/src/cli/output/check-output.ts';
import { repositoryRoot } from '../host/repository.ts';
import { runCli, type CliOptions } from './built-cli.ts';

/** The document that `--format json` writes. */
export interface CheckOutput {
  readonly version: number;
  readonly records: readonly RecordEntry[];
  readonly runs: readonly object[];
  readonly skipped: readonly SkippedEntry[];
}

const schemaFile = path.join(repositoryRoot, 'schemas', 'check-output.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(JSON.parse(readFileSync(schemaFile, 'utf8')) as object, 'check-output');

/** What the schema has against a whole output; empty where it is valid. */
export function outputErrors(output: unknown): string[] {
  return errorsOf(ajv.getSchema('check-output'), output);
}

/** What the schema has against one line of `--format ndjson`. */
export function lineErrors(line: unknown): string[] {
  return errorsOf(ajv.getSchema('check-output#/$defs/entry'), line);
}

/** Runs `check --format json` and reads what it wrote. */
export async function checkJson(
  args: readonly string[],
  options: CliOptions = {},
): Promise<{ readonly result: CheckOutput; readonly code: number | undefined; readonly errors: string }> {
  const { code, output, errors } = await runCli(['check', '--format', 'json', ...args], options);
  return { result: JSON.parse(output) as CheckOutput, code, errors };
}

function errorsOf(validate: ValidateFunction | undefined, value: unknown): string[] {
  if (validate === undefined) return ['There is no such schema.'];
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
}
