import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { sourceText } from '../../../server/src/report/qda/source-text.ts';
import { repositoryRoot } from '../../host/repository.ts';
import { nastyMarkdown } from '../../helpers/nasty-markdown.ts';
import { collect, makeReport, makeText, manyCharacters } from './make-report.ts';
import { readProject } from './read-project.ts';

const projectSchema = readFileSync(
  path.join(repositoryRoot, 'test', 'schemas', 'refi-qda-project-1.0.xsd'),
  'utf8',
);
// The standard's codebook has a schema of its own, with the same types under another name.
const codebookSchema = projectSchema
  .replaceAll('urn:QDA-XML:project:1.0', 'urn:QDA-XML:codebook:1.0')
  .replace(
    '<xsd:element name="Project" type="ProjectType">',
    '<xsd:element name="CodeBook" type="CodeBookType">',
  )
  .replace(
    /(<xsd:element name="Codes" type="CodesType"\/>\s*<\/xsd:sequence>)/,
    '$1<xsd:attribute name="origin" type="xsd:string"/>',
  );

async function errorsOf(xml: string, schema: string): Promise<string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'project.xml', contents: xml }],
    schema: [{ fileName: 'schema.xsd', contents: schema }],
  });
  return result.valid ? [] : result.errors.map(({ message }) => message);
}

describe('report: REFI-QDA', function () {
  this.timeout(60_000);
  const comment = {
    id: '1',
    thread: '1',
    kind: undefined,
    passage: 0,
    quotation: 'café',
    author: 'JP',
    created: '2025-03-05',
    text: 'Tell us <more> & why.',
    capabilities: ['pcf6'],
  };

  it('is valid by the standard’s schema, which refuses what isn’t', async () => {
    const { xml } = readProject(
      await makeReport('qdpx', [
        collect(manyCharacters, { comments: [comment, { ...comment, passage: undefined, quotation: '' }] }),
      ]),
    );
    assert.deepEqual(await errorsOf(xml, projectSchema), []);
    assert.notDeepEqual(await errorsOf(xml.replace('startPosition', 'startPlace'), projectSchema), []);
    assert.deepEqual(await errorsOf(await makeText('qdc', []), codebookSchema), []);
  });

  it('gives back every passage where it stands, with its codes and comments', async () => {
    const record = collect(manyCharacters, { comments: [comment] });
    const [source] = readProject(await makeReport('qdpx', [record])).sources;
    assert.equal(source?.name, 'notes/first.md');
    assert.deepEqual(
      source.selections.map(({ text }) => text),
      record.passages.map(({ text }) => text),
    );
    assert.equal(source.selections[0]?.text, 'Zoë’s café visit 😀 went well.');
    assert.ok(source.selections[0].codes.includes('managed'));
    assert.deepEqual(source.selections[0].notes, [
      'Tell us <more> & why.\n#pcf6: Critical reflection and analysis',
    ]);
    assert.ok(source.selections[2]?.codes.includes('democratic'));
    assert.ok(!source.text.includes('\r') && !source.text.includes('secret'));
    assert.ok(source.text.startsWith('type: supervision\n\ndate: 2025-03-04\n\nSupervision 👩🏽‍🤝‍👩🏻'));
  });

  it('keeps marks in sources only where they are asked for', async () => {
    const plain = readProject(await makeReport('qdpx', [collect(manyCharacters)])).sources[0]!;
    assert.doesNotMatch(plain.text, /managed|#bring|<!--|\[democratic\]/);
    const marked = readProject(await makeReport('qdpx', [collect(manyCharacters, { withMarks: true })]))
      .sources[0]!;
    assert.match(marked.text, /\[managed\][\s\S]*\[democratic\][\s\S]*#bring/);
  });

  it('takes identifiers out and keeps positions right', async () => {
    const redact = (text: string): string => text.replace(/Zoë/g, '[name]');
    const source = readProject(await makeReport('qdpx', [collect(manyCharacters, { redact })])).sources[0]!;
    assert.equal(source.selections[0]?.text, '[name]’s café visit 😀 went well.');
    assert.doesNotMatch(source.text, /Zoë/);
  });

  it('is the same file twice', async () => {
    const records = [collect(manyCharacters)];
    assert.deepEqual(await makeReport('qdpx', records), await makeReport('qdpx', records));
  });

  it('finds any text again by codepoints', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }), (texts) => {
        const { text, places } = sourceText(texts.map((each, passage) => ({ text: each, passage })));
        const points = Array.from(text);
        texts.forEach((each, index) => {
          const { start, end } = places.get(index)!;
          const found = points.slice(start, end).join('');
          assert.equal(Array.from(found).length, end - start);
          if (/^[\w ]*$/.test(each)) assert.equal(found, each);
        });
      }),
    );
  });

  it('is valid for whatever a record holds', async () => {
    const records = fc
      .sample(nastyMarkdown, { numRuns: 30, seed: 7 })
      .map((text, index) => collect(text, { path: `n${index}.md` }));
    const project = readProject(await makeReport('qdpx', records));
    assert.deepEqual(await errorsOf(project.xml, projectSchema), []);
  });
});
