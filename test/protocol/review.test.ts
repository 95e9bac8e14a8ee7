import assert from 'node:assert/strict';
import {
  commentsRequest,
  editCommentsRequest,
  reviewRequest,
  type CommentChange,
  type CommentsResult,
  type EditCommentsResult,
  type ReviewResult,
} from '../../server/src/protocol.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';
const sidecar = `${uri}.annotations.json`;
const head = '---\ntype: journal\ndate: 2025-01-07\nauthor: T.\n---\n\n# Journal\n\n';
const text = `${head}I was not sure what to say to her. #bring\n\n## Not for the file\n\nThe zebra was not sure what to say. #bring\n`;

describe('The review of a run', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());
  const memory = createMemoryFiles();
  const start = async (files: readonly (readonly [string, string])[]): Promise<void> => {
    memory.files.clear();
    for (const [name, content] of files) memory.files.set(name, content);
    pair = await startPair(fullClient, {}, ['file:///notes'], { platform: memory.platform });
  };
  const edit = (change: CommentChange): Promise<EditCommentsResult> =>
    pair.client.sendRequest(editCommentsRequest, { uri, author: 'JP', now: '2025-01-08T09:00:00Z', change });
  const list = (): Promise<CommentsResult> => pair.client.sendRequest(commentsRequest, { uri });
  const add = (line: number): CommentChange => ({
    type: 'add',
    position: { line, character: 0 },
    text: 'What stopped you?',
    kind: 'say-more',
  });

  it('shows what was marked with its comments, and nothing limited', async () => {
    await start([[uri, text]]);
    const written = await edit(add(8));
    assert.ok(written.outcome === 'write' && written.before === null && written.sidecar === sidecar);
    memory.files.set(sidecar, written.text);
    assert.equal((await edit(add(12))).outcome, 'refused');
    const { review } = await pair.client.sendRequest<ReviewResult>(reviewRequest, { uri });
    const [record] = review?.records ?? [];
    assert.deepEqual(
      record?.passages.map(({ why, comments }) => [why, comments.map((each) => each.kindWords)]),
      [['Marked to bring', ['Say more']]],
    );
    assert.doesNotMatch(JSON.stringify(review), /zebra/);
    assert.equal((await list()).passages.length, 1);
  });

  it('keeps a comment on its passage, and says so when that is gone', async () => {
    await start([[uri, text]]);
    const written = await edit(add(8));
    assert.ok(written.outcome === 'write');
    memory.files.set(sidecar, written.text);
    memory.files.set(uri, text.replace('# Journal\n', '# Journal\n\nA new beginning.\n'));
    assert.equal((await list()).threads[0]?.range?.start.line, 10);
    memory.files.set(uri, `${head}We met.\n`);
    const [thread] = (await list()).threads;
    assert.deepEqual([thread?.range, thread?.quotation], [null, 'I was not sure what to say to her.']);
  });

  it('never writes over a file that it can’t read, and says where the fault is', async () => {
    await start([
      [uri, text],
      [sidecar, '{ "items": [1,] }'],
    ]);
    const refused = await edit(add(8));
    assert.ok(refused.outcome === 'refused');
    assert.match(refused.message, /a\.md\.annotations\.json.*1:15/);
    assert.equal((await list()).problem, refused.message);
  });
});
