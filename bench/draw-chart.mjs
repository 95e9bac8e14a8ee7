import { show } from './write-report.mjs';

/**
 * @typedef {object} Group Bars that are compared with one another.
 * @property {string} title
 * @property {string} unit
 * @property {readonly { label: string, value: number, isOurs: boolean }[]} bars
 */

const [width, labelWidth, barHeight, gap, margin] = [720, 210, 18, 6, 20];

/**
 * A picture (SVG) of groups of bars, each group on a scale of its own from 0; every bar tells its figure.
 * @param {readonly Group[]} groups
 */
export function drawChart(groups) {
  const room = width - margin * 2 - labelWidth - 70;
  let y = margin;
  const parts = [];
  for (const { title, unit, bars } of groups) {
    const most = Math.max(...bars.map(({ value }) => value));
    parts.push(text(margin, (y += 14), `${title} (${unit})`, 'font-weight="bold"'));
    y += 8;
    for (const { label, value, isOurs } of bars) {
      const length = Math.max(1, (value / most) * room);
      const middle = y + barHeight - 5;
      const start = margin + labelWidth;
      parts.push(
        text(start - 8, middle, label, 'text-anchor="end"'),
        `<rect x="${start}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="${isOurs ? '#0b5cad' : '#b4b9c0'}"/>`,
        text(start + length + 6, middle, show(value), isOurs ? 'font-weight="bold"' : ''),
      );
      y += barHeight + gap;
    }
    y += 14;
  }
  const height = y;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Times beside those of other programs; the figures are in the tables below">
<rect width="${width}" height="${height}" fill="#fff"/>
<g fill="#222">
${parts.join('\n')}
</g>
</svg>
`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {string} style
 */
function text(x, y, words, style) {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}"${style === '' ? '' : ` ${style}`}>${escaped}</text>`;
}
