import assert from 'node:assert/strict';
import { balanceRequest, type Balance, type BalanceResult } from '../../server/src/protocol.ts';
import { startPair, type ServerPair } from './server-pair.ts';

const uri = 'file:///notes/a.md';
const work =
  'Visits are in timescale and the review is due on the twelfth with the chronology still to do. #managed';
const person =
  'She sat in the car and we stayed with that for a good long while, and made no plan. #humanistic';
const note = (body: string): string =>
  `---\ntype: supervision\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: Z.\n---\n\n# Supervision\n\n${body}\n`;

describe('The balance of a record', () => {
  let pair: ServerPair;
  beforeEach(async () => {
    pair = await startPair();
  });
  afterEach(() => pair.dispose());

  const ask = (of = uri): Promise<BalanceResult> =>
    pair.client.sendRequest<BalanceResult>(balanceRequest, { uri: of });
  const balanceOf = async (text: string): Promise<Balance> => {
    await pair.open(uri, text);
    const balance = await ask();
    assert.ok(balance !== null);
    return balance;
  };

  it('gives shares that sum to 1 with the passages behind them, in their places', async () => {
    const { cultures, title, words, run } = await balanceOf(note(`${work}\n\n${person}\n\n${work}`));
    const [professional, managed, humanistic] = cultures;
    assert.equal(title, 'Supervision');
    assert.equal(words, 18 + 19 + 18);
    assert.ok(Math.abs(cultures.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
    assert.equal(managed?.name, 'the work');
    assert.deepEqual(
      managed.passages.shown.map(({ range }) => range.start.line),
      [9, 13],
    );
    assert.deepEqual(
      humanistic?.passages.shown.map(({ range }) => range.start.line),
      [11],
    );
    assert.deepEqual(professional?.passages, { shown: [], limited: 0 });
    assert.ok(cultures.every(({ guessed }) => guessed === 0));
    assert.equal(run, null);
  });

  it('says which part of the shares was hard to tell', async () => {
    const { cultures, others } = await balanceOf(
      note(`${work}\n\nFriday then, the other thing, hm, as she put it.`),
    );
    const undecided = others.find(({ id }) => id === 'undecided');
    const guessed = cultures.reduce((sum, part) => sum + part.guessed, 0);
    assert.equal(guessed > 0, (undecided?.passages.shown.length ?? 0) > 0);
    for (const part of cultures) assert.ok(part.guessed <= part.share + 1e-9);
  });

  it('shows no words of passages whose circulation is limited, and says that they are counted', async () => {
    const { cultures, strengths } = await balanceOf(note(`${work}\n\n## Not for the file\n\n${person}`));
    const humanistic = cultures.find(({ culture }) => culture === 'humanistic');
    assert.deepEqual(humanistic?.passages, { shown: [], limited: 1 });
    assert.ok(humanistic.share > 0);
    assert.ok(!JSON.stringify([cultures, strengths]).includes('in the car'));
  });

  it('follows the text, and is null for what is no record', async () => {
    await balanceOf(note(work));
    await pair.change(uri, note(person), 2);
    const balance = await ask();
    assert.equal(balance?.version, 2);
    assert.equal(balance.cultures.find(({ culture }) => culture === 'humanistic')?.share, 1);
    await pair.open('file:///notes/shopping.md', '# Shopping\n\nMilk.\n');
    assert.equal(await ask('file:///notes/shopping.md'), null);
    assert.equal(await ask('file:///notes/none.md'), null);
  });
});
