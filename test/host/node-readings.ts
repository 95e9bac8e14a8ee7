import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSamples, samplePaths, type SampleReading } from '../helpers/sample-readings.ts';
import { initializeServer, startStdioServer } from '../helpers/stdio-server.ts';

/** What node's server, as built, reads in the samples of a copy of the tests' workspace. */
export async function readSamplesInNode(folder: string): Promise<readonly SampleReading[]> {
  const server = startStdioServer();
  try {
    const root = pathToFileURL(folder).toString();
    await initializeServer(
      server,
      { textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } } },
      root,
    );
    for (const each of samplePaths) {
      await server.client.sendNotification('textDocument/didOpen', {
        textDocument: {
          uri: `${root}/${each}`,
          languageId: 'markdown',
          version: 1,
          text: readFileSync(path.join(folder, each), 'utf8'),
        },
      });
    }
    const readings = await readSamples(root, (method, params) => server.client.sendRequest(method, params));
    await server.client.sendRequest('shutdown');
    await server.client.sendNotification('exit');
    await server.ended;
    return readings;
  } finally {
    server.client.dispose();
    server.process.kill();
  }
}
