import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

/** A snippet as VS Code reads it. */
interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(new URL('../../snippets/supervision-lens.code-snippets', import.meta.url), 'utf8'),
) as Readonly<Record<string, Snippet>>;

/** The text of the snippet with a prefix. */
function bodyOf(prefix: string): string {
  const snippet = Object.values(snippets).find((candidate) => candidate.prefix === prefix);
  assert.ok(snippet, `no snippet ${prefix}`);
  return snippet.body.join('\n');
}

describe('snippets', () => {
  it('are for Markdown, with a plain description and a body', () => {
    for (const [name, snippet] of Object.entries(snippets)) {
      assert.deepEqual(Object.keys(snippet).sort(), ['body', 'description', 'prefix', 'scope'], name);
      assert.equal(snippet.scope, 'markdown', name);
      assert.ok(snippet.description.endsWith('.'), name);
      assert.ok(snippet.body.join('').trim().length > 0, name);
    }
  });

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const prefix of prefixes) assert.match(prefix, /^[a-z]+(?:-[a-z]+)*$/);
  });

  for (const [prefix, type] of [
    ['supervision-record', 'supervision'],
    ['group-record', 'group'],
    ['practice-log', 'log'],
    ['journal', 'journal'],
  ] as const) {
    it(`give a skeleton of a ${type} that starts with its front matter`, () => {
      const body = bodyOf(prefix);
      assert.ok(body.startsWith(`---\ntype: ${type}\ndate: `));
      assert.match(body, /\n---\n\n# /);
      assert.ok((body.match(/^## /gm) ?? []).length >= 3);
    });
  }

  it('number their tab stops without a gap and end at $0', () => {
    for (const [name, snippet] of Object.entries(snippets)) {
      const body = snippet.body.join('\n').replaceAll(/\$\{TM_SELECTED_TEXT[^}]*\}/g, '');
      const stops = [...body.matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
      const used = [...new Set(stops)].sort((one, other) => one - other);
      assert.deepEqual(
        used,
        used.map((_, index) => index),
        name,
      );
    }
  });

  it('give each tag as a hashtag and as a hidden comment at the end of the text', () => {
    for (const tag of ['professional', 'managed', 'humanistic', 'democratic', 'neutral']) {
      assert.ok(bodyOf(`tag-${tag}`).endsWith(`#${tag}$0`));
      assert.ok(bodyOf(`hide-tag-${tag}`).endsWith(`<!-- culture: ${tag} -->$0`));
    }
  });

  it('give an action with owner and date, and room for the own words', () => {
    assert.match(bodyOf('action-line'), /^- \[ \] \$\{1:T\.\} to \$\{2:what\} by /);
    assert.match(bodyOf('in-their-words'), /^## In \$\{1:T\.\}'s words\n/);
  });
});
