import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { check } from '../../server/src/cli/commands/check.ts';
import type { CommandHost, OutputStream } from '../../server/src/cli/command-host.ts';
import { collectKnowledge, collectModel } from '../../scripts/collect-data.ts';
import { dataFiles } from '../../server/src/knowledge/knowledge.ts';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { checkJson } from './check-output.ts';
import { createNoteFolder, longPassage, taggedNote } from './note-folder.ts';

const bad: Readonly<Record<string, string | Uint8Array>> = {
  'bad/binary.md': new Uint8Array([0x23, 0x20, 0x00, 0xff]),
  'bad/latin-1.md': Buffer.from('# Supervision caf\u00e9', 'latin1'),
  'bad/huge.md': new Uint8Array(8 * 1024 * 1024 + 1).fill(0x61),
};

function notes(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `notes/${String(index).padStart(4, '0')}.md`,
      taggedNote(`${index}: ${longPassage} #managed\n\nShe chose where we met. #humanistic`),
    ]),
  );
}

describe('many files', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder | undefined;
  afterEach(() => folder?.dispose());

  // On all cores from 200 files on.
  for (const count of [5, 220]) {
    it(`are read whatever some of them are, of ${count} files`, async () => {
      folder = createNoteFolder({ ...notes(count), ...bad });
      symlinkSync('nowhere', path.join(folder.path, 'bad', 'dangling.md'));
      const { result, code, errors } = await checkJson(['.'], { cwd: folder.path });
      assert.deepEqual([code, errors], [0, '']);
      assert.equal(result.records.length, count);
      assert.deepEqual(
        result.skipped.map((each) => [each.path, /8 MB|UTF-8|isn't there/.exec(each.reason)?.[0]]),
        [
          ['bad/binary.md', 'UTF-8'],
          ['bad/dangling.md', "isn't there"],
          ['bad/huge.md', '8 MB'],
          ['bad/latin-1.md', 'UTF-8'],
        ],
      );
      const report = await runCli(['report', '.', '--out', 'out.csv'], { cwd: folder.path });
      assert.equal(report.code, 0);
      assert.match(
        report.output,
        new RegExp(`${count} records\\. 4 files that couldn't be read aren't in it`),
      );
    });
  }

  it('are counted on a terminal, with an estimate, while the output goes elsewhere', async () => {
    folder = createNoteFolder(
      Object.fromEntries(
        Object.entries(notes(190)).map(([name, text]) => [
          name,
          text.replace('She chose', `${`${longPassage}\n\n`.repeat(20)}She chose`),
        ]),
      ),
    );
    const written: { readonly on: 'output' | 'errors'; readonly text: string }[] = [];
    const stream = (on: 'output' | 'errors', isTerminal: boolean): OutputStream => ({
      isTerminal,
      columns: 80,
      write: (text) => {
        written.push({ on, text });
        return Promise.resolve();
      },
    });
    const host: CommandHost = {
      cwd: folder.path,
      environment: {},
      version: '',
      output: stream('output', false),
      errors: stream('errors', true),
      stopped: () => undefined,
      whenStopped: new Promise(() => undefined),
      loadData: (name) =>
        Promise.resolve(JSON.stringify(name === dataFiles.model ? collectModel() : collectKnowledge())),
      workers: undefined,
      startServer: () => Promise.reject(new Error('not asked for')),
    };
    const options = { all: false, decide: false, withPeople: false, redact: false, failOn: undefined };
    assert.equal(await check({ format: 'ndjson', ...options, paths: ['.'] }, host), 0);
    const errors = written.filter(({ on }) => on === 'errors').map(({ text }) => text);
    const lines = errors.slice(0, -1);
    assert.ok(lines.length > 0);
    // It stays while records are written to a file, and is taken away once.
    // eslint-disable-next-line no-control-regex
    for (const line of lines) assert.match(line, /^\r\u001b\[2K\d+ of 190 files read/);
    assert.ok(lines.some((line) => / of 190 files read, about \d+ (?:seconds?|minutes?) left$/.test(line)));
    assert.equal(errors.at(-1), '\r\u001b[2K');
  });
});
