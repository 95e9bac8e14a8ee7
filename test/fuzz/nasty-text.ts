import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { nastyMarkdown } from '../helpers/nasty-markdown.ts';
import { repositoryRoot } from '../host/repository.ts';

const folder = path.join(repositoryRoot, 'corpus', 'records');
const records = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** What may stand in a file by accident, by malice, or because another program wrote it. */
const pieces = [
  ...[
    '\uFEFF',
    '\u0000',
    '\uD800',
    '\uDC00',
    '👩🏽‍⚕️',
    'e\u0301',
    '\u202e',
    '\u200b',
    '\u2028',
    '\u0085',
    '\u00a0',
    '\u0007',
  ],
  ...['\r', '\n', '\r\n', '\n\n', '\t', '    ', '\f', '\v'],
  ...[
    '<!--',
    '-->',
    '<!-->',
    '<!--->',
    '--!>',
    '<!-- culture: managed -->',
    '<!-- culture: managd, x -->',
    '<!-- culture:',
  ],
  ...['<!-- supervision-lens-disable -->', '<!-- supervision-lens-disable-next-passage one-voice -->'],
  ...[
    '<!-- supervision-lens-enable nothing-of-the-kind -->',
    '<!-- supervision-lens-disable-file',
    '<!-- supervision-lens- -->',
  ],
  ...[
    '> **To think about:** Who? <!-- supervision-lens-prompt: kettle-first -->',
    '<!-- supervision-lens-prompt: x put-down -->',
  ],
  ...[' #managed', '#humanisitc', '#neutral #managed #none', ' #bring', '#pcf6', '## #democratic\n', '#'],
  ...['```', '~~~', '````\n', '    code', '`', '``', '<script>', '</script>', '<?', '<![CDATA[', '<!X'],
  ...['> ', '>'.repeat(40), '- '.repeat(40), '1. ', '* * *\n', '===\n', '---\n', '---', '...\n', '+++\n'],
  ...[
    '| a | b |\n|---|---|\n| c |',
    '| Action | Who | When |\n|---|---|---|\n| ring #managed | KL | 31/2/24 |\n',
    '|',
    '\\|',
    '|:-:|',
  ],
  ...[
    '[',
    ']',
    '](',
    '[x]: <',
    '[^1]',
    '[^1]: ',
    '![',
    '](javascript:alert(1))',
    '<a@b.org>',
    '**',
    '_',
    '~~',
    '\\',
  ],
  ...[
    '- [ ] ',
    '- [x] T. to ring by 30/02/2025 #bring',
    'Action: KL to ',
    'asap',
    '31/13/99',
    '29 February 2025',
    '2025-99-99',
  ],
  ...[
    '“',
    '”',
    '"',
    '’',
    "'s",
    'said "',
    'T. said “no” to KL',
    'Flat 1, 2 The Crescent AB1 2CD',
    '07700 900 123',
    'NHS 943 476 5919',
  ],
  ...[
    '# Supervision 10.04.24\n',
    '## Not for the file\n',
    '## For the group\n',
    '**Date:** ',
    'circulation: none\n',
    'Present: ',
  ],
] as const;

const scalar = fc.constantFrom(
  ...[
    'supervision',
    '2025-03-04',
    '99999999999999999999',
    '1e999',
    '.nan',
    '-0',
    '0x1F',
    '0o7',
    'null',
    '~',
    'yes',
    '[]',
    '{}',
  ],
  ...[
    '[KL, T.',
    '"',
    "'",
    '|\n  a\n  b',
    '>-\n  a',
    '!!binary x',
    '!!js/function "x"',
    '*a',
    '&a x',
    '? x',
    '<<: *a',
    '@',
    '%',
    '\t',
  ],
  ...[
    '{ a: { b: [1, [2, [3]]] } }',
    '2025-13-45',
    '!<tag:x> y',
    'KL # and more',
    '🙂',
    '\u0000',
    'constructor',
  ],
);
const key = fc.constantFrom(
  ...[
    'type',
    'date',
    'supervisor',
    'supervisee',
    'team',
    'circulation',
    'present',
    'duration',
    'draft',
    'private',
  ],
  ...['__proto__', 'constructor', 'toString', '', '"a b"', '?', '-', '<<', 'type'],
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '- x',
      '  nested: y',
      '# comment',
      '%YAML 1.2',
      '---',
      '...',
      'no colon',
      '\t: tab',
    ),
  },
);

/** Each level stands for ten of the one before: what takes all memory when it is written out. */
export const aliasBomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
    const before = String.fromCharCode('a'.charCodeAt(0) + index);
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

/** YAML as nobody should write it, duplicate keys, aliases and huge numbers included. */
export const nastyYaml = fc.oneof(
  { weight: 8, arbitrary: fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: fc.constant(aliasBomb) },
  { weight: 1, arbitrary: fc.nat(60).map((depth) => `type: ${'['.repeat(depth * 20)}`) },
  {
    weight: 1,
    arbitrary: fc
      .nat(30)
      .map((depth) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
  },
);

const frontMatter = fc
  .tuple(nastyYaml, fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom('---', '---', '---', '...', ''))
  .map(([yaml, end, close]) => `---${end}${yaml.replaceAll('\n', end)}${end}${close}${end}${end}`);

const body = fc.oneof(
  nastyMarkdown,
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join('')),
);

/** A record of the corpus in which somebody has cut, pasted and typed at random. */
const mutated = fc
  .tuple(
    fc.constantFrom(...records.map((_, index) => index)),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        deleted: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
        inserted: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([index, edits]) =>
    edits.reduce((text, { at, deleted, inserted }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + inserted + text.slice(place + deleted);
    }, records[index] ?? ''),
  );

/** A record's text as nobody should have to read it. */
export const nastyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom('', '', '\uFEFF'), frontMatter, body).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: body },
  { weight: 2, arbitrary: mutated },
);
