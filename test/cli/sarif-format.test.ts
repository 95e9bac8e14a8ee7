import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft4 from 'ajv-draft-04';
import { ruleIds } from '../../server/src/balance/rules/index.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: Readonly<Record<string, number>>;
  };
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations: readonly Location[];
}
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly Readonly<Record<string, unknown>>[];
      };
    };
    readonly columnKind: string;
    readonly invocations: readonly Readonly<Record<string, unknown>>[];
    readonly results: readonly Result[];
  }[];
}

describe('check: SARIF', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  const check = async (...paths: string[]): Promise<Log['runs'][number]> => {
    const { output } = await runCli(['check', '--format', 'sarif', ...paths], { cwd: folder.path });
    const log = JSON.parse(output) as Log;
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    return log.runs[0]!;
  };

  before(() => {
    folder = createNoteFolder({
      'a note é.md': taggedNote(`${longPassage} #managed\n\n😀 Once more. #manged\n\nThen.`),
      'wrong/.supervision-lens.yaml': 'rulse: {}\n',
      'wrong/note.md': taggedNote('We met. #managed'),
      'wrong/binary.md': new Uint8Array([0]),
    });
  });
  after(() => folder.dispose());

  it('is valid by the official schema, which refuses what isn’t', async () => {
    const file = createRequire(import.meta.url).resolve(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    );
    const ajv = new AjvDraft4({
      strict: false,
      unicodeRegExp: false,
      validateFormats: false,
      allErrors: true,
    });
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    for (const paths of [['a note é.md'], ['wrong'], ['.']]) {
      const { output } = await runCli(['check', '--format', 'sarif', ...paths], { cwd: folder.path });
      const log = JSON.parse(output) as object;
      validate(log);
      assert.deepEqual(validate.errors ?? [], []);
      assert.equal(validate({ ...log, runs: [{ results: 3 }] }), false);
    }
  });

  it('describes every rule', async () => {
    const { tool, columnKind } = await check('a note é.md');
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      ruleIds,
    );
    for (const rule of tool.driver.rules) {
      assert.ok((rule.shortDescription as { text: string }).text.length > 0);
      assert.ok((rule.help as { text: string }).text.length > 0);
      assert.ok(
        ['note', 'warning', 'error'].includes((rule.defaultConfiguration as { level: string }).level),
      );
    }
  });

  it('gives findings where they stand, with their evidence', async () => {
    const { results } = await check('a note é.md');
    const tag = results.find(({ ruleId }) => ruleId === 'unknown-tag');
    assert.equal(tag?.level, 'warning');
    assert.deepEqual(tag.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20note%20%C3%A9.md' },
          region: { startLine: 12, startColumn: 15, endLine: 12, endColumn: 22 },
        },
      },
    ]);
    const balance = results.find(({ ruleId }) => ruleId === 'purely-managed');
    assert.equal(balance?.level, 'note');
    assert.equal(balance.relatedLocations[0]?.message?.text, 'About the work');
    for (const { ruleId, ruleIndex } of results) assert.equal(ruleIds[ruleIndex], ruleId);
  });

  it('tells of what was skipped and of configuration that can’t be used', async () => {
    const { invocations, results } = await check('wrong');
    const [invocation] = invocations;
    assert.deepEqual([invocation?.executionSuccessful, invocation?.exitCode], [false, 2]);
    const uris = (name: string): string[] =>
      (invocation?.[name] as { locations: readonly Location[] }[]).map(
        ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? '',
      );
    assert.deepEqual(uris('toolExecutionNotifications'), ['wrong/binary.md']);
    assert.deepEqual(uris('toolConfigurationNotifications'), ['wrong/.supervision-lens.yaml']);
    assert.ok(Array.isArray(results));
  });
});
