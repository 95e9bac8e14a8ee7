import { createElement } from './element.ts';

/** A canvas in a box of its own, which the chart fills. */
export interface ChartFigure {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** What a screen reader says in place of the picture; the table says the rest. */
  describe: (label: string, caption: string) => void;
}

/** A figure for a chart; `className` gives its height. */
export function createChartFigure(className: string): ChartFigure {
  const canvas = createElement('canvas', { attributes: { role: 'img' } });
  const caption = createElement('figcaption');
  const element = createElement('figure', {}, createElement('div', { className }, canvas), caption);
  return {
    element,
    canvas,
    describe: (label, words) => {
      canvas.setAttribute('aria-label', label);
      caption.textContent = words;
      caption.hidden = words === '';
    },
  };
}
