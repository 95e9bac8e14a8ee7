import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { explanationPath } from '../../../client/src/commands/explanation-path.ts';
import { firstEmptySection } from '../../../client/src/commands/first-empty-section.ts';
import { freeFileName } from '../../../client/src/commands/free-file-name.ts';
import { localDay } from '../../../client/src/commands/local-day.ts';
import { looksLikeFullName, questionsFor } from '../../../client/src/commands/record-questions.ts';

describe('first empty section', () => {
  /** The text before and the line at the place where writing begins. */
  const lineAt = (text: string): number | undefined => firstEmptySection(text)?.line;

  it('is below the first heading without text of its own', () => {
    assert.equal(lineAt('---\ntype: log\n---\n\n# Log\n\n## A\n\nText\n\n## B\n\n## C\n'), 11);
  });

  it('isn’t a heading with headings of its own', () => {
    assert.equal(lineAt('# Log\n\n## A\n\n## B\n'), 3);
  });

  it('may be the last one, even without a final newline', () => {
    assert.equal(lineAt('# A\n\nText\n\n# B\n'), 5);
    assert.equal(lineAt('# A\n\nText\n\n# B'), 4);
  });

  it('may end before a heading of a higher level', () => {
    assert.equal(lineAt('# A\n\n### B\n\n## C\n\nText\n'), 3);
  });

  it('isn’t found where every section has text, or there is none', () => {
    assert.equal(lineAt('# A\n\nText\n'), undefined);
    assert.equal(lineAt('Text #managed\n'), undefined);
    assert.equal(lineAt(''), undefined);
  });
});

describe('name of a new file', () => {
  it('is the proposed one where it’s free', () => {
    assert.equal(freeFileName('2025-03-05-t.md', ['other.md']), '2025-03-05-t.md');
  });

  it('is numbered where it’s taken, in any case', () => {
    assert.equal(freeFileName('note.md', ['NOTE.md', 'note-2.md']), 'note-3.md');
    assert.equal(freeFileName('note', ['note']), 'note-2');
  });
});

describe('day', () => {
  it('is the one on the writer’s calendar', () => {
    assert.equal(localDay(new Date(2025, 2, 5, 0, 1)), '2025-03-05');
    assert.equal(localDay(new Date(2025, 11, 31, 23, 59)), '2025-12-31');
  });
});

describe('questions for a new record', () => {
  it('ask for each field once, for every kind', () => {
    for (const kind of ['supervision', 'group', 'log', 'journal'] as const) {
      const fields = questionsFor(kind).map(({ field }) => field);
      assert.deepEqual([...fields].sort(), ['person', 'supervisor', 'team'], kind);
    }
  });

  it('notice a full name, but not initials, roles or lists of initials', () => {
    for (const name of ['Sarah Jones', 'Mary-Ann Smith', 'Siân Ó Briain Jones'])
      assert.ok(looksLikeFullName(name), name);
    for (const name of ['', 'T.', 'KL', 'K. L.', 'KL, T., AB', 'Sarah', 'practice educator']) {
      assert.ok(!looksLikeFullName(name), name);
    }
  });
});

describe('title of an explanation', () => {
  it('names the file and is Markdown', () => {
    assert.equal(explanationPath('About', '/notes/T 2025.md'), '/About T 2025.md');
    assert.equal(explanationPath('About', 'Untitled-1'), '/About Untitled-1.md');
    assert.equal(explanationPath('About', '/.supervision-lens.yaml'), '/About .supervision-lens.yaml.md');
  });
});
