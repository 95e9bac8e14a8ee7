import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { rules } from '../../../server/src/balance/rules/index.ts';
import { defaultConfiguration, type Configuration } from '../../../server/src/configuration/configuration.ts';
import { codeActionKinds } from '../../../server/src/features/code-actions/code-action-kinds.ts';
import { applyChanges, type LazyAction } from '../../../server/src/features/code-actions/lazy-action.ts';
import { listActions } from '../../../server/src/features/code-actions/list-actions.ts';
import type { EarlierRecord } from '../../../server/src/prompts/earlier-record.ts';
import type { SupervisionRecord } from '../../../server/src/record/record.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { testAnalyser } from '../../helpers/knowledge.ts';
import { nastyMarkdown } from '../../helpers/nasty-markdown.ts';
import { readDocument } from '../../helpers/read-document.ts';
import { summarise } from '../../helpers/runs.ts';

const read = (text: string): SupervisionRecord => testAnalyser().read(text, { pathMatches: true }).record;

/** Every rule speaks, those that are off by default too. */
const everyRule: Configuration = {
  ...defaultConfiguration,
  rules: {
    ...defaultConfiguration.rules,
    severities: Object.fromEntries(rules.map(({ id, severity }) => [id, severity])),
  },
};

/** A record before, with actions left open whose words Markdown could take for marks, and a prompt left open. */
const lastTime: readonly EarlierRecord[] = [
  summarise(
    '# Supervision T. 04.02.24\n\n## Actions\n\n- [ ] T. to ring *the* school by 7 March\n- [ ] KL to send \\# 4 <form> to R\\_D & `all` by Friday\n- [ ] KL to ask [who?] by next time\n- [x] done by T. already\n\n> **To think about:** As before. <!-- supervision-lens-prompt: ten-minutes-again -->\n',
    'before.md',
  ),
];

