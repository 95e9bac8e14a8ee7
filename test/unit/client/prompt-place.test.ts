import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placeAfterPrompt } from '../../../client/src/commands/prompt-place.ts';

const block = '> **To think about:** Who was asked? <!-- supervision-lens-prompt: who -->';

/** The text before the place that is found once the edit has been applied to a text at an offset. */
function textBefore(text: string, offset: number, newText: string): string {
  const position = TextDocument.create('a', 'markdown', 1, text).positionAt(offset);
  const edit = { range: { start: position, end: position }, newText };
  const changed = TextDocument.create(
    'a',
    'markdown',
    2,
    text.slice(0, offset) + newText + text.slice(offset),
  );
  return changed.getText().slice(0, changed.offsetAt(placeAfterPrompt(edit)));
}

describe('place after an inserted prompt', () => {
  it('is the end of the prompt, after a block', () => {
    assert.ok(textBefore('One\n\nTwo\n', 3, `\n\n${block}`).endsWith(block));
    assert.ok(textBefore('One\n\nTwo\n', 3, `\n\n${block}\n`).endsWith(block));
  });

  it('is found with any line endings', () => {
    assert.ok(textBefore('One\r\n\r\nTwo', 3, `\r\n\r\n${block}\r\n`).endsWith(block));
  });

  it('is found where nothing stood, and within a line', () => {
    assert.equal(textBefore('', 0, `${block}\n`), block);
    assert.equal(textBefore('One', 3, ` ${block}`), `One ${block}`);
  });
});
