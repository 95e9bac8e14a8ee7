import assert from 'node:assert/strict';
import {
  checkWorkspaceRequest,
  explainRequest,
  promptsRequest,
  recordsRequest,
  runRequest,
  type RecordsResult,
  type RunResult,
  type RunView,
} from '../../server/src/protocol.ts';
import { every, exampleOfRun, months } from '../../server/src/runs/rules/example-runs.ts';
import { createMemoryFiles } from '../helpers/memory-files.ts';
import { fullClient, startPair, type ServerPair } from './server-pair.ts';

const root = 'file:///notes';
const paper = [
  'Is my leadership varying to respond to the needs of the community?',
  'Is there evidence of the community working more independently over time and developing their practice, allowing me to shift style to facilitation and delegation?',
  'Can I see evidence of the community taking an increasing role in enabling and developing colleagues?',
  'Can I see evidence of the community taking an increasing role in reaching to involve others who reside in the network of service provision and the wider organisation?',
];
const group = (date: string, body: string, more = ''): string =>
  `---\ntype: group supervision\ndate: ${date}\nteam: Fostering\nfacilitator: KL\n${more}---\n\n# Fostering group\n\n${body}\n`;

describe('The view of a run', () => {
  let pair: ServerPair;
  afterEach(() => pair.dispose());

  const start = async (texts: readonly string[]): Promise<void> => {
    const memory = createMemoryFiles(texts.map((text, index) => [`${root}/${index}.md`, text]));
    pair = await startPair(fullClient, {}, [root], { platform: memory.platform });
  };
  const run = async (index = 0): Promise<RunView> => {
    const result = await pair.client.sendRequest<RunResult>(runRequest, { uri: `${root}/${index}.md` });
    assert.ok(result.run !== null, result.message);
    return result.run;
  };

  it('asks a team’s leader the paper’s four questions in its own words, from four records on', async () => {
    const bodies = [
      'We agreed ground rules.',
      'AD showed her how to write the form, which she took back to the others.',
      'We invited the health visitor, who came to the group and stayed.',
    ];
    const four = [...bodies, 'We met.'].map((body, index) => group(months[index] ?? '', body));
    await start(four);
    const { questions, by } = await run();
    assert.equal(by, 'team');
    assert.deepEqual(
      questions.map(({ words }) => words),
      paper,
    );
    const texts = (at: number): string[] | undefined => questions[at]?.passages.map(({ text }) => text);
    assert.deepEqual(texts(0), []);
    assert.equal(questions[0]?.message, "These notes don't say.");
    assert.deepEqual(texts(2), [bodies[1]]);
    assert.deepEqual(texts(3), [bodies[2]]);
    assert.deepEqual(questions[3]?.passages[0]?.range, {
      start: { line: 9, character: 0 },
      end: { line: 9, character: 64 },
    });
    pair.dispose();
    await start(four.slice(1));
    assert.deepEqual((await run()).questions, []);
  });

  it('asks a person’s supervisor what is decided alone now, and nobody who keeps a journal', async () => {
    await start(
      months.slice(0, 3).map((date) =>
        exampleOfRun({
          date,
          cultures: every,
          more: date === months[2] ? ['She took the lead in the core group, and told me afterwards.'] : [],
        }),
      ),
    );
    const { questions, styles, stylesNote, observations } = await run();
    assert.deepEqual(
      questions.map(({ words }) => words),
      ['What does T. now decide alone that was decided with you in January?'],
    );
    assert.equal(questions[0]?.passages.length, 1);
    assert.deepEqual(
      styles.map(({ id, passages, message }) => [id, passages.length, message]),
      [
        ['directing', 0, 'Not written about here.'],
        ['coaching', 0, 'Not written about here.'],
        ['supporting', 0, 'Not written about here.'],
        ['delegating', 1, ''],
      ],
    );
    assert.match(stylesNote, /Hersey and Blanchard/);
    assert.ok(observations.every(({ passages }) => passages.length > 0));
    pair.dispose();
    await start(
      months
        .slice(0, 3)
        .map((date) => `---\ntype: journal\ndate: ${date}\nauthor: T.\n---\n\n# Journal\n\nI rang.\n`),
    );
    const journal = await run();
    assert.deepEqual([journal.questions, journal.styles, journal.stylesNote], [[], [], '']);
  });

  it('shows each record with its shares, and what has not been written about for a while', async () => {
    await start([
      exampleOfRun({ date: months[0], cultures: every }),
      exampleOfRun({ date: months[1], cultures: ['managed'] }),
      exampleOfRun({ date: months[2], cultures: ['managed'] }),
    ]);
    const { records, quiet, findings } = await run(1);
    assert.deepEqual(
      records.map(({ date }) => date),
      months.slice(0, 3),
    );
    for (const { shares } of records)
      assert.ok(Math.abs(Object.values(shares).reduce((sum, each) => sum + each, 0) - 1) < 1e-9);
    assert.ok(records.every((each) => !('evenness' in each)));
    assert.equal(records[1]?.reading, 'Mostly the work');
    assert.deepEqual(
      quiet.map(({ message }) => message),
      ['The practice', 'The person', 'Together and power'].map(
        (name) =>
          `${name} hasn't been written about in the last 2 records, as far as can be told (last on 7 January 2025).`,
      ),
    );
    assert.ok(findings.every(({ uri }) => uri === `${root}/2.md`));
  });

  it('tells readiness and the stage of a group where the header does, and infers neither', async () => {
    await start([
      group(months[0], 'We met.', 'stage of the group: storming\n'),
      group(months[1], 'We met, and nobody knew what to do.', 'readiness: R2\n'),
    ]);
    assert.deepEqual(
      (await run()).told.map(({ value }) => value),
      ['R2'],
    );
  });

  it('holds nothing of passages whose circulation is limited, and neither do lists, check or prompts', async () => {
    const secret = [
      '## Not for the file',
      '',
      'The laughter group met: everybody trusted the zebra, left it to her, and we invited the zebra keeper. #bring #humna',
      '',
      '### For the group',
      '',
      'Who will feed the zebra?',
      '',
      '- [ ] T. to feed the zebra',
    ].join('\n');
    const texts = months.slice(0, 4).map((date) => exampleOfRun({ date, cultures: every, more: [secret] }));
    const whole = exampleOfRun({ date: months[4], cultures: every, more: ['The zebra died.'] }).replace(
      'supervisor: KL',
      'supervisor: KL\ncirculation: T. and KL only',
    );
    await start([...texts, whole]);
    const answers: unknown[] = [
      await run(),
      await pair.client.sendRequest(recordsRequest),
      await pair.client.sendRequest(checkWorkspaceRequest, {}),
    ];
    await pair.open(`${root}/0.md`, texts[0] ?? '');
    answers.push(
      await pair.client.sendRequest(promptsRequest, {
        uri: `${root}/0.md`,
        position: { line: 12, character: 0 },
      }),
    );
    for (const answer of answers) {
      assert.doesNotMatch(JSON.stringify(answer), /zebra|humna/);
      assert.ok(!JSON.stringify(answer).includes(`${root}/4.md`));
    }
    const { groups } = answers[1] as RecordsResult;
    assert.deepEqual(
      groups.flatMap(({ records }) => records.map(({ openActions, bring }) => [openActions, bring.length])),
      texts.map(() => [0, 0]),
    );
    const limited = await pair.client.sendRequest<RunResult>(runRequest, { uri: `${root}/4.md` });
    assert.equal(limited.run, null);
    assert.match(limited.message, /limited/);
    assert.doesNotMatch(pair.logs.join('\n'), /zebra/);
    await pair.open(`${root}/4.md`, whole);
    const explained = await pair.client.sendRequest(explainRequest, { uri: `${root}/4.md` });
    assert.match(JSON.stringify(explained), /in no run or list/);
  });

  it('lists open actions, what is to be brought, and questions for the group, with their places', async () => {
    await start([
      exampleOfRun({
        date: months[0],
        cultures: ['managed'],
        more: [
          '- [ ] T. to ring the school by Friday\n- [x] KL to read the plan by Friday',
          'The **visit** to the P boys. #bring',
          '## For the group\n\nHow do others say no to duty?',
        ],
      }),
    ]);
    await run();
    const { groups } = await pair.client.sendRequest<RecordsResult>(recordsRequest);
    const [record] = groups[0]?.records ?? [];
    assert.equal(record?.title, 'Supervision, 2025-01-07');
    assert.equal(record.openActions, 1);
    assert.deepEqual(record.bring, [
      {
        uri: `${root}/0.md`,
        range: { start: { line: 20, character: 0 }, end: { line: 20, character: 35 } },
        text: 'The visit to the P boys.',
      },
    ]);
    assert.deepEqual(
      record.groupQuestions.map(({ text }) => text),
      ['How do others say no to duty?'],
    );
  });
});
