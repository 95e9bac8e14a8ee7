import * as z from 'zod/mini';
import { severities } from '../../server/src/balance/rule.ts';
import { configurationRule, rules } from '../../server/src/balance/rules/index.ts';
import { runRules } from '../../server/src/runs/rules/index.ts';
import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import { confidentialityProfileIds } from '../../server/src/confidentiality/profiles.ts';
import { nations } from '../../server/src/standards/standards-book.ts';
import { cultures } from '../../server/src/terms/cultures.ts';
import { collectKnowledge, collectModel } from '../collect-data.ts';

/** A JSON Schema of `.supervision-lens.yaml`, for editors that know such schemas. */
export function configurationSchema(): object {
  const { messages } = createKnowledge(collectKnowledge(), collectModel());
  const severity = { enum: ['off', ...severities, false], description: 'How loudly it is said, or off.' };
  const ofRule = (id: string, options: Record<string, unknown>): object => ({
    description: `${messages.rules[id]?.title ?? id}. ${(messages.rules[id]?.why ?? '').trim()}`,
    anyOf: [severity, { type: 'object', additionalProperties: false, properties: { severity, ...options } }],
  });
  const properties = Object.fromEntries([
    ...[...rules, ...runRules].map(
      (rule) => [rule.id, ofRule(rule.id, optionProperties(rule.options))] as const,
    ),
    [configurationRule, ofRule(configurationRule, {})] as const,
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Supervision Lens',
    description: 'Rules, thresholds and cues. The nearest such file upwards from a record holds, whole.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      rules: {
        description: 'What is asked about records.',
        type: 'object',
        additionalProperties: false,
        properties,
      },
      cues: {
        description: 'Phrases of your own that speak for a learning culture.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          cultures.map((culture) => [culture, { type: 'array', items: { type: 'string', minLength: 1 } }]),
        ),
      },
      templates: {
        description:
          'A folder with templates of your own, relative to this file. Each Markdown file in it is one.',
        type: 'string',
        minLength: 1,
      },
      confidentiality: {
        description: 'What your programme or service asks about names and other identifiers.',
        type: 'object',
        additionalProperties: false,
        properties: {
          profile: {
            enum: [...confidentialityProfileIds],
            description:
              'general: names of people who use services, by default. case-record: names are expected, numbers are not. initials-and-roles: no names at all. pseudonyms: other names are used, and the record says so. everyone-anonymous: those in the header too.',
          },
        },
      },
      nation: {
        description:
          'Whose standards are offered as tags and listed in reports. Without it, all are offered.',
        enum: [...nations],
      },
      runs: {
        description: 'Whose run files are in, where neither header nor title says so.',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            files: { type: 'string', description: 'A path pattern, relative to this file.' },
            person: { type: 'string', minLength: 1 },
            team: { type: 'string', minLength: 1 },
          },
          required: ['files'],
          oneOf: [{ required: ['person'] }, { required: ['team'] }],
          additionalProperties: false,
        },
      },
    },
  };
}

function optionProperties(schema: z.ZodMiniType): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return properties;
}
