import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges } from '../../../server/src/features/code-actions/lazy-action.ts';
import { promptEdit } from '../../../server/src/features/code-actions/insert-prompt-actions.ts';
import { tagEdit } from '../../../server/src/features/code-actions/tag-actions.ts';
import { managedNote } from '../../../server/src/balance/rules/example-notes.ts';
import { choosePrompts } from '../../../server/src/prompts/choose-prompts.ts';
import { insertPrompt } from '../../../server/src/prompts/insert-prompt.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import { passageLabels } from '../../../server/src/terms/cultures.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';
import { nastyMarkdown } from '../../helpers/nasty-markdown.ts';

const read = (text: string): SupervisionRecord => testAnalyser().read(text, { pathMatches: true }).record;
const knowledge = testKnowledge();
const bank = knowledge.prompts;
const chosen = (record: SupervisionRecord): string[] =>
  choosePrompts(knowledge, {
    record,
    rule: 'purely-managed',
    opens: ['humanistic', 'democratic'],
    aspect: undefined,
  }).map(({ prompt }) => prompt.id);

describe('Choosing a prompt', () => {
  it('is the same every time for the same record, and not the same for every record', () => {
    assert.deepEqual(chosen(read(managedNote)), chosen(read(managedNote)));
    const first = new Set(
      ['2025-03-04', '2025-04-01', '2025-05-06', '2025-06-03'].map(
        (date) => chosen(read(managedNote.replace('2025-03-04', date)))[0],
      ),
    );
    assert.ok(first.size > 1);
  });

  it('gives each wanted culture its turn, only prompts for the kind and the rule, and high exposure last', () => {
    const prompts = choosePrompts(knowledge, {
      record: read(managedNote),
      rule: 'purely-managed',
      opens: ['humanistic', 'democratic'],
      aspect: undefined,
    });
    assert.deepEqual(
      prompts.slice(0, 4).map(({ prompt }) => prompt.opens),
      ['humanistic', 'democratic', 'humanistic', 'democratic'],
    );
    for (const { prompt } of prompts)
      assert.ok(prompt.kinds.includes('supervision') && prompt.rules.includes('purely-managed'));
    const exposures = prompts.map(({ prompt }) => prompt.exposure === 'high');
    assert.deepEqual(
      exposures,
      [...exposures].sort((a, b) => Number(a) - Number(b)),
    );
  });

  it('never offers one that stands in the record already', () => {
    const [id = ''] = chosen(read(managedNote));
    const asked = `${managedNote}\n> **To think about:** As before. <!-- supervision-lens-prompt: ${id} -->\n`;
    assert.ok(!chosen(read(asked)).includes(id));
  });
});

