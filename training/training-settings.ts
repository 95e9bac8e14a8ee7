import type { NetworkSettings } from './network.ts';

/** All that is chosen about how a model is trained: `settings.json`. */
export interface TrainingSettings extends NetworkSettings {
  readonly seed: number;
  /** How often every record is gone through. */
  readonly epochs: number;
  /** Records learned at a time. */
  readonly recordsPerStep: number;
  /** A word of the texts must stand in so many records, or it is somebody's habit. */
  readonly leastRecords: number;
  /** 0 counts each passage alike, 1 each label alike. */
  readonly balance: number;
  /** The deviation to which word vectors are brought. */
  readonly vectorSpread: number;
}
