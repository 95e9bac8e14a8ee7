import type { Position } from 'vscode-languageserver';
import type { PassageReading } from '../culture/read-passages.ts';
import { toOffset } from './positions.ts';
import type { ReadDocument } from './read-document.ts';

/** The reading of the passage at a place, its tags included; undefined between passages. */
export function passageAt(read: ReadDocument, position: Position): PassageReading | undefined {
  const offset = toOffset(read.document, position);
  return read.analysis.readings.find(
    ({ passage }) => passage.span.start <= offset && offset <= passage.span.end,
  );
}
