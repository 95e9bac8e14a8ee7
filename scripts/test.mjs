/*
 * `npm test`: installs what the tests need, builds, runs all tests, and ends with the line `N passed, N failed`.
 * `npm test -- --only unit,person` runs some stages only; `--grep TEXT` runs the tests whose names hold TEXT.
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, repositoryRoot, runNpm } from './run-npm.mjs';
import { runStage, stopStages } from './test-stage.mjs';
import { readTree, writeTested } from './tested.mjs';

const checks = ['lint', 'check-types', 'check-generated'];
const folders = [
  'unit',
  'fixtures',
  'properties',
  'protocol',
  'cli',
  'neovim',
  'grammar',
  'package',
  'patterns',
  'fuzz',
];
/** What needs a VS Code: mostly it waits, so the others run beside it. */
const hosted = ['vscode', 'web', 'person'];
/** What measures time: nothing runs beside it. */
const measured = 'ratios';
const known = [...checks, ...folders, ...hosted, measured];

const minute = 60_000;
const total = { passed: 0, failed: 0 };
/** What the stages that run beside others have printed so far, by name: shown when they end. */
const kept = new Map();
const temporary = mkdtempSync(path.join(tmpdir(), 'supervision-lens-test-'));

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => process.exit(code));
}
process.on('exit', () => {
  stopStages();
  for (const text of kept.values()) process.stdout.write(text);
  rmSync(temporary, { recursive: true, force: true });
});

process.exitCode = await main();

async function main() {
  const options = readOptions();
  if (options === undefined) return 2;
  const before = readTree();
  if (await prepare()) {
    const stages = plan(options);
    const lanes = [
      stages.filter(({ name }) => hosted.includes(name)),
      stages.filter(({ name }) => !hosted.includes(name) && name !== measured),
    ].filter((lane) => lane.length > 0);
    const isShared = lanes.length > 1;
    if (isShared) console.log('Two stages run at a time; what each has to say comes when it has ended.');
    await Promise.all(lanes.map((lane) => runLane(lane, isShared)));
    await runLane(
      stages.filter(({ name }) => name === measured),
      false,
    );
  }
  const isWhole = options.only.length === known.length && options.grep.length === 0;
  if (isWhole) writeTested(before, total);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function readOptions() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });
  const only = values.only?.split(',') ?? known;
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no stage ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    return undefined;
  }
  return { only, grep: values.grep === undefined ? [] : [`--grep=${values.grep}`] };
}

/** Installs and builds; a failure counts as one failed test, and nothing else can then be run. */
async function prepare() {
  const isReady = (await ensurePackages()) && (await buildProduct());
  if (!isReady) total.failed += 1;
  return isReady;
}

async function buildProduct() {
  console.log('Building …');
  const { code } = await runNpm(['run', 'build']);
  if (code !== 0) console.log('The build failed.');
  return code === 0;
}

/** @param {{ only: readonly string[], grep: readonly string[] }} options */
function plan({ only, grep }) {
  const scripts = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')).scripts ?? {};
  const chosenFolders = [...folders, measured].filter((name) => only.includes(name));
  const withTsx = (/** @type {string[]} */ ...args) => [process.execPath, '--import', 'tsx', ...args];
  const mocha = withTsx('test/host/run-mocha.ts', ...grep);
  const stages = checks
    .filter((name) => only.includes(name) && name in scripts)
    .map((name) => ({ name, command: ['npm', 'run', name], isOneTest: true, deadlineMs: 15 * minute }));
  // A process for each folder, so that one that breaks off takes no other with it.
  for (const name of chosenFolders.filter(hasTests)) {
    stages.push(suite(name, [...mocha, `test/${name}/**/*.test.ts`], name === 'patterns' ? 30 : 15));
  }
  if (only.includes('vscode'))
    stages.push(suite('vscode', withTsx('test/host/run-vscode-suite.ts', ...grep), 20));
  if (only.includes('web')) stages.push(suite('web', withTsx('test/host/run-web-suite.ts', ...grep), 20));
  if (only.includes('person')) {
    stages.push(suite('person', [...mocha, '--timeout=180000', 'test/person/**/*.test.ts'], 30));
  }
  return stages;
}

/** @param {string} name */
function hasTests(name) {
  const folder = path.join(repositoryRoot, 'test', name);
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.test.ts'));
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {number} minutes
 */
function suite(name, command, minutes) {
  return { name, command, isOneTest: false, deadlineMs: minutes * minute };
}

/**
 * @param {readonly ReturnType<typeof suite>[]} stages
 * @param {boolean} isShared
 */
async function runLane(stages, isShared) {
  for (const stage of stages) await count(stage, isShared);
}

/**
 * @param {ReturnType<typeof suite>} stage
 * @param {boolean} isShared whether another stage runs at the same time
 */
async function count(stage, isShared) {
  const { name } = stage;
  if (!isShared) console.log(`\n── ${name} ──`);
  const started = Date.now();
  const countsFile = path.join(temporary, `${stage.name.replaceAll(/\W+/g, '-')}.json`);
  const code = await runStage(stage.command, {
    env: { SUPERVISION_LENS_TEST_COUNTS: countsFile },
    deadlineMs: stage.deadlineMs,
    ...(isShared && { keep: (text) => kept.set(name, (kept.get(name) ?? `\n── ${name} ──\n`) + text) }),
  });
  process.stdout.write(kept.get(name) ?? '');
  kept.delete(name);
  const counts = stage.isOneTest ? undefined : readCounts(countsFile);
  const passed = counts?.passed ?? (stage.isOneTest && code === 0 ? 1 : 0);
  let failed = counts?.failed ?? 0;
  // A stage that broke off, or left no counts, has failed even if none of its tests could say so.
  if (failed === 0 && (code !== 0 || passed === 0)) failed = 1;
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${stage.name}: ${passed} good, ${failed} not, in ${seconds} s ──`);
}

/**
 * @param {string} file
 * @returns {{ passed: number, failed: number } | undefined}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
