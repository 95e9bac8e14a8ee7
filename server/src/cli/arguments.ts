import { parseArgs } from 'node:util';
import { reportFormats, type ReportFormat } from '../report/report-writer.ts';
import { severities, type Severity } from '../balance/rule.ts';
import { nearestName } from '../text/nearest-name.ts';
import { commandNames, type CommandName } from './usage.ts';

/** How `check` gives its results. */
export const formats = ['text', 'json', 'ndjson', 'sarif'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** What `check` is asked to do. */
export interface CheckOptions {
  readonly format: Format;
  readonly all: boolean;
  readonly decide: boolean;
  readonly withPeople: boolean;
  /** Take identifiers out of all that is written. */
  readonly redact: boolean;
  /** Undefined: findings never fail. */
  readonly failOn: Severity | undefined;
  /** At least one. */
  readonly paths: readonly string[];
}

/** What `report` is asked to do. */
export interface ReportCommandOptions {
  readonly format: ReportFormat;
  /** The file to write, as given. */
  readonly out: string;
  readonly all: boolean;
  readonly redact: boolean;
  readonly withMarks: boolean;
  readonly panel: boolean;
  readonly withProfile: boolean;
  /** At least one. */
  readonly paths: readonly string[];
}

/** What `agreement` compares: a file of labels with records, or with a second file of labels. */
export type AgreementOptions = { readonly labels: string } & (
  { readonly paths: readonly string[] } | { readonly with: string }
);

/** What the command line asks for. */
export type Command =
  | { readonly name: 'help'; readonly of: CommandName | undefined }
  | { readonly name: 'version' }
  | ({ readonly name: 'check' } & CheckOptions)
  | ({ readonly name: 'report' } & ReportCommandOptions)
  | ({ readonly name: 'agreement' } & AgreementOptions)
  | { readonly name: 'explain'; readonly file: string }
  | { readonly name: 'server' };

/** A command, or what is wrong with the arguments, in one line. */
export type ParsedArguments = { readonly command: Command } | { readonly problem: string };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  all: { type: 'boolean' },
  decide: { type: 'boolean' },
  redact: { type: 'boolean' },
  'with-people': { type: 'boolean' },
  'fail-on': { type: 'string' },
  out: { type: 'string' },
  panel: { type: 'boolean' },
  'with-profile': { type: 'boolean' },
  'with-marks': { type: 'boolean' },
  with: { type: 'string' },
  stdio: { type: 'boolean' },
  // VS Code's client and those made after it add it unasked.
  clientProcessId: { type: 'string' },
} as const;

type OptionName = keyof typeof options;

const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: ['format', 'all', 'decide', 'redact', 'with-people', 'fail-on'],
  report: ['out', 'all', 'redact', 'with-marks', 'panel', 'with-profile'],
  agreement: ['with'],
  explain: [],
  server: ['stdio', 'clientProcessId'],
};

/** Reads the arguments behind the program's name. Never throws. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<OptionName, string | true>();
  const words: string[] = [];
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    const name = optionNames.find((each) => each === token.name);
    if (name === undefined)
      problems.push(
        `there is no option ${rawName}${suggest(
          rawName,
          optionNames.map((each) => `--${each}`),
        )}`,
      );
    else if (
      options[name].type === 'string' &&
      (value === undefined || (value.startsWith('-') && !token.inlineValue))
    )
      problems.push(`${rawName} needs a value`);
    else if (options[name].type === 'boolean' && value !== undefined)
      problems.push(`${rawName} takes no value`);
    else given.set(name, value ?? true);
  }
  const [first, ...rest] = words;
  const name = commandNames.find((each) => each === first);
  if (problems[0] !== undefined) return { problem: problems[0] };
  if (first !== undefined && name === undefined)
    return { problem: `there is no command “${first}”${suggest(first, commandNames)}` };
  if (given.has('help')) return { command: { name: 'help', of: name } };
  if (given.has('version')) return { command: { name: 'version' } };
  if (name === undefined) return { problem: 'name a command: check, report, agreement, explain or server' };
  const foreign = [...given.keys()].find((each) => !optionsOf[name].includes(each));
  if (foreign !== undefined) return { problem: `${name} has no option --${foreign}` };
  if (name === 'check') return readCheck(given, rest);
  if (name === 'report') return readReport(given, rest);
  if (name === 'agreement') return readAgreement(given.get('with'), rest);
  if (name === 'server') {
    return given.has('stdio') && rest.length === 0
      ? { command: { name } }
      : { problem: 'server takes --stdio and nothing else' };
  }
  const [file] = rest;
  return file === undefined || rest.length > 1
    ? { problem: 'explain takes one FILE' }
    : { command: { name, file } };
}

const optionNames = Object.keys(options) as OptionName[];

function readCheck(given: ReadonlyMap<OptionName, string | true>, paths: readonly string[]): ParsedArguments {
  const format = choose('format', formats, given.get('format') ?? 'text');
  if (typeof format === 'object') return format;
  const level = given.get('fail-on');
  const failOn = level === undefined ? undefined : choose('fail-on', severities, level);
  if (typeof failOn === 'object') return failOn;
  if (paths.length === 0) return { problem: 'check needs a PATH: a file or a folder' };
  const [all, decide, withPeople] = [given.has('all'), given.has('decide'), given.has('with-people')];
  const redact = given.has('redact');
  return { command: { name: 'check', format, all, decide, withPeople, redact, failOn, paths } };
}

function readReport(
  given: ReadonlyMap<OptionName, string | true>,
  paths: readonly string[],
): ParsedArguments {
  const out = given.get('out');
  if (typeof out !== 'string') return { problem: 'report needs --out FILE' };
  const ending = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase();
  const format = reportFormats.find((each) => each === ending);
  if (format === undefined)
    return {
      problem: `--out takes a file that ends in ${listed(reportFormats.map((each) => `.${each}`))}, not “${out}”`,
    };
  const [panel, withProfile] = [given.has('panel'), given.has('with-profile')];
  if (withProfile && !panel)
    return { problem: '--with-profile goes with --panel: other reports show the balance anyway' };
  if (paths.length === 0) return { problem: 'report needs a PATH: a file or a folder' };
  const rest = { all: given.has('all'), redact: given.has('redact'), withMarks: given.has('with-marks') };
  return {
    command: { name: 'report', format, out, ...rest, panel, withProfile: withProfile || !panel, paths },
  };
}

function readAgreement(other: string | true | undefined, words: readonly string[]): ParsedArguments {
  const [labels, ...paths] = words;
  if (labels === undefined) return { problem: 'agreement needs LABELS: a file of passage ids and labels' };
  if (typeof other === 'string')
    return paths.length === 0
      ? { command: { name: 'agreement', labels, with: other } }
      : { problem: 'agreement takes PATH or --with LABELS, not both' };
  return paths.length > 0
    ? { command: { name: 'agreement', labels, paths } }
    : { problem: 'agreement needs a PATH, or --with LABELS, to compare with' };
}

function choose<Value extends string>(
  option: OptionName,
  values: readonly Value[],
  given: string | true,
): Value | { readonly problem: string } {
  const chosen = values.find((each) => each === given);
  return (
    chosen ?? {
      problem: `--${option} takes ${listed(values)}, not “${String(given)}”`,
    }
  );
}

function listed(values: readonly string[]): string {
  return values.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

function suggest(written: string, names: readonly string[]): string {
  const name = nearestName(written, names);
  return name === undefined ? '' : `; did you mean ${name}?`;
}
