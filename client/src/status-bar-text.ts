import type { ReadingParams } from '../../server/src/protocol.ts';

/** What the status bar shows and says. */
export interface StatusBarText {
  readonly text: string;
  readonly tooltip: string;
  /** For screen readers, which read neither icons nor tooltips. */
  readonly label: string;
}

/** The words for a reading, or undefined where nothing is to be shown. */
export function describeReading(reading: ReadingParams | undefined): StatusBarText | undefined {
  if (reading === undefined || !reading.recognised || reading.words === '') return undefined;
  return {
    text: `$(eye) ${reading.words}`,
    tooltip: reading.detail,
    label: `Supervision Lens: ${reading.words}. ${reading.detail}`.trim(),
  };
}
