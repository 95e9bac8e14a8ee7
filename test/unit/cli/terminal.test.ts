import assert from 'node:assert/strict';
import type { CommandHost, OutputStream } from '../../../server/src/cli/command-host.ts';
import { createProgress } from '../../../server/src/cli/terminal/progress.ts';
import { showMarkdown } from '../../../server/src/cli/terminal/show-markdown.ts';
import {
  createTerminalStyle,
  wrapText,
  type TerminalStyle,
} from '../../../server/src/cli/terminal/terminal-style.ts';
import { testKnowledge } from '../../helpers/knowledge.ts';

const escape = '\u001b';

function stream(isTerminal: boolean, columns?: number): OutputStream & { readonly written: string[] } {
  const written: string[] = [];
  return { written, isTerminal, columns, write: (text) => Promise.resolve(void written.push(text)) };
}

function style(
  isTerminal: boolean,
  environment: CommandHost['environment'] = {},
  columns?: number,
): TerminalStyle {
  return createTerminalStyle({ environment, output: stream(isTerminal, columns) } as unknown as CommandHost);
}

describe('createTerminalStyle', () => {
  it('has colour on a terminal that can show it, unless told otherwise', () => {
    assert.equal(style(true).hasColour, true);
    assert.equal(style(false).hasColour, false);
    assert.equal(style(true, { TERM: 'dumb' }).hasColour, false);
    assert.equal(style(true, { NO_COLOR: '1' }).hasColour, false);
    assert.equal(style(true, { NO_COLOR: '' }).hasColour, true);
    assert.equal(style(false, { FORCE_COLOR: '1' }).hasColour, true);
    assert.equal(style(true, { FORCE_COLOR: '0' }).hasColour, false);
  });

  it('is as wide as the terminal, within reason', () => {
    const widths = [20, 72, 300, undefined].map((columns) => style(true, {}, columns).width);
    assert.deepEqual([...widths, style(false, {}, 300).width], [40, 72, 100, 80, 80]);
  });
});

describe('wrapText', () => {
  it('breaks at spaces, and sets in what follows', () => {
    assert.equal(wrapText('one two three four', 11, '- '), '- one two\n  three\n  four');
    assert.equal(wrapText('a-very-long-word b', 6, ''), 'a-very-long-word\nb');
    assert.equal(wrapText('', 10, '  '), '');
  });

  it('doesn’t count paint', () => {
    const paint = (word: string): string => `${escape}[1m${word}${escape}[22m`;
    const plain = wrapText('one two three', 7, '  ');
    assert.equal(
      wrapText('one two three', 7, '  ', paint)
        .replaceAll(`${escape}[1m`, '')
        .replaceAll(`${escape}[22m`, ''),
      plain,
    );
  });
});

describe('showMarkdown', () => {
  it('shows what an explanation is made of', () => {
    const markdown = '**Bold** and `code here`\n\n- an \\*item\\* \\[x\\]\n- two\n';
    assert.equal(
      showMarkdown(markdown, style(false)),
      'Bold and `code here`\n\n  - an *item* [x]\n  - two\n',
    );
    const coloured = showMarkdown('**Bold** `code here`', style(true));
    assert.equal(coloured, `${escape}[1mBold${escape}[22m ${escape}[36mcode here${escape}[39m`);
  });

  it('lets no text steer the terminal', () => {
    assert.equal(showMarkdown(`a${escape}[2Jb`, style(false)), 'a [2Jb');
  });
});

describe('createProgress', () => {
  const { messages } = testKnowledge();

  it('tells after a second, on a terminal, and cleans up behind it', async () => {
    const errors = stream(true);
    let time = 0;
    const progress = createProgress(errors, messages, () => time);
    await progress.update(1, 300);
    await progress.clear();
    assert.deepEqual(errors.written, []);
    time = 1000;
    await progress.update(2, 300);
    time = 1050;
    await progress.update(3, 300);
    time = 1100;
    await progress.update(4, 300);
    await progress.clear();
    await progress.clear();
    const clear = `\r${escape}[2K`;
    assert.deepEqual(errors.written, [`${clear}2 of 300 files read`, `${clear}4 of 300 files read`, clear]);
  });

  it('tells nothing elsewhere', async () => {
    const errors = stream(false);
    let time = 0;
    const progress = createProgress(errors, messages, () => time);
    time = 5000;
    await progress.update(1, 300);
    await progress.clear();
    assert.deepEqual(errors.written, []);
  });
});
