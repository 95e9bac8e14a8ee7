import { holdRecord } from './hold-record.ts';

/** What `npm run fuzz` found and was mended since: each by what was wrong. */
const finds: Readonly<Record<string, string>> = {
  'a comment that nobody closed, with a line that isn’t the end of it':
    '---\r\ncirculation: 0o7\r\n---\r\n\r\n[[| a | b |\n|---|---|\n| c |"<!-- culture:\n--!>x',
};

describe('Found by fuzzing', () => {
  for (const [name, text] of Object.entries(finds))
    for (const at of [0, 0.5, 0.99]) it(`${name}, at ${at}`, () => holdRecord(text, at));
});
