import { describeReading } from '../balance/describe-reading.ts';
import { messageIn, messageInTable, type Messages } from '../balance/messages.ts';
import { balanceIsJudged, neededWords } from '../balance/share-rules.ts';
import { switchedOffInFile } from '../balance/switched-off.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { headerValue, isCaseRecord, type SupervisionRecord } from '../record/record.ts';
import { createLineIndex } from '../text/line-index.ts';
import { fillMessage, type MessageValues } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analyse.ts';

/** How an explanation is shaped for where it is read. */
export interface ExplanationOptions {
  /** Says where a span is; left out: "line 8". */
  readonly location?: (span: Span) => string;
  /** The file was named to be read, so it is read even where nothing says that it is a record. */
  readonly named?: boolean;
  /** What is to be said of the record's run, in words. */
  readonly run?: string;
}

type Say = (name: string, values?: MessageValues) => string;

/**
 * Says in Markdown why a file is or isn't read as a record, what it shows, all that was found, and what was
 * not looked at and why. Used by the editor and the command line alike.
 */
export function explainFile(
  analysis: Analysis,
  configuration: Configuration,
  messages: Messages,
  options: ExplanationOptions = {},
): string {
  const { record } = analysis;
  const say: Say = (name, values) => fillMessage(messageIn(messages.explain, name), values);
  const { recognised } = record.recognition;
  const blocks = recognised
    ? [describeKind(record, messages, say)]
    : describeStranger(record, messages, say, options.named === true);
  if (recognised || options.named === true) {
    blocks.push(...describeAnalysis(analysis, messages, say, options.location ?? lineOf(record.text, say)));
    const reasons = listReasons(analysis, configuration, say);
    if (analysis.findings.length === 0)
      blocks.push(
        reasons.length > 0 ? say('nothing-flagged') : `${say('nothing-flagged')} ${say('all-looked')}`,
      );
    blocks.push(...listBlock(say('reasons'), reasons));
    blocks.push(
      ...record.limits.map(({ section, text }) =>
        say(section === undefined ? 'limited' : 'limited-section', { limit: escapeMarkdown(text) }),
      ),
    );
  }
  if (options.run !== undefined && options.run !== '') blocks.push(escapeMarkdown(options.run));
  if (!recognised) blocks.push(say('not-record-how'));
  blocks.push(say('about'));
  return `${blocks.join('\n\n')}\n`;
}

/** Why the file is read, and as what. */
function describeKind({ recognition }: SupervisionRecord, messages: Messages, say: Say): string {
  const { origin, evidence, kind, subtype } = recognition;
  const words = evidence?.text ?? '';
  const values = {
    kind: messageInTable(messages.explain, 'kinds', kind),
    evidence: origin === 'header' ? codeText(words) : escapeMarkdown(words),
  };
  // A recognised file of which nothing but its content tells the kind was recognised by its path.
  const why = say(origin === 'content' ? 'record-path' : `record-${origin}`, values);
  return subtype === undefined
    ? why
    : `${why} ${say('group', { subtype: messageInTable(messages.explain, 'subtypes', subtype) })}`;
}

/** Why the file isn't read unasked, and what it might be. */
function describeStranger(record: SupervisionRecord, messages: Messages, say: Say, named: boolean): string[] {
  const type = headerValue(record, 'type');
  const why =
    type === undefined ? say('not-record-unnamed') : say('not-record-type', { value: codeText(type.text) });
  const { kind } = record.recognition;
  const guess =
    kind === 'unknown'
      ? []
      : [say('record-content', { kind: messageInTable(messages.explain, 'kinds', kind) })];
  return [`${say(named ? 'not-record-named' : 'not-record')} ${why}`, ...guess];
}

/** The reading, what is done well, and all findings. */
function describeAnalysis(
  analysis: Analysis,
  messages: Messages,
  say: Say,
  location: (span: Span) => string,
): string[] {
  const { readings, profile, strengths, findings } = analysis;
  const { words, counts } = describeReading(readings, profile, messages);
  const done = strengths.map(
    ({ message, passage }) => `${escapeMarkdown(message)} (${location(passage.textSpan)})`,
  );
  const found = findings
    .filter(({ follows }) => follows !== true)
    .map(({ span, message, rule }) => `${location(span)}: ${escapeMarkdown(message)} \`${rule}\``);
  return [
    say('reading', { reading: words, counts }).trimEnd(),
    ...listBlock(say('strengths'), done),
    ...listBlock(say('findings'), found),
  ];
}

/** Why less may be flagged than one might expect. */
function listReasons(analysis: Analysis, configuration: Configuration, say: Say): string[] {
  const { record, profile } = analysis;
  const reasons: string[] = [];
  if (record.recognition.kind === 'unknown') reasons.push(say('unknown-kind'));
  else if (isCaseRecord(record)) reasons.push(say('case-record'));
  else if (!balanceIsJudged(record)) reasons.push(say('balance-rests'));
  else if (profile.words < neededWords)
    reasons.push(say('too-short', { needed: neededWords, words: profile.words }));
  const inFile = switchedOffInFile(record);
  const inPart = record.switches
    .filter(({ kind }) => kind === 'disable' || kind === 'disable-next-passage')
    .flatMap(({ rules }) => (rules.length === 0 ? ['all'] : rules.map(({ id }) => id)));
  const inConfiguration = Object.entries(configuration.rules.severities).flatMap(([id, severity]) =>
    severity === 'off' ? [id] : [],
  );
  for (const [name, rules] of [
    ['switched-off', inFile],
    ['switched-off-part', inPart],
    ['off-in-configuration', inConfiguration],
  ] as const) {
    if (rules.length > 0) reasons.push(say(name, { rules: listRules(rules, say) }));
  }
  return reasons;
}

function listRules(rules: readonly string[], say: Say): string {
  return rules.includes('all')
    ? say('all-rules')
    : [...new Set(rules)].map((id) => `\`${codeText(id)}\``).join(', ');
}

function listBlock(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`];
}

function lineOf(text: string, say: Say): (span: Span) => string {
  const index = createLineIndex(text);
  return ({ start }) => say('line', { line: index.placeAt(start).line + 1 });
}

/** What would be read as Markdown in a text that isn't; code spans of the tool's own messages stay. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~$]/g, '\\$&')))
    .join('');
}

/** A text that can stand between two backticks. */
function codeText(text: string): string {
  return text.replace(/`/g, "'");
}
