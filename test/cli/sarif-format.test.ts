import assert from 'node:assert/strict';
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
