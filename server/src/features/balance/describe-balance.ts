import { isLimitedPassage } from '../../record/limited.ts';
import { describeReading, plainName } from '../../balance/describe-reading.ts';
import { computeProfile } from '../../balance/profile.ts';
import type { PassageReading } from '../../culture/read-passages.ts';
import type { Balance, BalancePassages } from '../../protocol.ts';
import { firstWords } from '../../runs/record-listing.ts';
import { cultures } from '../../terms/cultures.ts';
import { toRange } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';

/** The balance of an open record in figures, names and places; `run` is put in by who knows of it. */
export function describeBalance(read: ReadDocument, run: Balance['run']): Balance {
  const { document, analysis, knowledge } = read;
  const { record, readings, profile, strengths } = analysis;
  const { messages } = knowledge;
  const { words, counts } = describeReading(readings, profile, messages);
  const shown = ({ passage }: Pick<PassageReading, 'passage'>): BalancePassages['shown'][number] => ({
    uri: document.uri,
    range: toRange(document, passage.textSpan),
    text: firstWords(passage.plain.text),
  });
  const passagesOf = (label: PassageReading['culture']): BalancePassages => {
    const of = readings.filter(({ culture }) => culture === label);
    const open = of.filter(({ passage }) => !isLimitedPassage(record, passage));
    return { shown: open.map(shown), limited: of.length - open.length };
  };
  const decided = computeProfile(readings.filter(({ culture }) => culture !== 'undecided'));
  const partDecided = profile.words === 0 ? 0 : decided.words / profile.words;
  return {
    uri: document.uri,
    version: document.version,
    title: record.sections.find(({ title }) => title !== '')?.title ?? '',
    reading: words,
    counts,
    words: profile.words,
    strengths: strengths
      .filter(({ passage }) => !isLimitedPassage(record, passage))
      .map((strength) => ({ message: strength.message, passage: shown(strength) })),
    cultures: cultures.map((culture) => ({
      culture,
      name: plainName(messages, culture),
      share: profile.shares[culture],
      // Never under 0 for the rounding of sums.
      guessed: Math.max(0, profile.shares[culture] - decided.shares[culture] * partDecided),
      passages: passagesOf(culture),
    })),
    others: (['undecided', 'none'] as const).map((id) => ({
      id,
      name: plainName(messages, id),
      passages: passagesOf(id),
    })),
    run,
  };
}
