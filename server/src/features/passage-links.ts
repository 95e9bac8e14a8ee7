import type { Position } from 'vscode-languageserver';
import { plainName } from '../balance/describe-reading.ts';
import { messageIn } from '../balance/messages.ts';
import type { PassageReading } from '../culture/read-passages.ts';
import { clientCommands, type PassageArguments } from '../protocol.ts';
import { passageLabels } from '../terms/cultures.ts';
import type { ReadDocument } from './read-document.ts';

/**
 * The writer's last word under a hover, as links to commands: agree (where something is there to agree with and no
 * tag says it yet), overrule with each of the others, and ask why.
 */
export function passageLinks(
  { document, knowledge: { messages } }: ReadDocument,
  reading: PassageReading,
  position: Position,
): string {
  const texts = messages.hover;
  const link = (title: string, command: string, label?: PassageArguments['label']): string => {
    const args: PassageArguments = { uri: document.uri, position, ...(label === undefined ? {} : { label }) };
    return `[${title}](command:${command}?${encodeArguments(args)})`;
  };
  const own = reading.origin === 'tag';
  const links: string[] = [];
  if (!own && reading.culture !== 'undecided')
    links.push(link(messageIn(texts, 'agree'), clientCommands.agree));
  const others = passageLabels
    .filter((label) => label !== reading.culture)
    .map((label) =>
      link(
        label === 'none' ? messageIn(texts, 'overrule-neutral') : plainName(messages, label),
        clientCommands.overrule,
        label,
      ),
    );
  links.push(`${messageIn(texts, 'overrule')} ${others.join(', ')}`);
  if (own) links.push(link(messageIn(texts, 'untag'), clientCommands.overrule, 'untag'));
  links.push(link(messageIn(texts, 'ask-why'), clientCommands.askWhy));
  return links.join(' · ');
}

/** Parentheses would end the link too early. */
function encodeArguments(args: PassageArguments): string {
  return encodeURIComponent(JSON.stringify([args])).replace(
    /[()']/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
}
