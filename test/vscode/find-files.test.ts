import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  workspace,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { findFiles } from '../../client/src/find-files.ts';
import { workspaceFolder } from './records.ts';

const folders: Readonly<Record<string, readonly (readonly [string, FileType])[]>> = {
  '/': [
    ['first.md', FileType.File],
    ['photo.png', FileType.File],
    ['north', FileType.Directory],
    ['.git', FileType.Directory],
    ['node_modules', FileType.Directory],
    ['shut', FileType.Directory],
    ['back', FileType.Directory | FileType.SymbolicLink],
  ],
  '/north': [
    ['April notes.MD', FileType.File],
    ['team', FileType.Directory],
  ],
  '/north/team': [['group.markdown', FileType.File]],
  '/.git': [['hidden.md', FileType.File]],
  '/node_modules': [['package.md', FileType.File]],
};

/** A file system such as an extension may bring along: it can be looked into, and not searched. */
const unsearchable: FileSystemProvider = {
  onDidChangeFile: new EventEmitter<[]>().event,
  watch: () => new Disposable(() => undefined),
  stat: ({ path }) => ({
    type: path in folders ? FileType.Directory : FileType.File,
    ctime: 0,
    mtime: 0,
    size: 1,
  }),
  readDirectory: (uri) => {
    const inside = folders[uri.path];
    if (inside === undefined) throw FileSystemError.NoPermissions(uri);
    return inside.map(([name, type]) => [name, type]);
  },
  readFile: (uri) => {
    throw FileSystemError.FileNotFound(uri);
  },
  createDirectory: refuse,
  writeFile: refuse,
  delete: refuse,
  rename: refuse,
};

function refuse(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}

describe('the notes of a folder', () => {
  it('are found by VS Code’s search', async () => {
    const found = await findFiles({ folder: workspaceFolder().toString() });
    assert.ok(found.some((uri) => uri.endsWith('/managed.md')));
    assert.ok(found.some((uri) => uri.endsWith('/samples/journals/week-6.md')));
  });

  it('are found without it too, in a file system that can’t be searched', async () => {
    const registered = workspace.registerFileSystemProvider('supervision-lens-test', unsearchable);
    try {
      const found = await findFiles({ folder: 'supervision-lens-test://mount/' });
      assert.deepEqual([...found].sort(), [
        'supervision-lens-test://mount/first.md',
        'supervision-lens-test://mount/north/April%20notes.MD',
        'supervision-lens-test://mount/north/team/group.markdown',
      ]);
    } finally {
      registered.dispose();
    }
  });
});
