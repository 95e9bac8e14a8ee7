import assert from 'node:assert/strict';
import type { TemporaryFolder } from '../host/temporary-folder.ts';
import { runCli } from './built-cli.ts';
import { createNoteFolder } from './note-folder.ts';

const note = '# Supervision 4 March 2025\n\nWe met at the flat.\n\nShe laughed at that and left.\n';
const page = (exact: string): string =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: [
      {
        id: 'urn:uuid:1',
        type: 'Annotation',
        motivation: 'classifying',
        body: [{ type: 'TextualBody', value: 'democratic', purpose: 'classifying' }],
        target: { source: 'note.md', selector: [{ type: 'TextQuoteSelector', exact }] },
      },
    ],
  });

describe('check, with marks beside a record', function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  before(() => {
    folder = createNoteFolder({
      'note.md': note,
      'note.md.annotations.json': page('She laughed at that and left.'),
      'gone.md': note,
      'gone.md.annotations.json': page('The zebra was late for the review on Tuesday again.'),
      'broken.md': note,
      'broken.md.annotations.json': '{ "items": [1,] }',
    });
  });
  after(() => folder.dispose());

  it('reads them as the editor does, and tells what it can’t', async () => {
    const { code, output, errors } = await runCli(['check', '--format', 'json', '.'], { cwd: folder.path });
    assert.deepEqual([code, errors], [0, '']);
    const { records } = JSON.parse(output) as {
      records: {
        path: string;
        passages: { culture: string; origin: string }[];
        findings: { rule: string; message: string }[];
      }[];
    };
    const read = (path: string): (typeof records)[number] => {
      const found = records.find((record) => record.path === path);
      assert.ok(found);
      return found;
    };
    const told = (path: string): string[] =>
      read(path).findings.flatMap(({ rule, message }) => (rule === 'unknown-tag' ? [message] : []));
    assert.deepEqual(
      read('note.md').passages.map(({ origin }) => origin),
      ['inferred', 'tag'],
    );
    assert.equal(read('note.md').passages[1]?.culture, 'democratic');
    assert.deepEqual(told('note.md'), []);
    assert.match(told('gone.md')[0] ?? '', /1 mark beside this record/);
    assert.match(told('broken.md')[0] ?? '', /can't be read at 1:15/);
    assert.doesNotMatch(output, /zebra/);
  });
});