describe('Inserting a prompt', () => {
  const prompt = bank[0]!;
  const insert = (text: string, at: string): string =>
    applyChanges(text, [insertPrompt(read(text), text.indexOf(at), prompt, 'To think about:')]);
  const block = `> **To think about:** ${prompt.text} <!-- supervision-lens-prompt: ${prompt.id} -->`;

  const cases: readonly [name: string, text: string, at: string, expected: string][] = [
    [
      'at the end of the text under a heading, before the next heading',
      '# Supervision\n\nOne.\n\n## Actions\n\n- RP to ring\n',
      'Supervision',
      `# Supervision\n\nOne.\n\n${block}\n\n## Actions\n\n- RP to ring\n`,
    ],
    [
      'behind the whole list, not in it',
      '# Supervision\n\n- one\n  - two\n- three\n\n## End\n',
      'two',
      `# Supervision\n\n- one\n  - two\n- three\n\n${block}\n\n## End\n`,
    ],
    [
      'behind a table',
      '# Supervision\n\n| a | b |\n|---|---|\n| x | y |\n',
      '| x',
      `# Supervision\n\n| a | b |\n|---|---|\n| x | y |\n\n${block}\n`,
    ],
    [
      'behind all that stands under the heading, for what is behind a prompt answers it',
      '# Supervision\n\nOne.\n> quoted\n\nThree.\n\n## Next\n\nFour.\n',
      'One',
      `# Supervision\n\nOne.\n> quoted\n\nThree.\n\n${block}\n\n## Next\n\nFour.\n`,
    ],
    [
      'before a heading that follows at once',
      '# Supervision\n\nOne.\n## Next\n',
      'One',
      `# Supervision\n\nOne.\n\n${block}\n\n## Next\n`,
    ],
    [
      'before the next prompt, whose answer stays its own',
      '# Supervision\n\nOne.\n\n> **To think about:** x <!-- supervision-lens-prompt: a -->\n\nYes.\n',
      'One',
      `# Supervision\n\nOne.\n\n${block}\n\n> **To think about:** x <!-- supervision-lens-prompt: a -->\n\nYes.\n`,
    ],
    [
      'behind a quote with a heading in it, not into the quote',
      '# Supervision\n\n> ## Quoted\n> words\n',
      'words',
      `# Supervision\n\n> ## Quoted\n> words\n\n${block}\n`,
    ],
    [
      'where there is no final newline',
      '# Supervision\n\nOne.',
      'One',
      `# Supervision\n\nOne.\n\n${block}\n`,
    ],
    [
      'with the line endings of the file',
      '# Supervision\r\n\r\nOne.\r\n\r\nTwo.\r\n',
      'One',
      `# Supervision\r\n\r\nOne.\r\n\r\nTwo.\r\n\r\n${block}\r\n`,
    ],
  ];
  for (const [name, text, at, expected] of cases)
    it(`goes ${name}`, () => assert.equal(insert(text, at), expected));

  it('holds in whatever Markdown: the prompt is there, and every passage still is', () => {
    fc.assert(
      fc.property(nastyMarkdown, fc.nat(), (body, where) => {
        const text = `# Supervision RP 10.04.24\n\n${body}`;
        const record = read(text);
        const edit = promptEdit(
          record,
          where % text.length,
          { prompt, text: prompt.text, passage: undefined },
          knowledge,
          read,
        );
        // No edit is offered inside a fence or comment that isn't closed.
        if (edit === undefined) return;
        const result = read(applyChanges(text, edit.changes));
        assert.ok(result.prompts.some(({ id }) => id === prompt.id));
        assert.deepEqual(
          result.passages.map(({ plain }) => plain.text),
          record.passages.map(({ plain }) => plain.text),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('Tagging a passage', () => {
  const tag = (text: string, index: number): string | undefined => {
    const { record, readings } = testAnalyser().analyse(text);
    const edit = tagEdit(record, readings[index]!, 'humanistic', read);
    return edit && applyChanges(text, edit.changes);
  };

  const cases: readonly [name: string, text: string, expected: string][] = [
    [
      'behind a paragraph',
      '# S\n\nShe laughed.\nAnd stayed.\n',
      '# S\n\nShe laughed.\nAnd stayed. #humanistic\n',
    ],
    [
      'in a row before the closing pipe',
      '# S\n\n| a | b |\n|---|---|\n| x | y |\n',
      '# S\n\n| a | b |\n|---|---|\n| x | y #humanistic |\n',
    ],
    ['in a quote within a list', '# S\n\n- > She laughed.\n', '# S\n\n- > She laughed. #humanistic\n'],
    ['in place of another', '# S\n\nShe laughed. #managed\n', '# S\n\nShe laughed. #humanistic\n'],
    ['in place of two', '# S\n\nShe #managed laughed. #democratic\n', '# S\n\nShe #humanistic laughed.\n'],
    [
      'hidden, where the writer hides tags',
      '# S\n\nShe laughed.\n\nHe rang. <!-- culture: managed -->\n',
      '# S\n\nShe laughed. <!-- culture: humanistic -->\n\nHe rang. <!-- culture: managed -->\n',
    ],
    ['in CRLF, without a final newline', '# S\r\n\r\nShe laughed.', '# S\r\n\r\nShe laughed. #humanistic'],
  ];
  for (const [name, text, expected] of cases) it(`goes ${name}`, () => assert.equal(tag(text, 0), expected));

  it('holds in whatever Markdown: the passage has the tag, and every passage its words', () => {
    let edits = 0;
    fc.assert(
      fc.property(nastyMarkdown, fc.constantFrom(...passageLabels), (body, label) => {
        const text = `# Supervision RP 10.04.24\n\n${body}`;
        const { record, readings } = testAnalyser().analyse(text);
        for (const reading of readings) {
          const edit = tagEdit(record, reading, label, read);
          if (edit === undefined) continue;
          edits++;
          const result = read(applyChanges(text, edit.changes));
          assert.equal(result.passages[reading.passage.index]?.tagging?.label, label);
          assert.equal(result.passages.length, record.passages.length);
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(edits > 100);
  });
});
