import assert from 'node:assert/strict';
import {
  createNetwork,
  learnBatch,
  parametersOf,
  type Batch,
  type Network,
} from '../../../training/network.ts';
import { createRandom, nextNormal, shuffle } from '../../../training/random.ts';

const pace = { rate: 0.01, decay: 0 };
const settings = {
  ...{ gist: 4, detectors: 3, hidden: 5, alone: 0.5 },
  ...{ wordDropout: 0, poolDropout: 0, gistDropout: 0 },
  ...{ vectorPace: pace, wordPace: pace, pace },
};
const dimensions = 3;
const words = 6;
const figures = 2;

function newNetwork(): Network {
  const random = createRandom(7);
  const vectors = Float32Array.from({ length: words * dimensions }, () => nextNormal(random));
  return createNetwork(vectors, dimensions, figures, settings, random);
}

const batch: Batch = {
  texts: [
    { words: Int32Array.of(1, 2, 2), unit: 0.5, figures: Float64Array.from([1, 0]) },
    { words: Int32Array.of(3, 0, 4), unit: 0.5, figures: Float64Array.from([0, 0.5]) },
    { words: Int32Array.of(), unit: 0.5, figures: Float64Array.from([0.3, 0.3]) },
  ],
  passages: [
    {
      own: 0,
      single: [1, -1, 2, 1],
      further: [[], [1, 2]],
      places: [0, 5],
      wanted: [0.7, 0, 0.3, 0, 0],
    },
    { own: 1, single: [-1, -1, 0, -1], further: [[2], []], places: [4], wanted: [0, 0, 0, 1.2, 0] },
  ],
};

describe('The network', () => {
  it('has the slopes that its loss has', () => {
    const network = newNetwork();
    const random = createRandom(1);
    learnBatch(network, batch, random);
    const named = Object.entries(network).flatMap(([name, value]) =>
      parametersOf(network)
        .filter((parameters) => parameters === value)
        .map(({ values, slopes }) => ({ name, values, found: Float32Array.from(slopes) })),
    );
    for (const { name, values, found } of named) {
      for (let at = 0; at < values.length; at++) {
        const before = values[at]!;
        const nudge = 1e-3;
        values[at] = before + nudge;
        const more = learnBatch(network, batch, random);
        values[at] = before - nudge;
        const less = learnBatch(network, batch, random);
        values[at] = before;
        const measured = (more - less) / (2 * nudge);
        assert.ok(
          Math.abs(measured - found[at]!) < 2e-2 * Math.max(0.05, Math.abs(measured)),
          `${name}[${at}]: ${found[at]!} but ${measured} measured`,
        );
      }
    }
  });

  it('learns what it is shown', () => {
    const network = newNetwork();
    const random = createRandom(1);
    const first = learnBatch(network, batch, random);
    let last = first;
    for (let step = 0; step < 300; step++) {
      for (const parameters of parametersOf(network)) parameters.step(1);
      last = learnBatch(network, batch, random);
    }
    // A passage of two labels can't be learned to a loss of 0.
    assert.ok(last < first / 2, `${first} to ${last}`);
  });
});

describe('Numbers that look random', () => {
  it('are the same for the same seed', () => {
    const [one, two] = [createRandom(3), createRandom(3)];
    for (let index = 0; index < 10; index++) assert.equal(one.next(), two.next());
  });
  it('are spread over 0 to 1, and normal ones around 0', () => {
    const random = createRandom(5);
    const even = Array.from({ length: 4000 }, () => random.next());
    assert.ok(even.every((value) => value >= 0 && value < 1));
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.ok(Math.abs(mean(even) - 0.5) < 0.03);
    const normal = Array.from({ length: 4000 }, () => nextNormal(random));
    assert.ok(Math.abs(mean(normal)) < 0.1);
    assert.ok(Math.abs(mean(normal.map((value) => value * value)) - 1) < 0.1);
  });
  it('shuffle without losing anything', () => {
    const items = [1, 2, 3, 4, 5, 6];
    shuffle(items, createRandom(2));
    assert.notDeepEqual(items, [1, 2, 3, 4, 5, 6]);
    assert.deepEqual([...items].sort(), [1, 2, 3, 4, 5, 6]);
  });
});
