import assert from 'node:assert/strict';
import fc from 'fast-check';
import { every, exampleOfRun, months } from '../../server/src/runs/rules/example-runs.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { createTestIndex, describeIndex } from '../helpers/test-index.ts';

const roots = ['file:///a', 'file:///b'];
const paths = ['/1.md', '/2.md', '/x/3.md', '/x/4.md', '/x/y/5.md'];
const file = fc
  .tuple(fc.constantFrom(...roots), fc.constantFrom(...paths))
  .map(([root, path]) => root + path);

const record = fc
  .record({
    date: fc.constantFrom(...months, '5 March'),
    person: fc.constantFrom('T.', 'RM', 'T. and RM'),
    cultures: fc.constantFrom(['managed'] as const, every, ['humanistic'] as const),
    more: fc.constantFrom(
      [],
      ['- [ ] T. to ring the school by Friday #bring'],
      ['## For the group', 'How do others say no?'],
      ['## Not for the file', 'She told me of the zebra. #bring'],
    ),
  })
  .map(exampleOfRun);
const text = fc.oneof(
  { weight: 5, arbitrary: record },
  {
    weight: 1,
    arbitrary: record.map((each) => each.replace('supervisor: KL', 'circulation: T. and KL only')),
  },
  {
    weight: 1,
    arbitrary: record.map((each) => each.replace('supervisor: KL', 'supervisor: BB\nteam: South')),
  },
  { weight: 1, arbitrary: fc.constant('# Shopping\n\n- Bread\n') },
);
const configuration = fc.constantFrom(
  undefined,
  'rules:\n  managed-run: off\n',
  'runs:\n  - files: "**/3.md"\n    person: Z.\n',
  'rules: [',
);

type Step =
  | { readonly do: 'write' | 'open'; readonly file: string; readonly text: string }
  | { readonly do: 'delete' | 'close'; readonly file: string }
  | { readonly do: 'rename'; readonly file: string; readonly to: string }
  | { readonly do: 'configure'; readonly folder: string; readonly text: string | undefined }
  | { readonly do: 'wait' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('write' as const, 'open' as const), file, text }),
  fc.record({ do: fc.constantFrom('delete' as const, 'close' as const), file }),
  fc.record({ do: fc.constant('rename' as const), file, to: file }),
  fc.record({
    do: fc.constant('configure' as const),
    folder: fc.constantFrom('file:///a', 'file:///a/x', 'file:///b'),
    text: configuration,
  }),
  fc.record({ do: fc.constant('wait' as const) }),
);

describe('The index of records', () => {
  it('says the same after any changes as one that is made afresh', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(file, text), { maxLength: 6 }),
        fc.array(step, { maxLength: 14 }),
        async (first, steps) => {
          const memory = createMemoryFiles(first);
          const kept = createTestIndex(memory, roots);
          const { index, open } = kept;
          let configured = false;
          for (const each of steps) {
            switch (each.do) {
              case 'write':
                memory.files.set(each.file, each.text);
                index.touch(each.file);
                break;
              case 'open':
                open.set(each.file, each.text);
                index.touch(each.file);
                break;
              case 'delete':
                memory.files.delete(each.file);
                index.touch(each.file);
                break;
              case 'close':
                open.delete(each.file);
                index.touch(each.file);
                break;
              case 'rename': {
                const moved = memory.files.get(each.file);
                if (moved === undefined) break;
                memory.files.delete(each.file);
                memory.files.set(each.to, moved);
                index.touch(each.file);
                index.touch(each.to);
                break;
              }
              case 'configure': {
                // The last one that worked stays in force, which a fresh index can't know of.
                if (each.text === 'rules: [' && configured) break;
                configured = true;
                const uri = `${each.folder}/.supervision-lens.yaml`;
                if (each.text === undefined) memory.files.delete(uri);
                else memory.files.set(uri, each.text);
                kept.reconfigure();
                break;
              }
              case 'wait':
                await index.idle();
            }
          }
          await index.idle();
          const fresh = createTestIndex(memory, roots, new Map(open));
          await fresh.index.idle();
          assert.deepEqual(kept.errors, []);
          assert.deepEqual(describeIndex(kept), describeIndex(fresh));
        },
      ),
      { numRuns: 60 },
    );
  });
});
