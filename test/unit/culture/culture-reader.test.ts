import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCultureReader } from '../../../server/src/culture/culture-reader.ts';
import type { CultureReading, PassageInContext } from '../../../server/src/culture/culture.ts';
import { recordKinds } from '../../../server/src/terms/kinds.ts';
import { passageLabels, type PassageLabel } from '../../../server/src/terms/cultures.ts';
import { readCorpus } from '../../../training/corpus.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

const { model, cues } = testKnowledge();

function passageOf(text: string, around: Partial<PassageInContext> = {}): PassageInContext {
  return { text, block: 'paragraph', kind: 'supervision', headings: [], before: [], after: [], ...around };
}

function read(text: string, around: Partial<PassageInContext> = {}): CultureReading {
  return createCultureReader(model, cues).read(passageOf(text, around));
}

function shownWords(text: string): string[] {
  return read(text).cues.map(({ start, end }) => text.slice(start, end));
}

const writing = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'caseload',
        'felt',
        'RP',
        'power',
        'N/A',
        '8/4',
        'judgement',
        '|',
        '“',
        '👍',
        'must',
        '…',
      ),
    )
    .map((words) => words.join(' ')),
);
const passages: fc.Arbitrary<PassageInContext> = fc.record({
  text: writing,
  block: fc.constantFrom('paragraph', 'item', 'quote', 'row'),
  kind: fc.constantFrom(...recordKinds),
  headings: fc.array(writing, { maxLength: 3 }),
  before: fc.array(writing, { maxLength: 4 }),
  after: fc.array(writing, { maxLength: 4 }),
});

describe('Culture reader', () => {
  it('reads plain cases', () => {
    const managed =
      'Chronology to be updated by Friday. RP must book the statutory visit and chase the health visitor.';
    const professional =
      'I used attachment theory and weighed up whether my professional judgement was sound.';
    const humanistic = 'She cried and said she felt ashamed. We sat quietly with it for a while.';
    const democratic =
      'The parents said nobody had asked them; the group decided together to challenge the policy.';
    assert.equal(read(managed).best, 'managed');
    assert.equal(read(professional).best, 'professional');
    assert.equal(read(humanistic).best, 'humanistic');
    assert.equal(read(democratic).best, 'democratic');
  });

  for (const text of ['', 'N/A', '2pm, room 4', 'Nothing to add.', '👍']) {
    it(`takes "${text}" for neutral`, () => assert.equal(read(text).best, 'none'));
  }

  it('shows words of the lexicon as cues, with their aspect', () => {
    const text = 'RP has three visits overdue and a caseload of 24.';
    assert.ok(shownWords(text).includes('caseload'));
    assert.equal(read(text).aspect, 'supervision');
  });

  it('shows only words without which it would lean less to what they speak for', () => {
    const corpus = readCorpus()
      .slice(0, 300)
      .map(({ passage }) => passage);
    const reader = createCultureReader(model, cues);
    for (const passage of corpus) {
      const reading = reader.read(passage);
      const { best, runnerUp } = reading;
      const leanOf = (some: CultureReading): number => {
        const shareOf = (label: PassageLabel): number =>
          some.probabilities[passageLabels.indexOf(label)] ?? 0;
        return shareOf(best) / shareOf(runnerUp.culture);
      };
      for (const { start, end, culture } of reading.cues) {
        const text = passage.text.slice(0, start) + passage.text.slice(end);
        const without = leanOf(reader.read({ ...passage, text }));
        const place = `${passage.text.slice(start, end)} in ${passage.text}`;
        assert.ok(culture === best ? without < leanOf(reading) : without > leanOf(reading), place);
      }
    }
  });

  it("counts the user's own phrases as cues that tell", () => {
    const text = 'We did the tea round again.';
    const phrases = [{ phrase: 'tea round', culture: 'humanistic' as const, aspect: undefined }];
    const reading = createCultureReader(model, cues, phrases).read(passageOf(text));
    assert.equal(reading.best, 'humanistic');
    assert.deepEqual(
      reading.cues.map(({ start, end }) => text.slice(start, end)),
      ['tea round'],
    );
  });

  it('says how much headings and neighbours moved it, and nothing where there are none', () => {
    const alone = read('It was hard.');
    assert.deepEqual([alone.headingPart, alone.neighbourPart], [0, 0]);
    assert.notEqual(read('It was hard.', { headings: ['Wellbeing'] }).headingPart, 0);
    assert.notEqual(read('It was hard.', { before: ['She cried.'] }).neighbourPart, 0);
  });

  it('never throws, and keeps its promises on any input', () => {
    const reader = createCultureReader(model, cues);
    fc.assert(
      fc.property(passages, (passage) => {
        const reading = reader.read(passage);
        assert.ok(reading.confidence > 0 && reading.confidence <= 1);
        assert.ok(reading.runnerUp.confidence >= 0 && reading.runnerUp.confidence <= reading.confidence);
        assert.notEqual(reading.runnerUp.culture, reading.best);
        assert.notEqual(reading.secondary, reading.best);
        assert.equal(reading.decided, reading.confidence >= model.calibration.decideFrom);
        assert.ok(Number.isFinite(reading.headingPart) && Number.isFinite(reading.neighbourPart));
        assert.ok(reading.cues.length <= 8);
        const sorted = [...reading.cues].sort((a, b) => a.start - b.start);
        sorted.forEach(({ start, end }, index) => {
          assert.ok(start >= (sorted[index - 1]?.end ?? 0) && start < end && end <= passage.text.length);
        });
      }),
    );
  });

  it('gives the same reading whatever it read before', () => {
    fc.assert(
      fc.property(passages, passages, (passage, other) => {
        const reader = createCultureReader(model, cues);
        reader.read(other);
        assert.deepEqual(reader.read(passage), createCultureReader(model, cues).read(passage));
      }),
    );
  });
});
