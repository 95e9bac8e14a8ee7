import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Uri, extensions, workspace } from 'vscode';
import {
  readSamples,
  readingsFile,
  samplePaths,
  type SampleReading,
  type SendRequest,
} from '../helpers/sample-readings.ts';
import { openRecord, workspaceFolder } from './records.ts';

interface Api {
  readonly client: {
    readonly sendRequest: SendRequest;
    readonly code2ProtocolConverter: { asUri: (uri: Uri) => string };
  };
  readonly ready: Promise<void>;
}

describe('the samples', () => {
  it('read exactly as by node’s server: cultures, how sure, and findings', async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(workspaceFolder(), readingsFile));
    const expected = JSON.parse(new TextDecoder().decode(bytes)) as readonly SampleReading[];
    for (const path of samplePaths) await openRecord(path);
    const api = await extensions.getExtension<Api>('supervision-lens.supervision-lens')?.activate();
    assert.ok(api);
    await api.ready;
    const folder = api.client.code2ProtocolConverter.asUri(workspaceFolder());
    const readings = await readSamples(folder, (method, params) => api.client.sendRequest(method, params));
    assert.ok(readings.flatMap(({ passages }) => passages).length > 80);
    assert.ok(readings.flatMap(({ findings }) => findings).length > 4);
    for (const [index, reading] of readings.entries()) assert.deepEqual(reading, expected[index]);
  });
});
