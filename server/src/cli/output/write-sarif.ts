import type { Analysis } from '../../analysis/analyse.ts';
import { messageIn, type Messages } from '../../balance/messages.ts';
import type { Severity } from '../../balance/rule.ts';
import { configurationRule, ruleIds, rules } from '../../balance/rules/index.ts';
import { runRules } from '../../runs/rules/index.ts';
import { outputVersion, type Region, type SkippedEntry } from './check-output.ts';
import type { CheckWriter } from './check-writer.ts';
import type { OutputStream } from '../command-host.ts';
import { createRegions } from './record-entry.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF knows no hints: what is meant gently stays a note. */
const levels: Readonly<Record<Severity, 'note' | 'warning' | 'error'>> = {
  hint: 'note',
  information: 'note',
  warning: 'warning',
  error: 'error',
};

/** The results of a record, as JSON with commas between. */
export function writeSarifResults(path: string, { record, findings }: Analysis): string {
  const region = createRegions(record.text);
  return findings
    .map(({ rule, severity, message, span, related }) =>
      JSON.stringify({
        ruleId: rule,
        ruleIndex: ruleIds.indexOf(rule),
        level: levels[severity],
        message: { text: message },
        locations: [locationOf(path, region(span))],
        relatedLocations: related.map((each, index) => ({
          id: index + 1,
          ...locationOf(path, region(each.span)),
          message: { text: each.message },
        })),
      }),
    )
    .join(',\n');
}

/**
 * One SARIF 2.1.0 log, written at the end: findings with the rules' words as they are and no text of records.
 * Skipped files and configurations that can't be used are notifications.
 */
export function createSarifWriter(output: OutputStream, messages: Messages, version: string): CheckWriter {
  const results: string[] = [];
  const skipped: SkippedEntry[] = [];
  return {
    record(_path, _name, { text }) {
      if (text !== '') results.push(text);
      return Promise.resolve();
    },
    skipped(entry) {
      skipped.push(entry);
      return Promise.resolve();
    },
    async end({ exit, troubles, runs, titles }) {
      for (const { findings } of runs) {
        for (const { rule, severity, message, id, related } of findings) {
          results.push(
            JSON.stringify({
              ruleId: rule,
              ruleIndex: ruleIds.indexOf(rule),
              level: levels[severity],
              message: { text: message },
              locations: [locationOf(id, titles.get(id))],
              relatedLocations: related.map((each, index) => ({
                id: index + 1,
                ...locationOf(each.id, titles.get(each.id)),
                message: { text: each.message },
              })),
            }),
          );
        }
      }
      const invocation = {
        executionSuccessful: exit !== 2,
        exitCode: exit,
        toolExecutionNotifications: skipped.map(({ path, reason }) => ({
          level: 'warning',
          message: { text: reason },
          locations: [locationOf(path, undefined)],
        })),
        toolConfigurationNotifications: troubles.map(({ path, place, message }) => ({
          level: 'error',
          message: { text: message },
          associatedRule: { id: configurationRule, index: ruleIds.indexOf(configurationRule) },
          locations: [locationOf(path, place)],
        })),
      };
      const driver = {
        name: 'Supervision Lens',
        version,
        semanticVersion: version,
        rules: ruleIds.map((id) => describeRule(id, messages)),
      };
      const text = (value: unknown): string => JSON.stringify(value);
      // Written piece by piece: results may be many.
      await output.write(
        `{"$schema": ${text(schema)}, "version": "2.1.0", "runs": [{\n"tool": ${text({ driver })},\n` +
          `"columnKind": "utf16CodeUnits",\n"invocations": ${text([invocation])},\n"properties": ${text({ outputVersion })},\n"results": [`,
      );
      for (const [index, result] of results.entries())
        await output.write(`${index === 0 ? '\n' : ',\n'}${result}`);
      await output.write(']}]}\n');
    },
  };
}

function describeRule(id: string, messages: Messages): object {
  const texts = messages.rules[id] ?? {};
  const severity = [...rules, ...runRules].find((rule) => rule.id === id)?.severity ?? 'warning';
  const why = messageIn(texts, 'why');
  return {
    id,
    shortDescription: { text: messageIn(texts, 'title') },
    fullDescription: { text: why },
    help: { text: why, markdown: why },
    defaultConfiguration: { level: levels[severity] },
  };
}

function locationOf(path: string, region: Region | undefined): object {
  const artifactLocation = { uri: toUri(path) };
  if (region === undefined) return { physicalLocation: { artifactLocation } };
  const { line: startLine, column: startColumn, endLine, endColumn } = region;
  return { physicalLocation: { artifactLocation, region: { startLine, startColumn, endLine, endColumn } } };
}

/** A relative path as a URI reference; one of another drive as a file URI. */
function toUri(path: string): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:/.test(path))
    return `file:///${path.charAt(0)}:${path.slice(2).split('/').map(encodeURIComponent).join('/')}`;
  return escaped;
}
