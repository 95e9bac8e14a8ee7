import assert from 'node:assert/strict';
import { parseArguments } from '../../../server/src/cli/arguments.ts';

const problem = (...args: string[]): string => {
  const parsed = parseArguments(args);
  return 'problem' in parsed ? parsed.problem : `no problem: ${JSON.stringify(parsed.command)}`;
};

describe('parseArguments', () => {
  it('reads a check with everything at its default', () => {
    assert.deepEqual(parseArguments(['check', 'a.md', 'notes']), {
      command: {
        ...{ name: 'check', format: 'text', all: false, decide: false, withPeople: false, redact: false },
        ...{ failOn: undefined, paths: ['a.md', 'notes'] },
      },
    });
  });

  it('reads options in any place and either form', () => {
    const expected = {
      command: {
        ...{ name: 'check', format: 'ndjson', all: true, decide: true, withPeople: true, redact: false },
        ...{ failOn: 'warning', paths: ['a.md'] },
      },
    };
    const flags = ['--all', '--decide', '--with-people'];
    assert.deepEqual(
      parseArguments(['check', '--format', 'ndjson', ...flags, '--fail-on=warning', 'a.md']),
      expected,
    );
    assert.deepEqual(
      parseArguments([...flags, '--format=ndjson', 'check', 'a.md', '--fail-on', 'warning']),
      expected,
    );
  });

  it('takes what stands behind -- for paths', () => {
    const parsed = parseArguments(['check', '--', '--all', '-']);
    assert.ok('command' in parsed && parsed.command.name === 'check');
    assert.deepEqual([parsed.command.paths, parsed.command.all], [['--all', '-'], false]);
  });

  it('reads the other commands', () => {
    assert.deepEqual(parseArguments(['explain', 'a.md']), { command: { name: 'explain', file: 'a.md' } });
    assert.deepEqual(parseArguments(['server', '--stdio', '--clientProcessId=12']), {
      command: { name: 'server' },
    });
    assert.deepEqual(parseArguments(['--version']), { command: { name: 'version' } });
    for (const help of ['--help', '-h']) {
      assert.deepEqual(parseArguments([help]), { command: { name: 'help', of: undefined } });
      assert.deepEqual(parseArguments(['check', help]), { command: { name: 'help', of: 'check' } });
    }
  });

  it('says what is wrong, in a line', () => {
    assert.match(problem(), /name a command/);
    assert.match(problem('explian', 'x'), /no command “explian”; did you mean explain\?/);
    assert.match(problem('check'), /needs a PATH/);
    assert.match(problem('check', '--al', 'x'), /no option --al; did you mean --all\?/);
    assert.match(problem('check', '-x', 'x'), /no option -x$/);
    assert.match(problem('check', '--format'), /--format needs a value/);
    assert.match(problem('check', '--format', '--all', 'x'), /--format needs a value/);
    assert.match(problem('check', '--format=', 'x'), /--format takes text, json, ndjson or sarif, not “”/);
    assert.match(problem('check', '--fail-on', 'loud', 'x'), /--fail-on takes hint, .* not “loud”/);
    assert.match(problem('check', '--all=yes', 'x'), /--all takes no value/);
    assert.match(problem('check', '--stdio', 'x'), /check has no option --stdio/);
    assert.match(problem('explain', '--format', 'json', 'x'), /explain has no option --format/);
    assert.match(problem('explain'), /one FILE/);
    assert.match(problem('explain', 'a', 'b'), /one FILE/);
    assert.match(problem('server'), /--stdio/);
    assert.match(problem('server', '--stdio', 'x'), /--stdio/);
  });
});
