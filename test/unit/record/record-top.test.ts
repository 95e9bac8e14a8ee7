import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecordReader } from '../../../server/src/record/read-record.ts';
import { recordTop, untilSecondHeading } from '../../../server/src/record/record-top.ts';
import { runKeyOf } from '../../../server/src/runs/run-key.ts';
import { repositoryRoot } from '../../host/repository.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

describe('the top of a record', () => {
  const nasty = [
    '',
    '# A',
    '\uFEFF\r\n# Supervision with T. 10.04.24\r\n\r\n**Date:** 3/4/24\r\n\r\n## Next\r\n\r\n**Supervisee:** X.\r\n',
    '---\n# a comment\n# another\ntype: log\nstudent: RP\n---\n\n# Log\n\n# Second\n',
    'Supervision\n===========\n\n**Supervisee:** T.\n\n# One\n\n**Date:** 3/4/2024\n\n# Two\n',
    '```\n# no heading\n\n# nor this\n```\n\n# Supervision with BP\n\n**Date:** 3/4/2024\n',
    '> # Quoted\n\n# Supervision with BP\n\n**Date:** 3/4/2024\n\n## More\n',
    '#hashtag\n\n#other\n\n# Supervision with BP, 3/4/2024\n',
    '| Supervisee | T. |\n|---|---|\n| Date | 3/4/2024 |\n\n# Supervision\n\n| Team | North |\n|---|---|\n',
  ];
  it('says of run and day what the whole record says', () => {
    const reader = createRecordReader(testKnowledge().vocabulary);
    const corpus = path.join(repositoryRoot, 'corpus', 'records');
    const texts = readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name), 'utf8'));
    assert.ok(texts.length > 100);
    let shortened = 0;
    for (const text of [...texts, ...nasty]) {
      const part = untilSecondHeading(recordTop(text));
      if (part.length < text.length / 2) shortened++;
      const [{ record: whole }, { record: top }] = [reader.read(text), reader.read(part)];
      const about = ({ header, recognition, sections }: typeof whole): unknown => [
        header.map(({ key, value, span }) => [key, value, span.start]),
        recognition.origin === 'content' ? 'content' : recognition,
        sections[0]?.title,
      ];
      assert.deepEqual(about(top), about(whole));
      if (whole.recognition.origin !== 'content')
        assert.deepEqual(runKeyOf(top, { folders: ['KL'] }), runKeyOf(whole, { folders: ['KL'] }));
    }
    assert.ok(shortened > texts.length / 3);
  });
});
