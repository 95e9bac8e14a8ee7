import { createKnowledge } from '../../server/src/knowledge/knowledge.ts';
import { cultures } from '../../server/src/terms/cultures.ts';
import { collectKnowledge, collectModel } from '../collect-data.ts';

/** The bank of prompts for a person to read, by the culture that they open. */
export function promptsPage(): string {
  const { prompts, messages } = createKnowledge(collectKnowledge(), collectModel());
  const parts = cultures.flatMap((culture) => {
    const { plain = culture } = messages.cultures[culture] ?? {};
    const lines = prompts
      .filter(({ opens }) => opens === culture)
      .map(
        (prompt) =>
          `- ${prompt.text}  \n  *${prompt.kinds.join(', ')} · ${prompt.form.replace('-', ' ')} · ${String(prompt.minutes)} min · ${prompt.for.replaceAll('-', ' ')} · exposure ${prompt.exposure} · ${prompt.source}* (\`${prompt.id}\`)`,
      );
    return [`## To open ${plain} (${culture})`, lines.join('\n')];
  });
  const intro = `${String(prompts.length)} prompts. Each can be declined; none asks for more than its exposure says. A record's light bulb offers the three that fit best.`;
  return ['# The prompts', intro, ...parts, ''].join('\n\n').replace(/\n{3,}$/, '\n');
}
