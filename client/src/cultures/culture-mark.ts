import type { MarkedCulture } from '../../../server/src/protocol.ts';

/** Outlines in a box of 16 by 16: told apart without any colour. */
const shapes: Readonly<Record<MarkedCulture, string>> = {
  managed: '<rect x="3" y="3" width="10" height="10" rx="1"/>',
  professional: '<path d="M8 2.5 14 13H2Z"/>',
  humanistic: '<circle cx="8" cy="8" r="5.2"/>',
  democratic: '<circle cx="5.6" cy="8" r="3.9"/><circle cx="10.4" cy="8" r="3.9"/>',
};

/** The marks' colours, for a light and for a dark ground; the same as the theme colours' defaults. */
const colours: Readonly<Record<MarkedCulture, { readonly light: string; readonly dark: string }>> = {
  managed: { light: '#0b5cad', dark: '#6cb6ff' },
  professional: { light: '#0a7052', dark: '#4fd1a1' },
  humanistic: { light: '#a34700', dark: '#ffb26b' },
  democratic: { light: '#7d2f8c', dark: '#e0a3ea' },
};

/** The mark of a culture as an SVG: square, triangle, circle, two rings; filled where the writer said so. */
export function cultureMark(culture: MarkedCulture, ground: 'light' | 'dark', filled: boolean): string {
  const colour = colours[culture][ground];
  const fill = filled ? colour : 'none';
  const opacity = filled ? ' fill-opacity="0.85"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 18 18" width="16" height="16"><g fill="${fill}"${opacity} stroke="${colour}" stroke-width="1.8" stroke-linejoin="round">${shapes[culture]}</g></svg>`;
}

/** The same as an address that needs no file. */
export function cultureMarkAddress(
  culture: MarkedCulture,
  ground: 'light' | 'dark',
  filled: boolean,
): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(cultureMark(culture, ground, filled))}`;
}
