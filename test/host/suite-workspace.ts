import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readingsFile } from '../helpers/sample-readings.ts';
import { readSamplesInNode } from './node-readings.ts';
import { repositoryRoot } from './repository.ts';

/**
 * Makes the folder that the tests inside VS Code open: a copy, so that a test which saves a file changes nothing
 * that is kept, with the sample records and with what node's server reads in them. Returns its path.
 */
export async function prepareWorkspace(parent: string): Promise<string> {
  const folder = path.join(parent, 'workspace');
  cpSync(path.join(repositoryRoot, 'test', 'vscode', 'workspace'), folder, { recursive: true });
  cpSync(path.join(repositoryRoot, 'samples'), path.join(folder, 'samples'), { recursive: true });
  const readings = await readSamplesInNode(folder);
  writeFileSync(path.join(folder, readingsFile), JSON.stringify(readings));
  return folder;
}
