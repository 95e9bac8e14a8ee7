import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, MarkdownString, Position, type CodeLens, type CompletionList, type Hover } from 'vscode';
import { createRecord, openRecord, waitForFinding } from './records.ts';

describe('what a record reads as', () => {
  it('is told by the hover over a passage', async () => {
    const { document } = await openRecord('managed.md');
    await waitForFinding(document.uri, 'purely-managed');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('Caseload')),
    );
    assert.match(hovers.map(hoverText).join('\n'), /about the work/);
  });

  it('stands above the title as a code lens', async () => {
    const { document } = await openRecord('managed.md');
    await waitForFinding(document.uri, 'purely-managed');
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const title = document.positionAt(document.getText().indexOf('# Supervision')).line;
    const onTitle = lenses
      .filter(({ range }) => range.start.line === title)
      .map(({ command }) => command?.title);
    assert.ok(
      onTitle.some((each) => /mostly the work/i.test(each ?? '')),
      onTitle.join(' | '),
    );
  });

  it('leaves other Markdown without lenses and hovers', async () => {
    const { document } = await openRecord('shopping.md');
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(2, 2),
    );
    assert.deepEqual([lenses.length, hovers.length], [0, 0]);
  });
});

describe('completion', () => {
  it('offers the tags after a hash', async () => {
    const text =
      '---\ntype: supervision\n---\n\n# Supervision\n\nT. was tired, and we sat for a while. #hum\n';
    const { document } = await createRecord('to-tag.md', text);
    await waitForFinding(document.uri, 'header-incomplete');
    const position = document.positionAt(text.indexOf('#hum') + 4);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('#humanistic'), labels.join(' '));
  });
});

function hoverText({ contents }: Hover): string {
  return contents.map((each) => (each instanceof MarkdownString ? each.value : '')).join('\n');
}
