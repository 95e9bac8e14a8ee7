import { twoBest } from '../server/src/culture/culture-reader.ts';
import { measureAgreement } from '../server/src/culture/agreement.ts';
import { passageLabels, type PassageLabel } from '../server/src/terms/cultures.ts';
import { decimal, markdownTable, percent } from './tables.ts';
import type { LeftOut } from './train-model.ts';

/** What models make of writers they never saw, the more training texts they learn from. */
export function describeCurve(
  points: readonly { readonly share: number; readonly scores: readonly LeftOut[] }[],
): string {
  return [
    '### More text',
    markdownTable(
      ['training texts learned from', 'accuracy', 'kappa', 'macro-F1'],
      points.map(({ share, scores }) => {
        const { accuracy, kappa, macroF1 } = measureAgreement(scores.map(judge));
        return [percent(share), percent(accuracy), decimal(kappa), decimal(macroF1)];
      }),
    ),
  ].join('\n\n');
}

/** The best guess behind scores, beside the label. */
export function judge({ scores, label }: LeftOut): { given: PassageLabel; wanted: PassageLabel } {
  const labelAt = (index: number): PassageLabel => passageLabels[index] ?? 'none';
  return { given: labelAt(twoBest(scores)[0]), wanted: labelAt(label) };
}
