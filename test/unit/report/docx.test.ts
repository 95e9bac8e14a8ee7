import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { findExecutable } from '../../host/find-executable.ts';
import { collect, makeReport, manyCharacters } from './make-report.ts';

describe('report: Word', function () {
  this.timeout(180_000);

  it('is a package of well-formed parts, with its words and real headings', async () => {
    const files = unzipSync(await makeReport('docx', [collect(manyCharacters)]));
    for (const name of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml'])
      assert.ok(name in files, name);
    const parts = Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/.test(name));
    for (const [fileName, content] of parts) {
      const { valid, errors } = await validateXML({
        xml: [{ fileName, contents: strFromU8(content) }],
        // Any schema will do that knows no element: only faults of form are looked at.
        schema: [
          { fileName: 'none.xsd', contents: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>' },
        ],
      });
      const faults = errors.filter(({ message }) => message.includes('parser error'));
      assert.deepEqual([fileName, valid, faults], [fileName, false, []]);
    }
    const text = strFromU8(files['word/document.xml']!);
    assert.match(text, /w:val="Heading1"[\s\S]*café visit 😀/);
    assert.doesNotMatch(text, /secret|#managed/);
  });

  it('begins a page with each record after the first, and tells at its end of comments whose words are gone', async () => {
    const stray = {
      ...{ id: '1', thread: '1', kind: undefined, passage: undefined, quotation: 'taken out since' },
      ...{ author: 'JP', created: '2025-03-05', text: 'Was it hard?', capabilities: [] },
    };
    const open = manyCharacters.replace('## Not for the file', '## More');
    const files = unzipSync(
      await makeReport('docx', [collect(open, { comments: [stray] }), collect(open, { path: 'b.md' })]),
    );
    const text = strFromU8(files['word/document.xml']!);
    assert.equal(text.match(/<w:pageBreakBefore\/>/g)?.length, 1);
    assert.match(text, /words that aren(?:'|&apos;)t in the note any more[\s\S]*Was it hard\?/);
    assert.doesNotMatch(text, /taken out since/);
    assert.ok(Object.keys(files).some((name) => name.startsWith('word/footer')));
  });

  const office = findExecutable('soffice', 'libreoffice');
  it(`is opened by ${office === undefined ? 'no word processor here: only its parts were looked at' : 'LibreOffice, all words in it'}`, async () => {
    const bytes = await makeReport('docx', [collect(manyCharacters)]);
    if (office === undefined) {
      assert.ok(bytes.length > 1000);
      return;
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'supervision-lens-docx-'));
    try {
      writeFileSync(path.join(folder, 'report.docx'), bytes);
      execFileSync(
        office,
        [
          `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'txt:Text (encoded):UTF8',
          '--outdir',
          folder,
          path.join(folder, 'report.docx'),
        ],
        { stdio: 'ignore' },
      );
      const text = readFileSync(path.join(folder, 'report.txt'), 'utf8');
      assert.match(text, /What this reading is not for/);
      assert.match(text, /Zoë’s café visit 😀 went well\./);
      assert.match(text, /We decided together & "signed" <it>\./);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
