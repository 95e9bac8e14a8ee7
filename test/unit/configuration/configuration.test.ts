import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/src/configuration/read-configuration.ts';
import { switchOffRule } from '../../../server/src/configuration/switch-off-rule.ts';
import { createConfigurationStore } from '../../../server/src/lsp/configuration-store.ts';
import { diagnoseConfiguration } from '../../../server/src/features/diagnostics-feature.ts';
import { managedNoteWithPlace } from '../../helpers/notes.ts';
import { testAnalyser, testKnowledge } from '../../helpers/knowledge.ts';

const uri = 'file:///work/.supervision-lens.yaml';
const problems = (text: string): [string, string][] =>
  diagnoseConfiguration(uri, text, testKnowledge()).map(({ range, message }) => [
    text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character) ?? '',
    typeof message === 'string' ? message : message.value,
  ]);

describe('The configuration file', () => {
  it('sets severities, thresholds and cues', () => {
    const { configuration, problems: none } = readConfiguration(
      'rules:\n  one-owner: off\n  purely-managed:\n    severity: warning\n    managed: 0.99\ncues:\n  democratic:\n    - people’s panel\n',
    );
    assert.deepEqual(none, []);
    assert.deepEqual(configuration?.rules.severities, { 'one-owner': 'off', 'purely-managed': 'warning' });
    assert.deepEqual(configuration.rules.options, { 'purely-managed': { managed: 0.99 } });
    assert.deepEqual(configuration.cues, [
      { phrase: 'people’s panel', culture: 'democratic', aspect: undefined },
    ]);
  });

  it('is heeded by the analysis', () => {
    const { configuration } = readConfiguration('rules:\n  purely-managed: warning\n');
    const { findings } = testAnalyser().analyse(managedNoteWithPlace, { configuration: configuration! });
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['purely-managed', 'warning']],
    );
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing yet\n', 'rules:\n', '\uFEFFrules:\n'])
      assert.deepEqual(readConfiguration(text).problems, [], JSON.stringify(text));
  });

  const mistakes: readonly [name: string, text: string, at: string, says: RegExp][] = [
    ['a misspelt rule', 'rules:\n  one-ownr: off\n', 'one-ownr', /Did you mean one-owner/],
    ['an unknown setting', 'colour: red\n', 'colour', /no setting “colour”/],
    [
      'an unknown severity',
      'rules:\n  one-owner: loud\n',
      'loud',
      /off, hint, information, warning or error/,
    ],
    ['a threshold out of range', 'rules:\n  purely-managed:\n    managed: 85\n', '85', /from 0 to 1/],
    ['cues that are no list', 'cues:\n  managed: audit\n', 'audit', /list of phrases/],
    ['a cue that is no phrase', 'cues:\n  managed:\n    - 7\n', '7', /a phrase/],
    ['no YAML', 'rules: [\n', '', /YAML/],
  ];
  for (const [name, text, at, says] of mistakes) {
    it(`says what is wrong, and where: ${name}`, () => {
      const [first] = problems(text);
      assert.match(first?.[1] ?? '', says);
      assert.equal(first?.[0].startsWith(at), true);
      assert.equal(readConfiguration(text).configuration, undefined);
    });
  }

  it('keeps comments and order when a rule is switched off in it', () => {
    assert.equal(switchOffRule('', 'one-owner'), 'rules:\n  one-owner: off\n');
    assert.equal(
      switchOffRule('# ours\nrules:\n  one-owner: hint # for now\n', 'purely-managed'),
      '# ours\nrules:\n  one-owner: hint # for now\n  purely-managed: off\n',
    );
    assert.equal(
      switchOffRule('rules:\n  purely-managed:\n    managed: 0.9\n', 'purely-managed'),
      'rules:\n  purely-managed:\n    managed: 0.9\n    severity: off\n',
    );
    assert.equal(switchOffRule('rules: [\n', 'one-owner'), undefined);
    for (const text of ['', 'cues:\n  managed:\n    - x\n'])
      assert.deepEqual(readConfiguration(switchOffRule(text, 'one-owner') ?? '').problems, []);
  });
});

describe('Finding the configuration', () => {
  const store = (
    files: Record<string, string>,
    folders: readonly string[] = ['file:///a'],
  ): ReturnType<typeof createConfigurationStore> =>
    createConfigurationStore(
      {
        read: (at) =>
          Promise.resolve(files[at] === undefined ? undefined : { text: files[at], version: null }),
      },
      () => folders,
    );
  const severity = async (configurations: ReturnType<typeof store>, at: string): Promise<unknown> =>
    (await configurations.find(at)).rules.severities['one-owner'];

  it('takes the nearest file upwards, whole', async () => {
    const configurations = store({
      'file:///a/.supervision-lens.yaml': 'rules:\n  one-owner: off\n',
      'file:///a/b/.supervision-lens.yaml': 'rules:\n  purely-managed: off\n',
    });
    assert.equal(await severity(configurations, 'file:///a/c/d/note.md'), 'off');
    assert.equal(await severity(configurations, 'file:///a/b/c/note.md'), undefined);
  });

  it('keeps the last one that worked in force while the file is broken', async () => {
    const files: Record<string, string> = {
      'file:///a/.supervision-lens.yaml': 'rules:\n  one-owner: off\n',
    };
    const configurations = store(files);
    assert.equal(await severity(configurations, 'file:///a/note.md'), 'off');
    files['file:///a/.supervision-lens.yaml'] = 'rules: [\n';
    configurations.invalidate();
    assert.equal(await severity(configurations, 'file:///a/note.md'), 'off');
    delete files['file:///a/.supervision-lens.yaml'];
    configurations.invalidate();
    assert.equal(await severity(configurations, 'file:///a/note.md'), undefined);
  });

  it('does not look beyond the folder that is open in a virtual file system', async () => {
    const configurations = store({ 'vfs:/.supervision-lens.yaml': 'rules:\n  one-owner: off\n' }, [
      'vfs:/repo',
    ]);
    assert.equal(await severity(configurations, 'vfs:/repo/notes/n.md'), undefined);
  });

  it('says where a new one would be put', async () => {
    assert.deepEqual(await store({}).locate('file:///a/b/n.md'), {
      uri: 'file:///a/.supervision-lens.yaml',
      exists: false,
    });
    assert.equal(await store({}, []).locate('untitled:n.md'), undefined);
  });
});
