import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node as YamlNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import * as z from 'zod/mini';
import type { MessageValues } from '../text/message.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Span } from '../text/span.ts';
import { severities, type Severity } from '../balance/rule.ts';
import { ruleIds, rules } from '../balance/rules/index.ts';
import { runRules } from '../runs/rules/index.ts';
import { confidentialityProfileIds } from '../confidentiality/profiles.ts';
import { nations, type Nation } from '../standards/standards-book.ts';
import type { CuePhrase } from '../culture/cue-file.ts';
import { cultures, type Culture } from '../terms/cultures.ts';
import type { Configuration, RunSetting } from './configuration.ts';

/** Something in a configuration file that can't be used; `message` is a name under `config-invalid` in `messages.yaml`. */
export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
  readonly values: MessageValues;
}

/** What a run setting says: which files, and whose. */
const runSettingKeys = ['files', 'person', 'team'] as const;

/** The settings at the top level, in the order in which they are offered. */
export const configurationKeys = ['rules', 'cues', 'runs', 'templates', 'confidentiality', 'nation'] as const;

/**
 * Reads a configuration file. `configuration` is undefined where there is any problem: the last one that
 * worked then stays in force. An empty file is the default configuration.
 */
export function readConfiguration(text: string): {
  readonly configuration: Configuration | undefined;
  readonly problems: readonly ConfigurationProblem[];
} {
  const reader = new ConfigurationReader();
  const body = text.replace(/^\uFEFF/, ' ');
  const document = parseDocument(body, { logLevel: 'silent' });
  for (const error of document.errors.slice(0, 1)) {
    const start = Math.min(error.pos[0], text.length);
    reader.problem({ start, end: Math.max(start, Math.min(error.pos[1], text.length)) }, 'syntax');
  }
  if (document.errors.length === 0 && document.contents !== null) reader.readTop(document.contents);
  const { problems } = reader;
  const configuration = {
    rules: { severities: reader.severities, options: reader.options },
    cues: reader.cues,
    runs: reader.runs,
    ...(reader.templates === undefined ? {} : { templates: reader.templates }),
    ...(reader.confidentialityProfile === undefined
      ? {}
      : { confidentialityProfile: reader.confidentialityProfile }),
    ...(reader.nation === undefined ? {} : { nation: reader.nation }),
  };
  return { configuration: problems.length === 0 ? configuration : undefined, problems };
}

class ConfigurationReader {
  readonly problems: ConfigurationProblem[] = [];
  readonly severities: Record<string, Severity | 'off'> = {};
  readonly options: Record<string, unknown> = {};
  readonly cues: CuePhrase[] = [];
  readonly runs: RunSetting[] = [];
  templates: string | undefined;
  confidentialityProfile: string | undefined;
  nation: Nation | undefined;

  problem(span: Span, message: string, values: MessageValues = {}): void {
    this.problems.push({ span, message, values });
  }

