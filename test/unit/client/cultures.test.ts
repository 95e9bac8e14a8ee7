import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cultureMark } from '../../../client/src/cultures/culture-mark.ts';
import { readCulturesMode } from '../../../client/src/cultures/cultures-mode.ts';
import { markedCultures, markedPassages } from '../../../client/src/cultures/marked-passages.ts';
import { readPassageTarget } from '../../../client/src/commands/passage-place.ts';
import { repositoryRoot } from '../../../scripts/repository-root.ts';
import type { PassageMark } from '../../../server/src/protocol.ts';

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
const passage = (culture: PassageMark['culture'], origin: PassageMark['origin']): PassageMark => ({
  ...{ range, culture, origin, secondary: null, confidence: 1 },
});

describe('The passages that are coloured', () => {
  const passages = [
    passage('managed', 'inferred'),
    passage('humanistic', 'tag'),
    passage('democratic', 'section-tag'),
    passage('undecided', 'inferred'),
    passage('none', 'tag'),
  ];
  it('are all that say something, those that were tagged, or none', () => {
    const shown = (mode: 'off' | 'tagged' | 'all'): string[] =>
      markedPassages(passages, mode).map(({ culture }) => culture);
    assert.deepEqual(shown('all'), ['managed', 'humanistic', 'democratic']);
    assert.deepEqual(shown('tagged'), ['humanistic', 'democratic']);
    assert.deepEqual(shown('off'), []);
  });

  it('follow a setting, and the default where it makes no sense', () => {
    assert.equal(readCulturesMode('all'), 'all');
    assert.equal(readCulturesMode('everything'), 'tagged');
  });

  it('have marks that differ without any colour', () => {
    const marks = markedCultures.flatMap((culture) =>
      [true, false].map((filled) => cultureMark(culture, 'light', filled)),
    );
    const colourless = marks.map((mark) => mark.replace(/#[0-9a-f]{6}/g, 'x'));
    assert.equal(new Set(colourless).size, 8);
  });

  it('have the colours that themes may change', () => {
    const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
      contributes: { colors: { id: string; defaults: Record<string, string> }[] };
    };
    for (const culture of markedCultures) {
      const colour = manifest.contributes.colors.find(
        ({ id }) => id === `supervisionLens.${culture}Foreground`,
      );
      assert.ok(colour !== undefined);
      for (const ground of ['light', 'dark'] as const)
        assert.ok(cultureMark(culture, ground, true).includes(colour.defaults[ground] ?? '?'), culture);
    }
  });
});

describe('The passage that a command is about', () => {
  const cursor = { uri: 'file:///a.md', position: { line: 2, character: 1 } };
  it('is the link’s, else the cursor’s', () => {
    const link = { uri: 'file:///b.md', position: { line: 5, character: 0 }, label: 'managed' };
    assert.deepEqual(readPassageTarget(link, cursor), link);
    assert.deepEqual(readPassageTarget({ label: 'none' }, cursor), { ...cursor, label: 'none' });
    assert.deepEqual(readPassageTarget(undefined, cursor), { ...cursor, label: undefined });
    assert.deepEqual(readPassageTarget({ uri: 7, position: 'x', label: 'best' }, cursor), {
      ...cursor,
      label: undefined,
    });
    assert.equal(readPassageTarget(undefined, undefined), undefined);
  });
});
