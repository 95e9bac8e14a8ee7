import assert from 'node:assert/strict';
import { explainFile, type ExplanationOptions } from '../../../server/src/analysis/explain.ts';
import { defaultConfiguration, type Configuration } from '../../../server/src/configuration/configuration.ts';
import { readConfiguration } from '../../../server/src/configuration/read-configuration.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

interface Explained extends ExplanationOptions {
  readonly configuration?: Configuration;
  readonly pathMatches?: boolean;
}

function explain(
  text: string,
  { configuration = defaultConfiguration, pathMatches = false, ...options }: Explained = {},
): string {
  const analysis = testAnalyser().analyse(text, { configuration, pathMatches });
  return explainFile(analysis, configuration, testKnowledge().messages, options);
}

const passage = (tag: string): string =>
  `${'We went through the visits and their dates, one by one. '.repeat(10)}#${tag}`;
const note = (body: string, header = 'type: supervision'): string =>
  `---\n${header}\ndate: 2025-03-04\nsupervisor: KL\nsupervisee: T.\n---\n\n# Supervision\n\n${body}\n\n## In T.'s words\n`;

describe('explainFile', () => {
  it('says by what a record was known', () => {
    assert.match(
      explain(note('We met.')),
      /^\*\*This file is read as a supervision record\*\*, because the top says `type: supervision`\./,
    );
    assert.match(
      explain('# Supervision RP 10.04.24\n\nWe met.\n'),
      /because its title or first line says “Supervision”/,
    );
    assert.match(explain('# Us\n\nWe met.\n', { pathMatches: true }), /because of where it is kept/);
    assert.match(
      explain('# Peer supervision 10.04.24\n\nWe met.\n'),
      /a group record.*taken for a peer group\./,
    );
  });

  it('says why other files aren’t read, and how they would be', () => {
    const other = explain('# Shopping\n\nMilk. #manged\n');
    assert.match(other, /^\*\*This file isn't read as a supervision record\*\*/);
    assert.match(other, /says in words that the tool knows what kind of record it is/);
    assert.match(other, /To have it read/);
    assert.doesNotMatch(other, /reading|unknown-tag/);
    assert.match(
      explain('---\ntype: shopping\n---\n\nMilk.\n'),
      /`type: shopping`, and the tool knows no kind of record by that name/,
    );
  });

  it('explains a file that was named all the same', () => {
    const other = explain('# Shopping\n\nMilk. #manged\n', { named: true });
    assert.match(other, /Named by itself, it is read all the same/);
    assert.match(other, /`unknown-tag`/);
    assert.match(other, /rules for one kind rest/);
  });

  it('gives the reading, what is done well and every finding, with their lines', () => {
    const text = explain(
      note(
        `${passage('managed')}\n\nT. said "I got that one wrong myself". #manged\n\nOne. #humanstic\n\nTwo. #democrtic\n\nThree. #neutrl`,
      ),
    );
    assert.match(text, /\*\*The reading:\*\* Mostly the work/);
    assert.match(text, /\*\*Done well\*\*\n\n- .* \(line \d+\)\n/);
    assert.equal(text.match(/^- line \d+: .* `unknown-tag`$/gm)?.length, 4);
    assert.doesNotMatch(text, /Nothing is flagged/);
  });

  it('says where as it is asked to', () => {
    assert.match(explain(note('One. #manged'), { location: ({ start }) => `at ${start}` }), /^- at \d+: /m);
  });

  it('says what rests and why', () => {
    assert.match(
      explain(note('One. #managed')),
      /\*\*Nothing is flagged\.\*\*\n\n\*\*What rests, and why\*\*\n\n- Fewer than 80 words .*\(1 so far\)/,
    );
    assert.match(explain(note(passage('managed'), 'type: case supervision')), /It is a case record/);
    assert.match(
      explain('# Peer supervision 10.04.24\n\nWe met.\n'),
      /balance of this kind of record isn't judged/,
    );
    assert.match(
      explain(note(`<!-- supervision-lens-disable-file purely-managed -->\n\n${passage('managed')}`)),
      /Switched off in this file: `purely-managed`\./,
    );
    assert.match(
      explain(note(`<!-- supervision-lens-disable-file -->\n\n${passage('managed')}`)),
      /Switched off in this file: all rules\./,
    );
    assert.match(
      explain(note(`<!-- supervision-lens-disable-next-passage one-owner -->\n\nOne. #managed`)),
      /Switched off in part of this file: `one-owner`\./,
    );
    const { configuration } = readConfiguration('rules: { purely-managed: off, one-owner: hint }\n');
    assert.ok(configuration);
    assert.match(
      explain(note(passage('managed')), { configuration }),
      /Switched off in `\.supervision-lens\.yaml`: `purely-managed`\./,
    );
  });

  it('says so where nothing rests and nothing was found', () => {
    const all = ['managed', 'professional', 'humanistic', 'democratic'].map(passage).join('\n\n');
    const text = explain(note(all));
    assert.match(text, /\*\*Nothing is flagged\.\*\* Every rule/);
    assert.doesNotMatch(text, /What rests/);
  });

  it('says whose eyes a record is limited to', () => {
    assert.match(
      explain(note('We met.', 'type: supervision\ncirculation: T. and KL only')),
      /Who may see it is limited: “T\. and KL only”/,
    );
    assert.match(
      explain(note('## Not for file\n\nWe met.')),
      /Who may see part of it is limited: “Not for file”/,
    );
  });

  it('shows what a record says as it stands, not as Markdown', () => {
    const text = explain(
      note('We met.', 'type: supervision\ncirculation: T. only *now* <b>[x](http://x)</b>'),
    );
    assert.match(text, /\\\*now\\\* \\<b\\>\\\[x\\\]/);
  });
});
