import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser } from 'playwright-core';
import { chromiumLaunchOptions } from '../../host/chromium.ts';
import { collect, makeText, manyCharacters } from './make-report.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('report: page', function () {
  this.timeout(120_000);
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await chromiumLaunchOptions());
  });
  after(() => browser.close());

  const comments = [
    {
      id: '1',
      thread: '1',
      kind: undefined,
      passage: 0,
      quotation: '',
      author: 'JP',
      created: '2025-03-05',
      text: 'Why <so>?',
      capabilities: ['pcf2'],
    },
  ];
  const summary = {
    runs: [
      {
        by: 'person' as const,
        key: 'T.',
        records: [
          { path: 'a.md', date: '2025-03-04', kind: 'supervision' as const, words: 'Mostly the work' },
        ],
      },
    ],
    limited: 2,
    skipped: [{ path: 'b.md', reason: 'it can’t be read' }],
  };

  it('says first what it isn’t for, then what is done well, and holds no script', async () => {
    const page = await makeText('html', [collect(manyCharacters, { comments })], {}, summary);
    const order = [
      'What this reading is not for',
      'Passages by what',
      'Over time: T.',
      'Standards that',
      'Not in this report',
    ];
    const places = order.map((words) => page.indexOf(words));
    assert.ok(places.every((place, index) => place > (places[index - 1] ?? 0)));
    assert.doesNotMatch(page, /<script|https?:\/\/(?!x&)|secret|#managed/);
    assert.match(page, /Why &lt;so&gt;\?/);
    assert.match(page, /1 passage isn&#39;t shown here because of limited circulation/);
  });

  /** With words enough for shares to be shown. */
  const long = `${manyCharacters}\r\n## More\r\n\r\n${'We went through every visit and its dates in turn. '.repeat(12)}#managed\r\n`;
  for (const colorScheme of ['light', 'dark'] as const)
    it(`has nothing that axe would ask about, ${colorScheme}`, async () => {
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      await page.setContent(
        await makeText('html', [collect(long, { comments })], { nation: 'england' }, summary),
      );
      await page.evaluate(axe);
      const found = await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] }).then((r) => ({ violations: r.violations.map((v) => `${v.id}: ${v.nodes[0].html}`), passes: r.passes.length }))',
      );
      const { violations, passes } = found as { violations: string[]; passes: number };
      assert.deepEqual(violations, []);
      assert.ok(passes > 10);
      await page.close();
    });

  it('tells of comments whose words are gone at its end, without those words', async () => {
    const stray = { ...comments[0]!, passage: undefined, quotation: 'taken out since', text: 'Was it hard?' };
    const own = { path: 'notes/own.md', comments: [stray] };
    const open = manyCharacters.replace('## Not for the file', '## More');
    const page = await makeText('html', [collect(open, own), collect(open)]);
    assert.match(
      page,
      /words that aren&#39;t in the note any more\.[\s\S]*notes\/own\.md[\s\S]*Was it hard\?/,
    );
    assert.doesNotMatch(page, /taken out since/);
    // A panel sees them where nothing else of the record was chosen, and no empty part of that record.
    const unchosen = open.replace(' #bring', '');
    const panel = await makeText('html', [collect(unchosen, own)], { panel: true, withProfile: false });
    assert.match(panel, /Was it hard\?/);
    assert.doesNotMatch(panel, /What was chosen|class="record"/);
    // They may have been about the part with limited circulation.
    assert.doesNotMatch(await makeText('html', [collect(manyCharacters, own)]), /Was it hard|any more\./);
  });

  it('shows a panel the chosen and commented passages alone, and the balance only where asked', async () => {
    const record = collect(long, { comments });
    const panel = { panel: true, withProfile: false };
    const page = await makeText('html', [record], panel, summary);
    assert.match(page, /What was chosen[\s\S]*café visit[\s\S]*Talked of/);
    assert.doesNotMatch(page, /HYPERLINK|We decided together|Share of|Over time/);
    assert.match(page, /The balance of the notes isn&#39;t shown/);
    assert.match(await makeText('html', [record], { ...panel, withProfile: true }, summary), /Share of/);
    const short = await makeText('html', [collect(manyCharacters)], {}, summary);
    assert.doesNotMatch(short, /Share of/);
  });
});
