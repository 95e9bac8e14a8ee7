import assert from 'node:assert/strict';
import { parseCultureModel } from '../../../server/src/culture/culture-model.ts';
import { createGistTaker } from '../../../server/src/culture/gist.ts';
import { figureNames } from '../../../server/src/culture/text-features.ts';
import { createWordBook } from '../../../server/src/text/word-book.ts';
import { createNetwork } from '../../../training/network.ts';
import { packModel } from '../../../training/pack-model.ts';
import { createRandom, nextNormal } from '../../../training/random.ts';

describe('Packing a model', () => {
  const random = createRandom(11);
  const words = ['plan', 'care', 'warm'];
  const dimensions = 5;
  const vectors = Float32Array.from({ length: (words.length + 1) * dimensions }, () => nextNormal(random));
  const pace = { rate: 0.01, decay: 0 };
  const network = createNetwork(
    vectors,
    dimensions,
    figureNames.length,
    {
      ...{ gist: 6, detectors: 4, hidden: 3, alone: 0.5 },
      ...{ wordDropout: 0, poolDropout: 0, gistDropout: 0 },
      ...{ vectorPace: pace, wordPace: pace, pace },
    },
    random,
  );
  const calibration = { temperature: 1, decideFrom: 0.5, secondaryFrom: 0.5 };
  const model = parseCultureModel(
    packModel({ network, words }, { inputs: 'x', calibration, shownWords: ['plan'] }),
  );

  it('keeps the words, after the row of the unknown one', () => {
    assert.deepEqual(
      words.map(model.encoder.rowOf),
      [...words.keys()].map((index) => index + 1),
    );
    assert.equal(model.encoder.rowOf('unheard'), 0);
  });

  it('gives nearly the gist of the network, as if its words were whole vectors', () => {
    const book = createWordBook();
    const tokens = ['warm', 'care', 'who'].map(book.idOf);
    const figures = Float64Array.from(figureNames, (_, index) => (index === 3 ? 0.5 : 0));
    const gist = createGistTaker(model.encoder, book)({ tokens, figures });
    const rows = [3, 2, 0];
    const unit = 1 / 2;
    const { meanWeights, detectorWeights, detectorOut, figureWeights } = network;
    const vectorOf = (row: number): Float32Array =>
      vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const wanted = Array.from({ length: 6 }, (_, to) => {
      let sum = 0.5 * figureWeights.values[3 * 6 + to]!;
      for (const row of rows)
        vectorOf(row).forEach((value, at) => (sum += unit * value * meanWeights.values[at * 6 + to]!));
      for (let detector = 0; detector < 4; detector++) {
        const strengths = rows.map((row) =>
          vectorOf(row).reduce(
            (total, value, at) => total + value * detectorWeights.values[detector * dimensions + at]!,
            0,
          ),
        );
        sum += Math.max(0, ...strengths) * detectorOut.values[detector * 6 + to]!;
      }
      return Math.max(0, sum);
    });
    wanted.forEach((value, to) => assert.ok(Math.abs(value - gist[to]!) < 0.05, `${value} ${gist[to]!}`));
  });

  it('refuses a file whose parts don’t fit together', () => {
    const file = packModel({ network, words }, { inputs: 'x', calibration, shownWords: [] });
    const encoder = { ...file.encoder, words: 'plan care' };
    assert.throws(() => parseCultureModel({ ...file, encoder }), /encoder\.senses: 24 numbers, not 18/u);
    const context = { ...file.context, bias: [0], hiddenBias: [0] };
    assert.throws(() => parseCultureModel({ ...file, context }), /context\.hiddenWeights/u);
  });
});