  readTop(node: YamlNode): void {
    this.#entries(node, (key, value, keySpan) => {
      if (key === 'rules')
        this.#entries(value, (rule, setting, ruleSpan) => this.#readRule(rule, setting, ruleSpan));
      else if (key === 'cues')
        this.#entries(value, (culture, phrases, span) => this.#readCues(culture, phrases, span));
      else if (key === 'runs') this.#readRuns(value);
      else if (key === 'templates') this.#readTemplates(value);
      else if (key === 'confidentiality') this.#readConfidentiality(value);
      else if (key === 'nation') this.#readNation(value);
      else this.#unknown('unknown-key', key, keySpan, configurationKeys);
    });
  }

  #readRule(id: string, node: YamlNode, keySpan: Span): void {
    if (!ruleIds.includes(id)) {
      this.#unknown('unknown-rule', id, keySpan, ruleIds);
      return;
    }
    if (!isMap(node)) {
      this.#readSeverity(id, node);
      return;
    }
    const schema = [...rules, ...runRules].find((rule) => rule.id === id)?.options;
    const shape = schema === undefined ? {} : optionShape(schema);
    const options: Record<string, unknown> = {};
    this.#entries(node, (key, value, span) => {
      if (key === 'severity') this.#readSeverity(id, value);
      else if (key in shape) options[key] = this.#readNumber(value, shape[key] ?? {});
      else this.#unknown('unknown-key', key, span, ['severity', ...Object.keys(shape)]);
    });
    this.options[id] = options;
  }

  #readSeverity(id: string, node: YamlNode): void {
    // YAML 1.2 reads `off` as text; a user who writes `false` means the same.
    const written = isScalar(node) ? (node.value === false ? 'off' : node.value) : undefined;
    const severity = [...severities, 'off' as const].find((each) => each === written);
    if (severity === undefined) this.problem(spanOf(node), 'not-a-severity');
    else this.severities[id] = severity;
  }

  #readNumber(node: YamlNode, { minimum = 0, maximum = 1 }: NumberRange): number {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
    this.problem(spanOf(node), 'not-a-number', { minimum, maximum });
    return minimum;
  }

  #readCues(name: string, node: YamlNode, keySpan: Span): void {
    const culture = cultures.find((each) => each === name);
    if (culture === undefined) {
      this.#unknown('unknown-key', name, keySpan, cultures);
      return;
    }
    if (!isSeq(node)) {
      this.problem(spanOf(node), 'not-a-list');
      return;
    }
    for (const item of node.items) this.#readCue(culture, item, spanOf(node));
  }

  #readCue(culture: Culture, item: unknown, around: Span): void {
    if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '') {
      this.cues.push({ phrase: item.value.trim(), culture, aspect: undefined });
    } else this.problem(isScalar(item) ? spanOf(item) : around, 'not-a-text');
  }

  #readConfidentiality(node: YamlNode): void {
    this.#entries(node, (key, value, span) => {
      if (key !== 'profile') {
        this.#unknown('unknown-key', key, span, ['profile']);
        return;
      }
      const written = isScalar(value) ? String(value.value) : '';
      const profile = confidentialityProfileIds.find((id) => id === written);
      if (profile === undefined)
        this.#unknown('unknown-profile', written, spanOf(value), confidentialityProfileIds);
      else this.confidentialityProfile = profile;
    });
  }

  #readNation(node: YamlNode): void {
    const written = isScalar(node) ? String(node.value) : '';
    this.nation = nations.find((each) => each === written);
    if (this.nation === undefined) this.problem(spanOf(node), 'not-a-nation');
  }

  #readRuns(node: YamlNode): void {
    if (!isSeq(node)) {
      this.problem(spanOf(node), 'not-a-list');
      return;
    }
    for (const item of (node as YAMLSeq<YamlNode>).items) {
      const read: Record<string, string> = {};
      this.#entries(item, (key, value, span) => {
        if (!runSettingKeys.some((known) => known === key))
          this.#unknown('unknown-key', key, span, runSettingKeys);
        else if (isScalar(value) && String(value.value).trim() !== '') read[key] = String(value.value).trim();
        else this.problem(spanOf(value), 'not-a-text');
      });
      const { files, person, team } = read;
      const key = person ?? team;
      if (files === undefined || key === undefined || (person !== undefined && team !== undefined))
        this.problem(spanOf(item), 'not-a-run');
      else this.runs.push({ files, by: person === undefined ? 'team' : 'person', key });
    }
  }

  #readTemplates(node: YamlNode): void {
    if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '')
      this.templates = node.value.trim();
    else this.problem(spanOf(node), 'not-a-text');
  }

  #unknown(message: string, key: string, span: Span, known: readonly string[]): void {
    const suggestion = nearestName(key, known, 3);
    if (suggestion === undefined) this.problem(span, message, { key });
    else this.problem(span, `${message}-suggestion`, { key, suggestion });
  }

  #entries(node: YamlNode, visit: (key: string, value: YamlNode, keySpan: Span) => void): void {
    if (isScalar(node) && node.value === null) return;
    if (!isMap(node)) {
      this.problem(spanOf(node), 'not-a-map');
      return;
    }
    for (const { key, value } of (node as YAMLMap<YamlNode, YamlNode | null>).items) {
      if (isScalar(key) && value !== null) visit(String(key.value), value, spanOf(key));
    }
  }
}

interface NumberRange {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The numbers that a rule's options take, from its schema. */
export function optionShape(schema: z.ZodMiniType): Readonly<Record<string, NumberRange>> {
  const { properties } = z.toJSONSchema(schema, { io: 'input' });
  const ranges: Record<string, NumberRange> = {};
  for (const [name, property] of Object.entries(properties ?? {})) {
    if (typeof property === 'object')
      ranges[name] = { minimum: property.minimum ?? 0, maximum: property.maximum ?? 1 };
  }
  return ranges;
}

function spanOf(node: YamlNode): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: Math.max(start, end) };
}
