/*
 * Tries the finding of identifiers on sentences with marks: `npm run evaluate-identifiers`. Prints recall and
 * precision by kind, for names by origin too, on each set: halves that were kept for this and halves used for tuning.
 * `-- --show notes-tuning` lists what was missed or wrongly found there.
 */
import {
  describeIdentifiers,
  identifierSets,
  readMarkedSentences,
  scoreSentences,
} from './identifier-metrics.ts';

const show = process.argv[process.argv.indexOf('--show') + 1];
for (const half of identifierSets) {
  const scored = scoreSentences(readMarkedSentences(half));
  console.log(`${describeIdentifiers(half, scored)}\n`);
  if (process.argv.includes('--show') && show === half) {
    for (const { text, missed, wrong } of scored) {
      if (missed.length + wrong.length > 0)
        console.log(
          `${missed.map(({ kind, text: name }) => `-${kind} ${name}`).join(' ')} ${wrong.map(({ kind, text: name }) => `+${kind} ${name}`).join(' ')} | ${text}`,
        );
    }
  }
}
