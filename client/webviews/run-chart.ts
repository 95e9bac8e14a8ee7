import {
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ProtocolCulture, RunRecord } from '../../server/src/protocol.ts';
import { cultureMarks } from './culture-marks.ts';
import { showDay, showPercent } from './format.ts';
import type { Theme } from './theme.ts';

Chart.register(CategoryScale, Legend, LineController, LineElement, LinearScale, PointElement, Tooltip);

/** What the chart of a run shows. */
export interface RunChartData {
  readonly records: readonly RunRecord[];
  /** The plain names, in the order in which they are listed. */
  readonly names: readonly (readonly [ProtocolCulture, string])[];
  readonly language: string;
}

/** Four lines over the records of a run, told apart by point and dash as well as by colour. */
export interface RunChart {
  draw: (data: RunChartData, theme: Theme) => void;
}

/** Makes the chart on a canvas; `onPick` is called for the record whose points are clicked. */
export function createRunChart(canvas: HTMLCanvasElement, onPick: (record: RunRecord) => void): RunChart {
  let shown: readonly RunRecord[] = [];
  const chart = new Chart<'line', (number | null)[], string>(canvas, {
    type: 'line',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, [hit]) => {
        const record = shown[hit?.index ?? -1];
        if (record !== undefined) onPick(record);
      },
    },
  });
  return {
    draw({ records, names, language }, theme) {
      shown = records;
      const font = { family: theme.font, size: 12 };
      chart.data.labels = records.map(({ date }) => showDay(date, language, 'short'));
      chart.data.datasets = names.map(([culture, name]) => ({
        label: name,
        // A record without such words has no share of anything: there the line goes on.
        data: records.map(({ shares, words }) => (words === 0 ? null : shares[culture])),
        spanGaps: true,
        borderColor: theme.cultures[culture],
        backgroundColor: theme.cultures[culture],
        borderWidth: 2,
        borderDash: [...cultureMarks[culture].dash],
        pointStyle: cultureMarks[culture].point,
        pointRadius: 5,
        clip: false as const,
      }));
      chart.options.plugins = {
        legend: {
          position: 'bottom',
          labels: { usePointStyle: true, color: theme.text, font, boxWidth: 8, padding: 12 },
          // Hiding a culture by a slip of the mouse would show another picture than the table.
          onClick: () => undefined,
        },
        tooltip: {
          usePointStyle: true,
          callbacks: {
            label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${showPercent(parsed.y ?? 0)}`,
          },
        },
      };
      chart.options.scales = {
        x: { grid: { display: false }, border: { color: theme.faint }, ticks: { color: theme.text, font } },
        y: {
          min: 0,
          max: 1,
          border: { display: false },
          grid: { color: theme.faint },
          ticks: { stepSize: 0.5, color: theme.text, font, callback: (value) => showPercent(Number(value)) },
        },
      };
      chart.update('none');
    },
  };
}
