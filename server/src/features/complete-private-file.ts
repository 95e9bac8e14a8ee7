import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { messageIn } from '../balance/messages.ts';
import { freePseudonym } from '../confidentiality/person-replacements.ts';
import { keySettings } from '../confidentiality/key/read-pseudonym-key.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Settings in the private file, and a pseudonym that isn't in it yet behind `called`. */
export function completePrivateFile(
  text: string,
  position: Position,
  { messages, identifiers }: Knowledge,
): CompletionItem[] {
  const line = text.split(/\r\n|\r|\n/)[position.line] ?? '';
  const before = line.slice(0, position.character);
  if (/^\s*(?:-\s+)?(?:called|also):\s+\S*$/.test(before)) {
    const label = freePseudonym([text], new Set(), identifiers.data);
    return label === undefined ? [] : [{ label, kind: CompletionItemKind.Value }];
  }
  const key = (label: string, insertText: string): CompletionItem => ({
    label,
    detail: messageIn(messages.privateFile, label),
    kind: CompletionItemKind.Property,
    insertText,
  });
  if (/^\w*$/.test(before)) return keySettings.top.map((name) => key(name, `${name}:\n  - names: `));
  if (!/^\s+(?:-\s+)?\w*$/.test(before)) return [];
  return keySettings.person.map((name) => key(name, `${name}: `));
}
