/** Numbers from 0 to below 1 that look random; the same seed gives the same ones. */
export function createRandom(seed: number): () => number;
/** A supervision record of about `size` characters. */
export function makeNote(size: number, seed?: number): string;
/** Places in prose where somebody might be typing, as offsets. */
export function pickPlaces(note: string, count: number): number[];
