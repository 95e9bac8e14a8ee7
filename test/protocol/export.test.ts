import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exportRequest, type ExportParams, type ExportResult } from '../../server/src/protocol.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';
const journal = (date: string, body: string): string =>
  `---\ntype: journal\ndate: ${date}\nauthor: T.\n---\n\n# Journal of ${date}\n\n${body}\n`;
const comments = JSON.stringify([
  {
    creator: { name: 'JP' },
    body: [
      { value: 'What stopped you?', purpose: 'commenting' },
      { value: 'pcf6', purpose: 'tagging' },
    ],
    target: { selector: { type: 'TextQuoteSelector', exact: 'I rang the school' } },
  },
]);

describe('Exporting', () => {
  let pair: ServerPair;
  const memory = createMemoryFiles();
  before(async () => {
    memory.files.set(
      uri,
      journal(
        '2025-01-07',
        `Danny rang from 07700 900123. #humanistic #bring\n\nI rang the school and waited.\n\n${'We went through each visit and its dates in turn. '.repeat(12)}#managed\n\n## Not for the file\n\nThe zebra said so. #bring`,
      ),
    );
    memory.files.set('file:///notes/b.md', journal('2025-02-04', 'We met again. #managed'));
    memory.files.set('file:///notes/plain.md', journal('2025-02-04', 'Nothing chosen.').replace('T.', 'V.'));
    memory.files.set(
      'file:///notes/limited.md',
      journal('2025-03-04', 'Kept between us.').replace('author', 'circulation: T. only\nauthor'),
    );
    memory.files.set(`${uri}.annotations.json`, comments);
    memory.files.set('file:///notes/plain.md.annotations.json', '[]');
    pair = await startPair(fullClient, {}, ['file:///notes'], { platform: memory.platform });
  });
  after(() => pair.dispose());

  const ask = (params: Partial<ExportParams>): Promise<ExportResult> =>
    pair.client.sendRequest(exportRequest, {
      uri,
      what: 'record',
      format: 'html',
      today: '2025-04-01',
      ...params,
    });
  const make = async (
    params: Partial<ExportParams>,
  ): Promise<ExportResult & { outcome: 'made'; text: string }> => {
    const result = await ask(params);
    assert.ok(result.outcome === 'made', JSON.stringify(result));
    const bytes = Buffer.from(result.content, 'base64');
    const zipped = params.format === 'docx' || params.format === 'qdpx';
    const text = zipped
      ? Object.values(unzipSync(bytes))
          .map((content) => strFromU8(content))
          .join('\n')
      : bytes.toString('utf8');
    return { ...result, text };
  };

  it('gives every format, without marks and without what is limited', async () => {
    for (const format of ['html', 'docx', 'csv', 'qdpx'] as const) {
      const { text, fileName, preview } = await make({ format });
      assert.equal(fileName, `a.${format}`);
      assert.match(text, /Danny rang from 07700 900123\./);
      assert.match(text, /What stopped you\?/);
      for (const each of [text, preview]) assert.doesNotMatch(each, /zebra|\[humanistic|#bring/);
      assert.match((await make({ format, withMarks: true })).text, /\[humanistic\]/);
    }
    assert.match((await make({ format: 'qdc' })).text, /<CodeBook/);
  });

  it('takes identifiers out of the file, of its words before it is kept, and of the name', async () => {
    const { text, preview } = await make({ redact: true });
    for (const each of [text, preview]) {
      assert.match(each, /\[name\] rang from \[phone\]/);
      assert.doesNotMatch(each, /Danny|900123/);
    }
    assert.match(text, /Some may have been missed/);
  });

  it('gives a run in the order of its dates, and leaves limited records out of it', async () => {
    const { text, summary, fileName } = await make({ what: 'run' });
    assert.ok(text.indexOf('Journal of 2025-01-07') < text.indexOf('Journal of 2025-02-04'));
    assert.match(text, /Over time: T\./);
    assert.doesNotMatch(text, /Kept between us/);
    assert.equal(summary, '2 records in it.');
    assert.equal(fileName, 'T. 2025-01-07 2025-02-04.html');
  });

  it('gives a panel what was chosen or commented, with capabilities, and the balance only where it is added', async () => {
    const { text, preview, fileName } = await make({ what: 'run', panel: true });
    assert.match(text, /Danny rang/);
    assert.match(text, /What stopped you\?/);
    assert.match(text, /Critical reflection/);
    assert.doesNotMatch(text, /We met again|Share of|Over time|zebra/);
    assert.match(preview, /I rang the school/);
    assert.equal(fileName, 'T. 2025-01-07 2025-02-04 panel.html'.replace(' 2025-02-04', ''));
    assert.match((await make({ what: 'run', panel: true, withProfile: true })).text, /Share of/);
  });

  it('says why there is nothing to hand on', async () => {
    const refused = async (params: Partial<ExportParams>): Promise<string> => {
      const result = await ask(params);
      assert.ok(result.outcome === 'refused', JSON.stringify(result));
      return result.message;
    };
    assert.match(await refused({ uri: 'file:///notes/limited.md' }), /limited, so it isn't handed on/);
    assert.match(await refused({ uri: 'file:///notes/plain.md', panel: true }), /nothing for a panel yet/);
    assert.match(await refused({ uri: 'file:///notes/none.md', what: 'run' }), /isn't read as a record/);
    memory.files.set('file:///notes/plain.md.annotations.json', '{');
    assert.match(
      await refused({ uri: 'file:///notes/plain.md' }),
      /plain\.md\.annotations\.json can't be read/,
    );
    await assert.rejects(ask({ format: 'pdf' as 'html' }));
  });
});
