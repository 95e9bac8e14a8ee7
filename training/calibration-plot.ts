import type { Confident } from './confidence-metrics.ts';

const size = 320;
const margin = 44;
const bins = 10;

/**
 * A picture (SVG) of how far confidence can be trusted: for each tenth of confidence how often the reading was
 * right, as a dot whose area is the number of readings; the line is where both are the same.
 */
export function drawCalibration(readings: readonly Confident[]): string {
  const at = (share: number): number => margin + share * size;
  const up = (share: number): number => margin + size - share * size;
  const dots = Array.from({ length: bins }, (_, bin) => {
    const own = readings.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    if (own.length === 0) return '';
    const confidence = own.reduce((sum, reading) => sum + reading.confidence, 0) / own.length;
    const right = own.filter((reading) => reading.right).length / own.length;
    const radius = 2 + 22 * Math.sqrt(own.length / readings.length);
    return `<circle cx="${at(confidence).toFixed(1)}" cy="${up(right).toFixed(1)}" r="${radius.toFixed(1)}"/>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${at(share)}" y="${margin + size + 18}" text-anchor="middle">${share * 100} %</text>`,
    `<text x="${margin - 8}" y="${up(share) + 4}" text-anchor="end">${share * 100}</text>`,
  ]);
  const whole = size + margin * 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${whole}" height="${whole}" font-family="sans-serif" font-size="11" role="img" aria-label="How sure a reading is, and how often it is right">
<rect width="${whole}" height="${whole}" fill="#fff"/>
<rect x="${margin}" y="${margin}" width="${size}" height="${size}" fill="none" stroke="#999"/>
<path d="M${at(0)} ${up(0)}L${at(1)} ${up(1)}" stroke="#999" stroke-dasharray="4 4"/>
<g fill="#2a6f97" fill-opacity="0.6">${dots.join('')}</g>
<g fill="#333">${ticks.join('')}
<text x="${at(0.5)}" y="${whole - 8}" text-anchor="middle">How sure the reading is</text>
<text x="${margin}" y="${margin - 12}">How often it is right (%)</text></g>
</svg>
`;
}
