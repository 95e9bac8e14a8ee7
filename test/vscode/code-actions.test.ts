import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, workspace, type CodeAction, type Diagnostic, type Uri } from 'vscode';
import { foldedActionKinds } from '../../server/src/protocol.ts';
import { copyOfManaged, ruleId, waitForFinding, waitForText } from './records.ts';

const resolved = 20;

describe('code actions', () => {
  it('insert a prompt, in one step that one undo takes back', async () => {
    const { document } = await copyOfManaged('to-prompt.md');
    const before = document.getText();
    const finding = await waitForFinding(document.uri, 'purely-managed');
    const action = (await actionsAt(document.uri, finding)).find(insertsPrompt);
    assert.ok(action?.edit, 'a prompt is offered');
    await workspace.applyEdit(action.edit);
    const text = await waitForText(document, (each) => each !== before);
    assert.match(text, /^> \*\*To think about:\*\* .+ <!-- supervision-lens-prompt: [a-z0-9-]+ -->$/m);
    assert.equal(text.replace(/^> \*\*To think about:.*\n\n?/m, '').trimEnd(), before.trimEnd());
    await commands.executeCommand('undo');
    assert.equal(await waitForText(document, (each) => each === before), before);
  });

  it('keep the line endings of a file from Windows', async () => {
    const { document } = await copyOfManaged('windows.md', '\r\n');
    const finding = await waitForFinding(document.uri, 'purely-managed');
    const action = (await actionsAt(document.uri, finding)).find(insertsPrompt);
    assert.ok(action?.edit, 'a prompt is offered');
    await workspace.applyEdit(action.edit);
    const text = await waitForText(document, (each) => each.includes('supervision-lens-prompt'));
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('offer to switch a rule off in the file', async () => {
    const { document } = await copyOfManaged('to-switch.md');
    const finding = await waitForFinding(document.uri, 'purely-managed');
    assert.ok((await actionsAt(document.uri, finding)).some(({ title }) => title === 'Not this…'));
    const added = (await actionsAt(document.uri, finding, foldedActionKinds.switchOff)).map(newText);
    assert.ok(added.some((each) => each.includes('<!-- supervision-lens-disable-file purely-managed -->')));
  });
});

async function actionsAt(uri: Uri, finding: Diagnostic, kind?: string): Promise<CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    finding.range,
    kind,
    resolved,
  );
  assert.ok(actions.length > 0, `something is offered for ${ruleId(finding)}`);
  return actions;
}

function insertsPrompt(action: CodeAction): boolean {
  return newText(action).includes('supervision-lens-prompt');
}

function newText({ edit }: CodeAction): string {
  const edits = edit?.entries().flatMap(([, each]) => each) ?? [];
  return edits.map((each) => each.newText).join('\n');
}
