import type { FromWebview } from '../../webviews/messages.ts';
import { readPlace, readUri } from '../commands/command-arguments.ts';

/** What a webview said, or undefined for anything that isn't one of its messages. Nothing is taken on trust. */
export function readMessage(value: unknown): FromWebview | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Record<string, unknown>;
  if (message['type'] === 'ready') return { type: 'ready' };
  const uri = typeof message['uri'] === 'string' ? readUri(message['uri']) : undefined;
  const place = readPlace(message['place']);
  if (uri === undefined || place === undefined) return undefined;
  const type = (['reveal', 'comment', 'agree', 'panel'] as const).find((each) => each === message['type']);
  return type === undefined ? undefined : { type, uri, place };
}
