import type { RecordSummary } from '../runs/record-summary.ts';

/** What choosing and bringing across ask of a record that came before in the same run; a summary is one. */
export type EarlierRecord = Pick<
  RecordSummary,
  'date' | 'profile' | 'observations' | 'prompts' | 'openActions' | 'called'
>;
