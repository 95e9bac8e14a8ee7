/** An axis along which vectors differ, and by how much (variance). */
export interface Axis {
  readonly direction: readonly number[];
  readonly variance: number;
}

/**
 * The principal axes of vectors whose mean is 0, the widest first: eigenvectors of their covariance by
 * Jacobi's rotations.
 */
export function findPrincipalAxes(vectors: readonly (readonly number[])[]): Axis[] {
  const size = vectors[0]?.length ?? 0;
  const matrix = covariance(vectors, size);
  const axes = identity(size);
  for (let sweep = 0; sweep < 30 && offDiagonal(matrix) > 1e-12; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, axes, p, q);
  }
  return identity(size)
    .map((_, column) => ({
      direction: axes.map((row) => row[column]!),
      variance: matrix[column]![column]!,
    }))
    .sort((a, b) => b.variance - a.variance);
}

function covariance(vectors: readonly (readonly number[])[], size: number): number[][] {
  const matrix = identity(size).map((row) => row.map(() => 0));
  for (const vector of vectors) {
    for (let p = 0; p < size; p++) for (let q = 0; q <= p; q++) matrix[p]![q]! += vector[p]! * vector[q]!;
  }
  for (let p = 0; p < size; p++) {
    for (let q = 0; q <= p; q++) matrix[q]![p] = matrix[p]![q] = matrix[p]![q]! / vectors.length;
  }
  return matrix;
}

function rotate(matrix: number[][], axes: number[][], p: number, q: number): void {
  const shared = matrix[p]![q]!;
  if (Math.abs(shared) < 1e-15) return;
  const slope = (matrix[q]![q]! - matrix[p]![p]!) / (2 * shared);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (row: number[]): void => {
    const a = row[p]!;
    const b = row[q]!;
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  };
  matrix.forEach(turn);
  const rowP = matrix[p]!;
  const rowQ = matrix[q]!;
  matrix[p] = rowP.map((a, column) => cosine * a - sine * rowQ[column]!);
  matrix[q] = rowP.map((a, column) => sine * a + cosine * rowQ[column]!);
  axes.forEach(turn);
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)),
  );
}

function offDiagonal(matrix: readonly (readonly number[])[]): number {
  let sum = 0;
  matrix.forEach((row, p) => row.forEach((value, q) => (sum += p === q ? 0 : value * value)));
  return sum;
}
