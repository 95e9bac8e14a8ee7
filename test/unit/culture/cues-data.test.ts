import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseCueFile } from '../../../server/src/culture/cue-file.ts';
import { splitPhrase } from '../../../server/src/culture/phrase-trie.ts';
import { aspects, cultures } from '../../../server/src/terms/cultures.ts';

describe('cues.yaml', () => {
  const raw: unknown = parse(
    readFileSync(new URL('../../../server/data/cues.yaml', import.meta.url), 'utf8'),
  );
  const file = parseCueFile(raw);
  const keyOf = (phrase: string): string =>
    splitPhrase(phrase)
      .map(({ form, open }) => (open ? `${form}*` : form))
      .join(' ');

  it('has phrases for every cell of Table 1 but those that the paper leaves out', () => {
    for (const culture of cultures) {
      for (const aspect of aspects) {
        assert.ok(
          file.phrases.some((cue) => cue.culture === culture && cue.aspect === aspect),
          `${culture} ${aspect}`,
        );
      }
    }
  });

  it('has each phrase once', () => {
    const keys = file.phrases.map(({ phrase }) => keyOf(phrase));
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  });

  it('writes phrases in lower case, a * only after a word, and no stem so short that it means anything', () => {
    const phrases = [...file.phrases.map(({ phrase }) => phrase), ...file.neutral];
    for (const phrase of phrases) {
      assert.equal(phrase, phrase.toLowerCase());
      assert.doesNotMatch(phrase, /(?:^|\s)\*|\*\S/u, phrase);
      assert.ok(
        splitPhrase(phrase).every(({ form, open }) => !open || form.length >= 3),
        phrase,
      );
    }
  });

  it('says what is wrong and where', () => {
    const wrong = { version: 1, groups: [{ culture: 'nice', aspect: 'premise', phrases: ['x'] }] };
    assert.throws(() => parseCueFile(wrong), /Cue lexicon: groups\.0\.culture/u);
  });
});
