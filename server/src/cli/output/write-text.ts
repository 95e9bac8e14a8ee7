import { describeReading } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../../balance/messages.ts';
import type { Finding } from '../../balance/judge-record.ts';
import { headerValue, type SupervisionRecord } from '../../record/record.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import type { SkippedEntry } from './check-output.ts';
import type { CheckedRecord, CheckWriter } from './check-writer.ts';
import { cleanLine, type OutputStream } from '../command-host.ts';
import { createRegions, type RegionOf } from './record-entry.ts';
import { wrapText, type TerminalStyle } from '../terminal/terminal-style.ts';

/** At most so many findings of a record are shown; `explain` shows the rest (spec section 0). */
const shownFindings = 3;

/** Makes what is written of a record for people: its reading in words, one thing that it does well, and at most three findings. */
export function createTextRecord(
  style: TerminalStyle,
  messages: Messages,
): (checked: CheckedRecord) => string {
  const say = (name: string, values?: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  const headOf = (path: string, record: SupervisionRecord): string => {
    const { kind, subtype } = record.recognition;
    const name =
      subtype === undefined
        ? messageInTable(messages.cli, 'kinds', kind)
        : messageInTable(messages.explain, 'subtypes', subtype).replace(/^an? /, '');
    const date = headerValue(record, 'date')?.value;
    const values = {
      path: style.bold(cleanLine(path)),
      kind: name,
      date: date === undefined ? say('undated') : longDate(cleanLine(date)),
    };
    return say('head', values);
  };

  const findingLine = ({ message, rule, severity, span }: Finding, region: RegionOf): string => {
    const { line, column } = region(span);
    const severityName = messageInTable(messages.cli, 'severities', severity);
    // A hint or a piece of information is a question: it needs no word in front, least of all a loud one.
    const loud = severity === 'error' ? style.red : severity === 'warning' ? style.yellow : undefined;
    const name = `[${rule}]`;
    const text = `${loud === undefined ? '' : `${severityName}: `}${message} ${name}`;
    const paint = (word: string): string =>
      word === name ? style.dim(word) : loud !== undefined && word === `${severityName}:` ? loud(word) : word;
    return wrapText(cleanLine(text), style.width, `  ${style.dim(`${line}:${column}`.padEnd(6))} `, paint);
  };

  return ({ path, analysis }) => {
    const { record, readings, profile, strengths } = analysis;
    const findings = analysis.findings.filter(({ follows }) => follows !== true);
    const region = createRegions(record.text);
    const { words, counts } = describeReading(readings, profile, messages);
    const [strength] = strengths;
    const lines = [headOf(path, record), wrap(`${words}.`)];
    if (counts !== '') lines.push(wrap(counts));
    if (strength !== undefined) {
      const { line } = region(strength.passage.textSpan);
      lines.push(wrap(say('done-well', { message: strength.message, line })));
    }
    lines.push(...findings.slice(0, shownFindings).map((finding) => findingLine(finding, region)));
    const more = findings.length - shownFindings;
    if (more > 0) lines.push(`  ${say('more', { n: more, path: quotePath(path) })}`);
    if (findings.length === 0) lines.push(wrap(say('nothing')));
    return `${lines.join('\n')}\n\n`;
  };

  function wrap(text: string, lead = '  '): string {
    return wrapText(cleanLine(text), style.width, lead);
  }
}

/** For people: what was made of each record, then what is to be said of runs and of all. */
export function createTextWriter(
  output: OutputStream,
  style: TerminalStyle,
  messages: Messages,
): CheckWriter {
  const say = (name: string, values?: MessageValues): string =>
    fillMessage(messageIn(messages.cli, name), values);
  const skipped: SkippedEntry[] = [];
  let records = 0;
  let open = 0;
  return {
    async record(_path, _name, { text, asked }) {
      records++;
      if (asked) open++;
      await output.write(text);
    },
    skipped(entry) {
      skipped.push(entry);
      return Promise.resolve();
    },
    async end({ passedOver, exit, runs, undated, clashes }) {
      const lines: string[] = [];
      const overTime = runs.filter(({ findings }) => findings.length > 0);
      if (overTime.length > 0) lines.push(say('over-time'));
      for (const { run, findings } of overTime) {
        const [first, last] = [run.records[0]?.date ?? '', run.records.at(-1)?.date ?? ''];
        lines.push(
          wrap(
            say('run', {
              n: run.records.length,
              from: longDate(first),
              to: longDate(last),
              path: cleanLine(run.records.at(-1)?.id ?? ''),
            }),
          ),
        );
        lines.push(...findings.map(({ message, rule }) => wrap(`${message} [${rule}]`, '    - ')));
      }
      if (overTime.length > 0) lines.push('');
      if (undated.length > 0 && records > 1) lines.push(wrap(say('run-undated', { n: undated.length })), '');
      for (const parts of clashes)
        lines.push(
          wrap(
            say('run-clash', {
              path: cleanLine(parts[0]?.records[0]?.id ?? ''),
              other: cleanLine(parts[1]?.records[0]?.id ?? ''),
            }),
          ),
          '',
        );
      if (skipped.length > 0) {
        lines.push(
          say('skipped'),
          ...skipped.map(({ path, reason }) => wrap(`${path}: ${reason}`, '  - ')),
          '',
        );
      }
      if (records > 0) lines.push(say(open > 0 ? 'summary' : 'summary-nothing', { n: records, asked: open }));
      else if (passedOver > 0)
        lines.push(
          ...[say('no-records', { n: passedOver }), say('no-records-how')].map((text) => wrap(text, '')),
        );
      else if (skipped.length === 0 && exit !== 2) lines.push(wrap(say('no-files'), ''));
      if (lines.length > 0) await output.write(`${lines.join('\n')}\n`);
    },
  };

  function wrap(text: string, lead = '  '): string {
    return wrapText(cleanLine(text), style.width, lead);
  }
}

/** Dear to make, so made once. */
const longDates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2024-04-10" as "10 April 2024"; what isn't ISO as it was written. */
function longDate(date: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) return date;
  return longDates.format(day);
}

/** A path that can be copied behind a command. */
function quotePath(path: string): string {
  return /^[\w./@:+,-]+$/.test(path) ? path : `"${cleanLine(path)}"`;
}
