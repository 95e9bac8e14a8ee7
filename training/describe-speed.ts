import { createCultureReader } from '../server/src/culture/culture-reader.ts';
import { parseCultureModel } from '../server/src/culture/culture-model.ts';
import type { FittedModels } from './fit-all.ts';

/** How long the model takes to load and to read a passage of the corpus, warmed up by one pass over it. */
export function describeSpeed({ file, corpus, inputs }: FittedModels): string {
  const packed = JSON.stringify(file);
  const loading = performance.now();
  const model = parseCultureModel(JSON.parse(packed));
  const loaded = performance.now() - loading;
  // A fresh reader each time, so that it remembers no text.
  const timesOf = (): number[] => {
    const reader = createCultureReader(model, inputs.lexicon);
    return corpus.map(({ passage }) => {
      const started = performance.now();
      reader.read(passage);
      return performance.now() - started;
    });
  };
  timesOf();
  const times = timesOf().sort((a, b) => a - b);
  const megabytes = (packed.length / 1e6).toFixed(2);
  return `\nModel ${megabytes} MB, loaded in ${loaded.toFixed(0)} ms; ${times[times.length >> 1]!.toFixed(3)} ms a passage (median).`;
}
