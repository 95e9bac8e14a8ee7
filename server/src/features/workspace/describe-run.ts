import { describeReading, plainName } from '../../balance/describe-reading.ts';
import { messageIn, messageInTable } from '../../balance/messages.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EvidencedTopic, RunRecord, RunView, RunViewFinding } from '../../protocol.ts';
import { runName, type Run } from '../../runs/gather-runs.ts';
import { askLeader, type Bearing } from '../../runs/leader-questions.ts';
import { leadershipStyles } from '../../runs/leadership-style.ts';
import { observedTopics } from '../../runs/observations.ts';
import { findQuietCultures } from '../../runs/quiet-cultures.ts';
import { fillMessage, type MessageValues } from '../../text/message.ts';
import { showDay } from '../../text/show-day.ts';
import { describeClash, listedRecord } from './list-records.ts';
import { gatherEvidence, type ReadRunRecord, type RunEvidence } from './run-evidence.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

/** So many passages are enough to think about. */
const mostPassages = 6;
/** What only a record's header tells, and nothing infers. */
const toldFields = ['readiness', 'group_stage'] as const;

/** A run for its view: all of it in words and places. `read`: its records' texts, read. */
export function describeRun(
  run: Run,
  read: readonly ReadRunRecord[],
  index: WorkspaceIndex,
  knowledge: Knowledge,
): RunView {
  const { messages, leaderQuestions } = knowledge;
  const say = (name: string, values?: MessageValues): string =>
    fillMessage(messageIn(messages.workspace, name), values);
  const inTable = (table: string, name: string): string => messageInTable(messages.workspace, table, name);
  const evidence = gatherEvidence(read, knowledge);
  const topic = (
    id: string,
    words: string,
    passages: EvidencedTopic['passages'],
    none: string,
  ): EvidencedTopic => ({
    id,
    words,
    passages: distinct(passages).slice(0, mostPassages),
    message: passages.length === 0 ? say(none) : '',
  });
  const observations = observedTopics
    .map((id) => topic(id, inTable('topics', id), evidence.topics[id], 'not-written'))
    // One person's supervision needn't be a community.
    .filter(({ passages }) => run.by === 'team' || passages.length > 0);
  const styles = leadershipStyles.map((id) =>
    topic(id, inTable('styles', id), evidence.styles[id], 'not-written'),
  );
  const name = runName(run.scope, run);
  return {
    by: run.by,
    name: run.name,
    scope: run.scope,
    note: describeClash(index, name, messages),
    records: run.records.flatMap(({ id }) => runRecord(id, index, knowledge)),
    undated: index.book.undated(name).flatMap(({ id }) => {
      const record = index.record(id);
      return record === undefined ? [] : [{ uri: id, title: listedRecord(record, index, messages).title }];
    }),
    quiet: findQuietCultures(run).map(({ culture, records, lastOn }) => {
      const plain = plainName(messages, culture);
      const values = { n: records, Culture: plain.charAt(0).toUpperCase() + plain.slice(1) };
      const message =
        lastOn === undefined
          ? say('quiet-whole', values)
          : say('quiet', { ...values, date: showDay(lastOn) });
      return { culture, message };
    }),
    findings: runFindings(run, index),
    told: toldFields.flatMap((key) => {
      const value = evidence.told(key);
      return value === undefined || value === '' ? [] : [{ label: inTable('told', key), value }];
    }),
    styles: evidence.isLed ? styles : [],
    stylesNote: evidence.isLed ? say('styles-note') : '',
    observations,
    questions: askLeader(run, leaderQuestions).map(({ id, words, bears }) =>
      topic(
        id,
        words,
        bears.flatMap((bearing) => bearingOn(bearing, evidence)),
        'notes-dont-say',
      ),
    ),
  };
}

function bearingOn(bearing: Bearing, { topics, styles }: RunEvidence): EvidencedTopic['passages'] {
  return bearing === 'style' ? leadershipStyles.flatMap((style) => styles[style]) : topics[bearing];
}

/** One of each passage, the newest record's first. */
function distinct(passages: EvidencedTopic['passages']): EvidencedTopic['passages'] {
  const byPlace = new Map(
    passages.map((each) => [`${each.uri} ${each.range.start.line} ${each.range.start.character}`, each]),
  );
  return [...byPlace.values()].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

/** A record of a run for a view; empty where the index has it no more, or without a date. */
export function runRecord(uri: string, index: WorkspaceIndex, { messages }: Knowledge): RunRecord[] {
  const record = index.record(uri);
  if (record?.summary.date === undefined) return [];
  const { profile, date } = record.summary;
  const { note: _note, ...listed } = listedRecord(record, index, messages);
  const reading = describeReading([], profile, messages, []).words;
  return [{ ...listed, date, shares: profile.shares, words: profile.words, reading }];
}

function runFindings(run: Run, index: WorkspaceIndex): RunViewFinding[] {
  const at = (id: string): RunViewFinding['range'] | undefined => index.record(id)?.listing.titlePlace;
  return index.judge(run).flatMap(({ rule, severity, message, id, related }) => {
    const range = at(id);
    if (range === undefined) return [];
    return [
      {
        rule,
        severity,
        message,
        uri: id,
        range,
        related: related.flatMap((each) => {
          const place = at(each.id);
          return place === undefined ? [] : [{ uri: each.id, range: place, message: each.message }];
        }),
      },
    ];
  });
}
