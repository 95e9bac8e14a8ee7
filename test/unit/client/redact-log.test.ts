import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { redactMessage, redactOutputLine } from '../../../client/src/output/redact-log.ts';

describe('messages for the log', () => {
  it('keep the first line, which is the program’s own', () => {
    assert.equal(redactMessage('Read 3 records, 41 passages.'), 'Read 3 records, 41 passages.');
  });

  it('lose the words of an error, but not its kind, code and place', () => {
    const message = [
      'Request textDocument/hover failed.',
      '  Message: T. said that she was tired',
      '  Code: -32603 ',
      "SyntaxError: Unexpected token 'T. said'",
      '    at readRecord (/home/kl/extensions/lens/dist/server/node.js:12:34)',
      '    at file:///C:/Users/Sarah/lens/dist/server/node.js:56:7',
      '    at async Promise.all (index 0)',
    ].join('\n');
    assert.equal(
      redactMessage(message),
      [
        'Request textDocument/hover failed.',
        '  Code: -32603',
        '    at readRecord (node.js:12:34)',
        '    at node.js:56:7',
      ].join('\n'),
    );
  });

  it('lose file names, which may hold somebody’s name', () => {
    assert.equal(
      redactMessage('Document pull failed for text document file:///home/kl/Sarah%20B/2024.md'),
      'Document pull failed for text document (file)',
    );
    assert.equal(redactMessage('Could not read /home/kl/Sarah B/note.md'), 'Could not read (file)');
    assert.equal(redactMessage('Could not read C:\\Notes\\Sarah B\\note.md'), 'Could not read (file)');
    assert.equal(
      redactMessage('Request supervisionLens/prompts failed.'),
      'Request supervisionLens/prompts failed.',
    );
  });

  it('lose the words of an error that stands first', () => {
    assert.equal(redactMessage('Error: T. said\n    at x (a.js:1:2)'), 'Error\n    at x (a.js:1:2)');
    assert.equal(redactMessage('Error handling is fine.'), 'Error handling is fine.');
  });
});

describe('lines that a crashing server prints', () => {
  it('are kept where they say the kind of error or a place in the code', () => {
    assert.equal(redactOutputLine('TypeError: "T. said" is not iterable'), 'TypeError');
    assert.equal(
      redactOutputLine('    at Module._compile (node:internal/modules/cjs/loader:1554:14)'),
      '    at Module._compile (loader:1554:14)',
    );
  });

  it('are dropped where they may quote anything', () => {
    for (const line of ['const text = "T. said";', '  T. was tired', '^', '', 'Error in the note of T.']) {
      assert.equal(redactOutputLine(line), undefined, line);
    }
  });
});
