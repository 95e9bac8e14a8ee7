import { messageIn, messageInTable, type Messages } from '../../balance/messages.ts';
import { measureAgreement, share, type Agreement, type Judgement } from '../../culture/agreement.ts';
import { passageLabels, type PassageLabel } from '../../terms/cultures.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import { cleanLine, type OutputStream } from '../command-host.ts';
import { wrapText, type TerminalStyle } from '../terminal/terminal-style.ts';

/** A passage that both sides read. */
export interface ComparedPassage extends Judgement {
  readonly id: string;
  /** False where the tool would rather have said nothing. */
  readonly decided: boolean;
  /** File and line, where records were read. */
  readonly where: string | undefined;
}

/** Two readings of the same passages. */
export interface Comparison {
  readonly compared: readonly ComparedPassage[];
  /** The other side is a second file of labels, not this tool. */
  readonly others: boolean;
  /** Labels for passages that the other side hasn't got. */
  readonly unmatched: number;
  /** Passages of the other side that have no label. */
  readonly unlabelled: number;
}

/** Where and how to write. */
export interface AgreementOutput {
  readonly output: OutputStream;
  readonly style: TerminalStyle;
  readonly messages: Messages;
}

const column = 13;

/** Writes how far two readings agree: kappa, figures for each label, the confusion matrix, every difference. */
export async function writeAgreement(
  { compared, others, unmatched, unlabelled }: Comparison,
  { output, style, messages }: AgreementOutput,
): Promise<void> {
  const say = (name: string, values?: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  const wrap = (text: string): string => wrapText(cleanLine(text), style.width, '');
  const all = measureAgreement(compared);
  const lines = [style.bold(wrap(say('agreement-head', { n: all.count }))), wrap(figures(all))];
  if (!others) {
    const decided = measureAgreement(compared.filter((passage) => passage.decided));
    const values = { n: decided.count, share: percent(share(decided.count, all.count)) };
    lines.push(wrap(say('agreement-decided', { ...values, accuracy: percent(decided.accuracy) })));
  }
  if (unmatched > 0) lines.push(wrap(say('agreement-unmatched', { n: unmatched })));
  if (unlabelled > 0) lines.push(wrap(say('agreement-unlabelled', { n: unlabelled })));
  lines.push('', ...labelTable(all), '', ...confusionTable(all));
  const differences = compared.filter(({ given, wanted }) => given !== wanted);
  if (differences.length > 0) lines.push('', say('agreement-differences', { n: differences.length }));
  for (const { id, where, wanted, given, decided } of differences) {
    const unsure = decided ? '' : ` ${say('agreement-unsure')}`;
    lines.push(
      `  ${cleanLine(id)}  ${wanted} → ${given}${unsure}${where === undefined ? '' : `  ${style.dim(cleanLine(where))}`}`,
    );
  }
  await output.write(`${lines.join('\n')}\n`);

  function figures({ accuracy, kappa, macroF1 }: Agreement): string {
    return say('agreement-figures', {
      accuracy: percent(accuracy),
      kappa: kappa.toFixed(3),
      f1: macroF1.toFixed(3),
    });
  }

  function head(name: string): string {
    return messageInTable(messages.cli, 'agreement-columns', name);
  }

  function labelTable({ labels }: Agreement): string[] {
    const names = ['precision', 'recall', 'f1', 'passages'] as const;
    return [
      `${head('label').padEnd(column + 1)}${names.map((name) => head(name).padStart(column)).join('')}`,
      ...labels.map(({ label, precision, recall, f1, wanted }) => {
        const cells = [precision, recall, f1].map((figure) => figure.toFixed(3));
        return `${label.padEnd(column + 1)}${[...cells, String(wanted)].map((cell) => cell.padStart(column)).join('')}`;
      }),
    ];
  }

  function confusionTable({ confusion }: Agreement): string[] {
    const row = (name: string, cells: readonly string[]): string =>
      `${name.padEnd(column + 1)}${cells.map((cell) => cell.padStart(column)).join('')}`;
    return [
      row(head('read-as'), passageLabels),
      ...passageLabels.map((label: PassageLabel, index) => row(label, (confusion[index] ?? []).map(String))),
    ];
  }
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
