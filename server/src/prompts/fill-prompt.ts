import { messageInTable, type Messages } from '../balance/messages.ts';
import { namesIn } from '../record/read-voices.ts';
import { headerValue, type SupervisionRecord } from '../record/record.ts';
import { personOf } from '../runs/run-key.ts';
import { fillMessage } from '../text/message.ts';
import type { Prompt } from './prompt-bank.ts';

/**
 * A prompt's text as it is inserted: where there are `words` to take up, those it was written to take them up with;
 * `{initial}` is the worker's initial as the header or title has it, or "the worker" where it has none or several. Sentences begin
 * with a capital all the same.
 */
export function fillPrompt(
  prompt: Pick<Prompt, 'text' | 'with_words'>,
  record: SupervisionRecord,
  words: string | undefined,
  messages: Pick<Messages, 'prompt'>,
): string {
  const initial = workerInitial(record, messages);
  const text = words === undefined ? prompt.text : (prompt.with_words ?? prompt.text);
  return fillMessage(text, { words: words ?? '', initial })
    .replace(/(^|[.?!]['’]? )(\p{Ll})/gu, (whole, before: string, letter: string, at: number, all: string) =>
      all.startsWith(initial, at + before.length) ? before + letter.toUpperCase() : whole,
    )
    .replace(/(\p{Lu}\.)\.(?!\.)/gu, '$1');
}

/** "T.", "RP"; "the worker" or "the student" where header and title name nobody, or more than one. */
export function workerInitial(record: SupervisionRecord, { prompt }: Pick<Messages, 'prompt'>): string {
  const header = headerValue(record, 'supervisee')?.text;
  const [name, ...others] = namesIn(header ?? personOf(record) ?? '');
  const short = name?.split(/[ ,]/)[0] ?? '';
  if (others.length > 0 || short === '') return messageInTable(prompt, 'worker', record.recognition.kind);
  return /^\p{Lu}{1,3}$/u.test(short) && short.length > 1 ? short : `${short.charAt(0)}.`;
}
