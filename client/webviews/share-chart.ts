import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import type { BalancePart, ProtocolCulture } from '../../server/src/protocol.ts';
import { createPattern } from './culture-marks.ts';
import { showPercent } from './format.ts';
import type { Theme } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Four bars for one record: what is told for sure is filled with its pattern, what was guessed is outlined. */
export interface ShareChart {
  /** Draws in place, without animation, so that nothing flickers while somebody types. */
  draw: (parts: readonly BalancePart[], theme: Theme, guessedWords: string) => void;
}

/** Makes the chart on a canvas; `onPick` is called for the bar that is clicked. */
export function createShareChart(
  canvas: HTMLCanvasElement,
  onPick: (culture: ProtocolCulture) => void,
): ShareChart {
  let shown: readonly BalancePart[] = [];
  const chart = new Chart<'bar', number[], string[]>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [{ data: [] }, { data: [] }] },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      onClick: (event) => {
        const { y } = event;
        if (y === null) return;
        // Anywhere on the line of a bar: a bar of nothing can't be hit.
        const part = shown[chart.scales['y']?.getValueForPixel(y) ?? -1];
        if (part !== undefined) onPick(part.culture);
      },
    },
  });
  return {
    draw(parts, theme, guessedWords) {
      shown = parts;
      const colours = parts.map(({ culture }) => theme.cultures[culture]);
      const bar = {
        borderColor: colours,
        borderWidth: 1.5,
        borderSkipped: false,
        barPercentage: 0.75,
      } as const;
      chart.data.labels = parts.map(({ name, share }) => [name, showPercent(share)]);
      chart.data.datasets = [
        {
          ...bar,
          data: parts.map(({ share, guessed }) => share - guessed),
          backgroundColor: parts.map(({ culture }) => createPattern(culture, theme.cultures[culture])),
        },
        { ...bar, data: parts.map(({ guessed }) => guessed), backgroundColor: 'transparent' },
      ];
      const font = { family: theme.font, size: 12 };
      chart.options.plugins = {
        // The table and the note under the chart say it; the run's chart brings the legend along.
        legend: { display: false },
        tooltip: {
          callbacks: {
            title: ([item]) => parts[item?.dataIndex ?? -1]?.name ?? '',
            label: ({ datasetIndex, parsed }) =>
              `${showPercent(parsed.x ?? 0)}${datasetIndex === 1 ? ` (${guessedWords})` : ''}`,
          },
        },
      };
      chart.options.scales = {
        x: { stacked: true, min: 0, max: 1, display: false },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: theme.text, font, autoSkip: false },
        },
      };
      chart.update('none');
    },
  };
}
