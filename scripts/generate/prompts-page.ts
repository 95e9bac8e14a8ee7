import { messageInTable } from '../../server/src/balance/messages.ts';
import { fillMessage } from '../../server/src/text/message.ts';
import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import { cultures } from '../../server/src/terms/cultures.ts';
import { collectKnowledge, collectModel } from '../collect-data.ts';

/** A prompt's text with its places filled in general terms. */
function forReaders(text: string, worker: string): string {
  return fillMessage(text, { words: '…', initial: worker }).replace(
    /(^|[.?!] )(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** The bank of prompts for a person to read, by the culture that they open. */
export function promptsPage(): string {
  const { prompts, messages } = createKnowledge(collectKnowledge(), collectModel());
  const worker = messageInTable(messages.prompt, 'worker', 'supervision');
  const parts = cultures.flatMap((culture) => {
    const { plain = culture } = messages.cultures[culture] ?? {};
    const lines = prompts
      .filter(({ opens }) => opens === culture)
      .map(
        (prompt) =>
          `- ${forReaders(prompt.text, worker)}  \n${prompt.with_words === undefined ? '' : `  Where a note's words can be taken up: ${forReaders(prompt.with_words, worker)}  \n`}  *${prompt.kinds.join(', ')} · ${prompt.form.replace('-', ' ')} · ${String(prompt.minutes)} min · ${prompt.for.replaceAll('-', ' ')} · exposure ${prompt.exposure} · ${prompt.source}* (\`${prompt.id}\`)`,
      );
    return [`## To open ${plain} (${culture})`, lines.join('\n')];
  });
  const intro = `${String(prompts.length)} prompts. Each can be declined; none asks for more than its exposure says. A record's light bulb offers the three that fit best.`;
  return ['# The prompts', intro, ...parts, ''].join('\n\n').replace(/\n{3,}$/, '\n');
}
