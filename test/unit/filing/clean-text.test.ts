import assert from 'node:assert/strict';
import { cleanText } from '../../../server/src/filing/clean-text.ts';
import { splitParts } from '../../../server/src/filing/split-parts.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const recordOf = (text: string): SupervisionRecord => testAnalyser().read(text, { pathMatches: true }).record;
const plain = (text: string): string => cleanText(recordOf(text)).text;

const whole = `---
type: supervision
date: 2025-03-04
circulation: KL and T. only
---

# Supervision #managed

## Cases

- Mrs O.: panel on **Friday** #managed
  - forms by Monday <!-- culture: managed -->
- [ ] T. to ring legal

<!-- supervision-lens-disable one-owner -->

| Who | What |
|---|---|
| T. | visit <!-- culture: managed --> |

## Wellbeing

T. is tired, #pcf6 and says so. #humanistic #bring

> **To think about:** What would help? <!-- supervision-lens-prompt: what-would-help -->

## Not for the file

Only between us.
`;

describe('Clean text', () => {
  for (const [ending, name] of [
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
  ] as const) {
    it(`has no marks, switches, comments or unanswered prompts, ${name}`, () => {
      assert.equal(
        plain(whole.replaceAll('\n', ending)),
        `Type: supervision
Date: 2025-03-04
Circulation: KL and T. only

Supervision

Cases

- Mrs O.: panel on Friday
  - forms by Monday
- [ ] T. to ring legal

Who\tWhat
T.\tvisit

Wellbeing

T. is tired, #pcf6 and says so.

Not for the file

Only between us.
`,
      );
    });
  }

  it('keeps a prompt that was answered', () => {
    const answered = whole.replace(
      '## Not for the file',
      'An hour without the phone on Thursdays.\n\n## Not for the file',
    );
    assert.match(plain(answered), /To think about: What would help\?\n\nAn hour without/);
  });

  it('keeps marks on request', () => {
    const { text } = cleanText(recordOf(whole), { withMarks: true });
    assert.match(text, /panel on Friday #managed/);
    assert.match(text, /forms by Monday \[managed\]/);
    assert.match(text, /What would help\?/);
  });

  it('makes simple, escaped HTML', () => {
    const { html } = cleanText(recordOf('# A & B\n\n1. one <b>x</b>\n2. `two`\n\n| a |\n|---|\n| <i> |\n'));
    assert.equal(
      html,
      '<h1>A &amp; B</h1>\n<ol><li>one x</li><li>two</li></ol>\n<table border="1"><tr><th>a</th></tr><tr><td></td></tr></table>',
    );
  });

  it('loses no word behind a comment that stands alone', () => {
    assert.match(
      plain('# Supervision\n\n<!-- culture: managed --> These words stay.\n'),
      /These words stay\./,
    );
    assert.match(plain('# Supervision\n\n<!-- never closed\n\nThese words stay.\n'), /These words stay\./);
  });

  it('loses no word of the corpus', () => {
    const words = (text: string): number => (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).length;
    const record = recordOf(whole.replace(/<!--.*?-->|#(?:managed|humanistic|bring)|> .*/g, ''));
    const passages = record.passages.map((passage) => passage.plain.text).join(' ');
    assert.ok(words(cleanText(record).text) >= words(passages));
  });

  it('proposes a split; what is limited or unclear never goes with the case', () => {
    const record = recordOf(whole.replace(/circulation.*\n/, ''));
    const sections = splitParts(record, testKnowledge().identifiers.data);
    assert.deepEqual(
      sections.map(({ title, part, limited }) => [title, part, limited]),
      [
        ['Cases', 'case', false],
        ['Wellbeing', 'personal', false],
        ['Not for the file', 'personal', true],
      ],
    );
    const chosen = new Set(sections.filter(({ part }) => part === 'case').map(({ index }) => index));
    const { text } = cleanText(record, { only: { sections, chosen } });
    assert.match(text, /Supervision\n\nCases\n\n- Mrs O\./);
    assert.doesNotMatch(text, /tired|between us|Wellbeing/);
  });
});
