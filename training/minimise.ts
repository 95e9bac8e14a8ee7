/** A function to minimise: gives its value at a point and writes its slopes there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How many past steps L-BFGS remembers. */
const memory = 6;

/** Stop where a step gains less than this share of the value. */
const leastGain = 1e-5;

/** Minimises a convex function by L-BFGS with a backtracking line search; deterministic. */
export function minimise(objective: Objective, start: Float64Array, iterations: number): Float64Array {
  let point = start;
  let gradient = new Float64Array(start.length);
  let value = objective(point, gradient);
  const past: Step[] = [];
  for (let round = 0; round < iterations; round++) {
    const direction = descend(gradient, past);
    const slope = dot(direction, gradient);
    if (slope > -1e-9) break;
    const firstRate = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    const next = search(objective, { point, value, direction, slope }, firstRate);
    if (next === undefined) break;
    remember(past, combine(next.point, point, -1), combine(next.gradient, gradient, -1));
    const gained = value - next.value;
    ({ point, gradient, value } = next);
    if (gained < leastGain * Math.abs(value)) break;
  }
  return point;
}

interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
  /** One over the product of the two. */
  readonly rate: number;
}

interface Line {
  readonly point: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly slope: number;
}

interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

function search(objective: Objective, line: Line, firstRate: number): Place | undefined {
  let rate = firstRate;
  for (let trial = 0; trial < 25; trial++, rate *= 0.5) {
    const point = combine(line.point, line.direction, rate);
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    if (value <= line.value + 1e-4 * rate * line.slope) return { point, gradient, value };
  }
  return undefined;
}

function remember(past: Step[], move: Float64Array, change: Float64Array): void {
  const product = dot(move, change);
  if (product <= 1e-12) return;
  past.push({ move, change, rate: 1 / product });
  if (past.length > memory) past.shift();
}

function descend(gradient: Float64Array, past: readonly Step[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (let at = past.length - 1; at >= 0; at--) {
    const { move, change, rate } = past[at]!;
    const share = (shares[at] = rate * dot(move, direction));
    accumulate(direction, change, -share);
  }
  const last = past.at(-1);
  if (last) {
    const scale = 1 / (last.rate * dot(last.change, last.change));
    for (let at = 0; at < direction.length; at++) direction[at]! *= scale;
  }
  past.forEach(({ move, change, rate }, at) => {
    accumulate(direction, move, shares[at]! - rate * dot(change, direction));
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function accumulate(target: Float64Array, source: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at]! += factor * source[at]!;
}

function combine(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  const result = a.slice();
  accumulate(result, b, factor);
  return result;
}