const replaced = /^(?:\s*|\s*#[\p{L}-]+|\s*<!--\s*culture:[^>]*-->|<!--\s*supervision-lens-[^>]*-->)$/su;

/** The words of passages, without what marks and notes add to them. */
function wordsOf({ passages }: SupervisionRecord): string[] {
  return passages.map(({ plain }) =>
    plain.text
      .replace(/#[\p{L}\p{N}-]+|\((?:who|when|who, and when)\?\)/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Whether all of `some` stand in `all`, in their order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const each of all) if (each === some[next]) next++;
  return next === some.length;
}

/** An identifier is there to be replaced: the only words of the writer's that a fix may change. */
function replacesWords({ rule = '' }: LazyAction): boolean {
  return rule.startsWith('identifier-') || rule === 'pseudonym-inconsistent';
}

/** Takes one action and looks at what comes of it; says whether there was an edit. */
function take(text: string, before: SupervisionRecord, action: LazyAction): boolean {
  const edit = action.makeEdit?.();
  if (edit === undefined) return false;
  const result = applyChanges(text, edit.changes);
  const after = read(result);
  const where = `${action.title}\n---\n${result}`;
  // Nothing is overwritten but white space, marks and what a fix of a mark replaces.
  if (!replacesWords(action))
    for (const { span } of edit.changes) assert.match(text.slice(span.start, span.end), replaced, where);
  if (action.kind !== codeActionKinds.fix || action.title.startsWith('Add'))
    assert.ok(isWithin(wordsOf(before), wordsOf(after)), where);
  assert.ok(
    isWithin(
      before.prompts.map(({ id }) => id),
      after.prompts.map(({ id }) => id),
    ),
    where,
  );
  const spans = edit.changes.map(({ span }) => span).sort((a, b) => a.start - b.start);
  for (const [index, span] of spans.entries())
    if (index > 0) assert.ok(span.start > (spans[index - 1]?.end ?? 0) - 1, 'edits that overlap');
  // The line endings of the record, and no others.
  if (text.includes('\r\n') && !/(?<!\r)\n/.test(text)) assert.doesNotMatch(result, /(?<!\r)\n/, where);
  if (edit.reveal !== undefined) assert.ok(edit.reveal.end <= result.length, where);
  if (action.title.startsWith('Insert a prompt') || action.title.startsWith('Ask once more')) {
    const added = after.prompts.length - before.prompts.length;
    assert.equal(added, 1, where);
    assert.doesNotMatch(result.slice(edit.reveal?.start, edit.reveal?.end), /[{}]/, where);
    if (before.prompts.length === 0) assert.equal(after.prompts[0]?.state, 'open', where);
  }
  if (action.title.startsWith('Bring last time'))
    assert.ok(after.actions.length >= before.actions.length + 3, where);
  if (action.title.startsWith('Take a question'))
    assert.equal(after.groupQuestions.length, before.groupQuestions.length + 1, where);
  return true;
}

/** The places of a record where somebody might press the light bulb. */
function placesOf({ passages, sections, prompts, text }: SupervisionRecord, most: number): Span[] {
  const step = Math.max(1, Math.ceil(passages.length / most));
  return [
    { start: 0, end: 0 },
    { start: text.length, end: text.length },
    ...sections.slice(0, 2).map(({ titleSpan }) => titleSpan),
    ...passages.filter((_, index) => index % step === 0).map(({ span }) => span),
    ...prompts.map(({ span }) => span),
  ].map(({ start }) => ({ start, end: start }));
}

/** Takes every action that is offered at some places; says how many there were, and how many had no edit. */
function takeAll(text: string, most: number): { offered: number; without: number } {
  const document = readDocument(text, lastTime, everyRule);
  const { record } = document.analysis;
  const [seen, counts] = [new Set<string>(), { offered: 0, without: 0 }];
  for (const place of placesOf(record, most)) {
    for (const action of listActions(document, place, read, true)) {
      if (action.makeEdit === undefined) continue;
      // The same whole-file action is offered at each place.
      if (action.kind === codeActionKinds.complete && seen.has(action.title)) continue;
      seen.add(action.title);
      counts.offered++;
      if (!take(text, record, action)) counts.without++;
    }
  }
  return counts;
}

const folder = new URL('../../../corpus/records/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();

/** What a text may look like on disk. */
const shapes: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.trimEnd(),
  (text) => text.replace(/\r?\n/g, '\r\n').trimEnd(),
  (text) => `\uFEFF${text}`,
];

describe('Every action that is offered', () => {
  it('does what it says on records as they are written, and loses nothing', function () {
    this.timeout(600_000);
    const total = { offered: 0, without: 0 };
    for (const [index, name] of corpus.entries()) {
      if (index % 6 !== 0) continue;
      const text = shapes[(index / 6) % shapes.length]!(readFileSync(new URL(name, folder), 'utf8'));
      const { offered, without } = takeAll(text, 3);
      total.offered += offered;
      total.without += without;
    }
    assert.ok(total.offered > 400, `${total.offered} actions`);
    assert.ok(total.without < total.offered / 100, `${total.without} of ${total.offered} had no edit`);
  });

  it('does what it says, or nothing, in whatever Markdown', function () {
    this.timeout(600_000);
    fc.assert(
      fc.property(nastyMarkdown, (body) => {
        takeAll(`# Supervision RP 10.04.24\n\n${body}`, 2);
      }),
      { numRuns: 40 },
    );
  });

  const nested: readonly (readonly [name: string, text: string])[] = [
    ['a nested list in a quote', '# Supervision RP 10.04.24\n\n> - RP said no.\n>   - Then yes.\n'],
    [
      'a table that ends the file',
      '# Supervision RP 10.04.24\n\n| Action | Who |\n|---|---|\n| Ring the panel | RP |',
    ],
    [
      'an action that ends the file',
      '# Supervision RP 10.04.24\n\n## Actions\n\n- Ring the panel about the date of the review',
    ],
    ['front matter alone', '---\ntype: supervision\n---\n'],
    ['an empty record', ''],
    [
      'a heading in a quote',
      '# Supervision RP 10.04.24\n\n> ## Quoted\n> We agreed to close the case.\n\nAfter it.\n',
    ],
    [
      'a prompt in place',
      '# Supervision RP 10.04.24\n\nOne.\n\n> **To think about:** Two? <!-- supervision-lens-prompt: kettle-first -->',
    ],
    ['a fence that never ends', '# Supervision RP 10.04.24\n\nWe agreed to close it.\n\n```\ncode'],
  ];
  for (const [name, text] of nested)
    for (const [index, shape] of shapes.entries())
      it(`holds in ${name}, written in way ${index + 1}`, () => {
        takeAll(shape(text), 10);
      });
});
