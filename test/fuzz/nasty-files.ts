import fc from 'fast-check';
import { configurationKeys } from '../../server/src/configuration/read-configuration.ts';
import { ruleIds } from '../../server/src/balance/rules/index.ts';
import { aliasBomb, nastyYaml } from './nasty-text.ts';

const yamlValue = fc.constantFrom(
  ...[
    'off',
    'hint',
    'warning',
    'false',
    '1',
    '-1',
    '1e999',
    '.nan',
    '99999999999999999999',
    'null',
    '[]',
    '{}',
    'KL',
  ],
  ...[
    '{ severity: hint }',
    '{ severity: hint, share: 0.5 }',
    '{ share: .inf }',
    '[a, a, [b]]',
    '"**/*.md"',
    '"[**"',
    '"{,"',
  ],
  ...['&x [*x]', '*nobody', '!!set { a, b }', '../../..', 'england', '\u0000', '"\\uD800"'],
);
const ruleLine = fc
  .tuple(fc.constantFrom(...ruleIds, 'one-voise', '__proto__', ''), yamlValue)
  .map(([id, value]) => `  ${id}: ${value}`);
const runLine = fc
  .tuple(fc.constantFrom('files', 'person', 'team', 'other'), yamlValue)
  .map(([key, value]) => `    ${key}: ${value}`);
const section = fc.oneof(
  fc.array(ruleLine, { maxLength: 4 }).map((lines) => ['rules:', ...lines].join('\n')),
  fc.array(runLine, { minLength: 1, maxLength: 3 }).map((lines) => ['runs:', '  -', ...lines].join('\n')),
  fc
    .tuple(fc.constantFrom('managed', 'democratic', 'none', 'x'), yamlValue)
    .map(([culture, value]) => `cues:\n  ${culture}: ${value}`),
  fc
    .tuple(fc.constantFrom(...configurationKeys, 'rule', '<<'), yamlValue)
    .map(([key, value]) => `${key}: ${value}`),
);

/** Configuration files that are nearly right, or not at all. */
export const nastyConfiguration = fc.oneof(
  { weight: 6, arbitrary: fc.array(section, { maxLength: 4 }).map((sections) => sections.join('\n')) },
  { weight: 2, arbitrary: nastyYaml },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      aliasBomb,
      `rules:\n${aliasBomb.replace(/^/gm, '  ')}\nruns: *i`,
      '\uFEFF',
      '\uFEFFrules: [',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const quotation = fc.record(
  {
    type: fc.constantFrom('TextQuoteSelector', 'TextPositionSelector', 7),
    exact: fc.oneof(
      fc.constantFrom('', 'the panel', '\uD800', 'x'.repeat(3000)),
      fc.string(),
      fc.constant(null),
    ),
    prefix: fc.oneof(fc.string(), fc.constant(1)),
    suffix: fc.string(),
  },
  { requiredKeys: [] },
);
const annotation = fc.record(
  {
    id: fc.oneof(fc.constantFrom('a', 'b', '', '__proto__'), fc.string(), fc.constant(3)),
    type: fc.constant('Annotation'),
    created: fc.constantFrom('2025-03-04', '', 'yesterday'),
    creator: fc.oneof(fc.string(), fc.record({ name: fc.anything() }), fc.constant(null)),
    body: fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.array(
        fc.record({
          type: fc.constant('TextualBody'),
          value: fc.oneof(fc.string(), fc.constant(null)),
          purpose: fc.constantFrom('commenting', 'tagging', 'classifying', null),
        }),
        { maxLength: 3 },
      ),
    ),
    target: fc.oneof(
      fc.constantFrom('a', 'b', 'c'),
      fc.record({
        source: fc.string(),
        selector: fc.oneof(quotation, fc.array(quotation, { maxLength: 2 })),
      }),
      fc.anything({ maxDepth: 2 }),
    ),
  },
  { requiredKeys: [] },
);

/** Files of comments: of the right shape, nearly, cut off, or nothing of the kind. */
export const nastyAnnotations = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(annotation, { maxLength: 4 })
      .map((items) => write({ type: 'AnnotationPage', items })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(annotation, { minLength: 1, maxLength: 3 }), fc.nat(400))
      .map(([items, cut]) => write({ items }).slice(0, cut)),
  },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '\uFEFF',
      'null',
      '[]',
      '{"items":null}',
      '['.repeat(5000),
      '{"items":['.repeat(2000),
    ),
  },
);

function write(value: unknown): string {
  try {
    // What can't be written as JSON (a bigint, a loop) can't stand in a file.
    return JSON.stringify(value);
  } catch {
    return '{';
  }
}
