import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FoundFile } from '../../../server/src/cli/files/find-files.ts';
import { createPoolReaders } from '../../../server/src/cli/records/pool-readers.ts';
import type { RecordReaders, TaskResult } from '../../../server/src/cli/records/record-job.ts';
import { repositoryRoot } from '../../host/repository.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../host/temporary-folder.ts';

/** A worker whose fate hangs on the name of the file that it is given. */
const fateful = `
const { worker } = require(${JSON.stringify(path.join(repositoryRoot, 'node_modules', 'workerpool'))});
const read = (tasks) => tasks.map(({ file }) => {
  if (file.path === 'dies.md') process.exit(1);
  if (file.path === 'hangs.md') for (;;);
  return { reason: 'not-text', code: file.path };
});
worker({ read, peek: () => [] });
`;

describe('readers on all cores', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let readers: RecordReaders | undefined;
  before(() => {
    folder = createTemporaryFolder();
    writeFileSync(path.join(folder.path, 'worker.cjs'), fateful);
  });
  afterEach(() => readers?.stop());
  after(() => folder.dispose());

  const fileOf = (name: string): FoundFile => ({ file: `/${name}`, path: name, named: false, folder: '/' });
  const read = async (names: readonly string[], patience?: number): Promise<readonly TaskResult[]> => {
    readers = createPoolReaders(
      { script: path.join(folder.path, 'worker.cjs'), data: folder.path, count: 2 },
      { make: 'sarif', cwd: '/', all: false, redact: false },
      patience,
    );
    const batches = [names.slice(0, 3), names.slice(3)].map((batch) =>
      readers!.read(
        batch.map((name) => ({ file: fileOf(name), path: name, name, before: undefined, earlier: [] })),
      ),
    );
    return (await Promise.all(batches)).flat();
  };
  /** Names as they come out: what was lost has its reason. */
  const outcome = (results: readonly TaskResult[]): readonly string[] =>
    results.map((result) =>
      typeof result === 'object' && 'reason' in result
        ? result.reason === 'not-text'
          ? result.code
          : result.reason
        : '',
    );

  it('lose only the file that kills its worker', async () => {
    assert.deepEqual(outcome(await read(['a.md', 'dies.md', 'b.md', 'c.md', 'd.md'])), [
      'a.md',
      'too-much',
      'b.md',
      'c.md',
      'd.md',
    ]);
  });

  it('lose only the file that never ends', async () => {
    assert.deepEqual(outcome(await read(['a.md', 'b.md', 'hangs.md', 'c.md'], 4000)), [
      'a.md',
      'b.md',
      'too-much',
      'c.md',
    ]);
  });

  it('end when they are stopped, whatever is being read', async () => {
    const reading = read(['hangs.md']).then(
      () => 'ended',
      () => 'rejected',
    );
    await readers?.stop();
    assert.equal(await reading, 'rejected');
    readers = undefined;
  });
});
