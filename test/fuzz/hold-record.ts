import assert from 'node:assert/strict';
import { toRecordEntry } from '../../server/src/cli/output/record-entry.ts';
import { applyChanges } from '../../server/src/features/code-actions/lazy-action.ts';
import { listActions } from '../../server/src/features/code-actions/list-actions.ts';
import { cleanText } from '../../server/src/filing/clean-text.ts';
import type { SupervisionRecord } from '../../server/src/record/record.ts';
import { tidyPastedText } from '../../server/src/record/tidy/tidy-pasted-text.ts';
import type { Span } from '../../server/src/text/span.ts';
import { lineErrors } from '../cli/check-output.ts';
import { testAnalyser, testKnowledge } from '../helpers/knowledge.ts';
import { readDocument } from '../helpers/read-document.ts';
import { collect, makeText } from '../unit/report/make-report.ts';

/** Fixes that put something else in the place of the writer's words, for that is what they are for. */
const replacing = /^(?:identifier-|pseudonym-inconsistent$|front-matter-invalid$|header-incomplete$)/;

/** Fails where anything that must hold for every text doesn't hold for this one. `at`: a place in it, 0 to 1. */
export async function holdRecord(text: string, at: number): Promise<void> {
  const read = readDocument(text);
  const { analysis } = read;
  const { record, readings, findings, profile } = analysis;

  holdPlaces(text, [
    ...findings.flatMap(({ span, related }) => [span, ...related.map((each) => each.span)]),
    ...readings.flatMap(({ passage, cues }) => [
      ...[passage.span, passage.textSpan, ...passage.tagSpans],
      ...cues.map(({ span }) => span),
    ]),
    ...record.actions.map(({ span }) => span),
    ...record.header.map(({ span }) => span),
    ...record.prompts.map(({ span }) => span),
    ...record.comments.map(({ span }) => span),
  ]);

  const sum = Object.values(profile.shares).reduce((total, share) => total + share, 0);
  assert.ok(profile.words === 0 ? sum === 0 : Math.abs(sum - 1) < 1e-9, `the shares sum to ${sum}`);

  const options = {
    decide: false,
    headerText: (_: string, value: string) => value,
    keyText: () => 'T.',
    cwd: '/',
  };
  const entry = toRecordEntry('a.md', 'a', analysis, options);
  const written: unknown = JSON.parse(JSON.stringify({ entry: 'record', version: 1, ...entry }));
  assert.deepEqual(lineErrors(written), []);

  const { cache: _, ...again } = testAnalyser().analyse(text, { pathMatches: true });
  assert.deepEqual(again.findings, findings);

  holdActions(text, at, read);

  const tidied = tidyPastedText(text, testKnowledge().vocabulary);
  assert.equal(tidyPastedText(tidied, testKnowledge().vocabulary), tidied);
  cleanText(record);
  cleanText(record, { withMarks: true });
  await makeText('html', [collect(text)]);
}

/** Every place is in the text and cuts no character in two. */
function holdPlaces(text: string, spans: readonly Span[]): void {
  const cuts = (offset: number): boolean =>
    /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));
  for (const { start, end } of spans) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
    assert.ok(!cuts(start) && !cuts(end), `${start}-${end} cuts a character`);
  }
}

/** Whatever is offered at a place edits the text where it says, and keeps the writer's words. */
function holdActions(text: string, at: number, read: ReturnType<typeof readDocument>): void {
  const { findings, readings } = read.analysis;
  const places = [Math.floor(at * text.length), findings[Math.floor(at * findings.length)]?.span.start ?? 0];
  const passage = readings[Math.floor(at * readings.length)]?.passage;
  if (passage !== undefined) places.push(passage.span.start);
  const readText = (each: string): SupervisionRecord =>
    testAnalyser().read(each, { pathMatches: true }).record;
  for (const offset of new Set(places)) {
    for (const action of listActions(read, { start: offset, end: offset }, readText, true)) {
      const changes = action.makeEdit?.()?.changes;
      if (changes === undefined) continue;
      holdPlaces(
        text,
        changes.map(({ span }) => span),
      );
      const sorted = changes.map(({ span }) => span).sort((a, b) => a.start - b.start);
      for (const [index, span] of sorted.entries())
        assert.ok(
          index === 0 || (sorted[index - 1]?.end ?? 0) <= span.start,
          `${action.title}: changes overlap`,
        );
      const after = applyChanges(text, changes);
      readText(after);
      if (!replacing.test(action.rule ?? '')) holdWords(text, after, action.title);
    }
  }
}

/** Each word outside hashtags and the tool's own marks is still there, in its order. */
function holdWords(before: string, after: string, title: string): void {
  const marks = /<!--\s*(?:culture|supervision-lens)[^<>]*-->|#[\p{L}\p{N}-]+/gu;
  const words = (text: string): string[] => text.replace(marks, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words(after);
  let next = 0;
  for (const word of words(before)) {
    while (next < kept.length && kept[next] !== word) next++;
    assert.ok(next < kept.length, `${title}: "${word}" is lost`);
    next++;
  }
}
