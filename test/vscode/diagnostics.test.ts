import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DiagnosticSeverity, WorkspaceEdit, workspace } from 'vscode';
import {
  copyOfManaged,
  createRecord,
  openRecord,
  ruleIds,
  waitForFinding,
  waitForNoFinding,
} from './records.ts';

describe('diagnostics', () => {
  it('stand on the title, as information, and say where they come from', async () => {
    const { document } = await openRecord('managed.md');
    const finding = await waitForFinding(document.uri, 'purely-managed');
    assert.equal(document.getText(finding.range), 'Supervision, 4 March 2025');
    assert.equal(finding.severity, DiagnosticSeverity.Information);
    assert.equal(finding.source, 'Supervision Lens');
    const evidence =
      finding.relatedInformation?.map(({ location }) => document.getText(location.range)) ?? [];
    assert.ok(evidence.length > 0, 'it names passages');
    for (const passage of evidence) assert.match(passage, /^[A-Z][^#]+\.$/);
  });

  it('leave other Markdown in peace', async () => {
    const { document: other } = await openRecord('shopping.md');
    // The finding in a record that was opened later shows that the server has had its say about both.
    const { document } = await createRecord(
      'later.md',
      '---\ntype: supervision\n---\n\n# Supervision\n\nAll well.\n',
    );
    await waitForFinding(document.uri, 'header-incomplete');
    assert.deepEqual(ruleIds(other.uri), []);
  });

  it('follow the text as it is edited', async () => {
    const { document } = await copyOfManaged('to-edit.md');
    await waitForFinding(document.uri, 'purely-managed');
    const off = new WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    off.insert(document.uri, end, '\n<!-- supervision-lens-disable-file purely-managed -->\n');
    await workspace.applyEdit(off);
    await waitForNoFinding(document.uri, 'purely-managed');
  });
});
