import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { collect, makeReport, makeText, manyCharacters } from './make-report.ts';

describe('report: table', function () {
  this.timeout(60_000);

  it('starts with a byte order mark, ends its lines as RFC 4180 has it and guards formulas', async () => {
    const text = await makeText('csv', [collect(manyCharacters)]);
    assert.ok(text.startsWith('\uFEFFpath,title,kind,date,passage,line,'));
    assert.ok(text.endsWith('\r\n') && !/(?<!\r)\n/.test(text));
    assert.match(text, /,"'=HYPERLINK\(""http/);
    assert.doesNotMatch(text, /secret|#managed/);
  });

  it('is read by another program as it was meant, one row a passage', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'supervision-lens-csv-'));
    try {
      const file = path.join(folder, 'report.csv');
      const record = collect(manyCharacters);
      writeFileSync(file, await makeReport('csv', [record]));
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const rows = await connection.runAndReadAll(
        `select passage, culture, standards, bring, text from read_csv('${file}', header = true) order by line`,
      );
      assert.deepEqual(
        rows.getRows().map(([passage, culture]) => [passage, culture]),
        record.passages.map(({ id, culture }) => [id, culture]),
      );
      assert.equal(rows.getRows()[0]?.[4], 'Zoë’s café visit 😀 went well.');
      assert.deepEqual(rows.getRows()[3]?.slice(2, 4), ['swe4.2', true]);
      connection.closeSync();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
