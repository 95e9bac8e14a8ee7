import type { ProtocolCulture } from '../../server/src/protocol.ts';

/** How a culture is told apart without colour: in lines by point and dash, in bars by pattern. */
export interface CultureMark {
  readonly point: 'circle' | 'rect' | 'triangle' | 'rectRot';
  /** Lengths of line and gap in pixels. */
  readonly dash: readonly number[];
}

/** The marks of the four cultures. */
export const cultureMarks: Readonly<Record<ProtocolCulture, CultureMark>> = {
  professional: { point: 'triangle', dash: [8, 4] },
  managed: { point: 'rect', dash: [] },
  humanistic: { point: 'circle', dash: [2, 3] },
  democratic: { point: 'rectRot', dash: [10, 3, 2, 3] },
};

const tile = 8;

/** The fill of a culture's bar; plain colour where the browser can't make a pattern. */
export function createPattern(culture: ProtocolCulture, colour: string): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = tile;
  canvas.height = tile;
  const context = canvas.getContext('2d');
  if (context === null || culture === 'managed') return colour;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = 2;
  const line = (fromX: number, fromY: number, toX: number, toY: number): void => {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  };
  // A light ground, so that the bar is one shape.
  context.globalAlpha = 0.25;
  context.fillRect(0, 0, tile, tile);
  context.globalAlpha = 1;
  if (culture === 'professional') {
    line(-2, tile + 2, tile + 2, -2);
    line(-2, 2, 2, -2);
    line(tile - 2, tile + 2, tile + 2, tile - 2);
  } else if (culture === 'humanistic') {
    context.beginPath();
    context.arc(tile / 2, tile / 2, 2.2, 0, 2 * Math.PI);
    context.fill();
  } else {
    line(tile / 2, 0, tile / 2, tile);
    line(0, tile / 2, tile, tile / 2);
  }
  return context.createPattern(canvas, 'repeat') ?? colour;
}
