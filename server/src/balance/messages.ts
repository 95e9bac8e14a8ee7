import * as z from 'zod/mini';

const words = z.record(z.string(), z.string());

/** `server/data/messages.yaml`. */
export const messagesSchema = z.strictObject({
  cultures: z.record(z.string(), z.strictObject({ plain: z.string(), paper: z.string() })),
  rules: z.record(z.string(), z.strictObject({ title: z.string(), why: z.string(), messages: words })),
  unsure: z.string(),
  strengths: words,
  reading: words,
  hover: words,
  passage: z.record(z.string(), z.union([z.string(), words])),
  inlay: words,
  actions: words,
  privateFile: words,
  prompt: z.record(z.string(), z.union([z.string(), words])),
  written: words,
  lens: words,
  explain: z.record(z.string(), z.union([z.string(), words])),
  workspace: z.record(z.string(), z.union([z.string(), words])),
  cli: z.record(z.string(), z.union([z.string(), words])),
  report: z.record(z.string(), z.union([z.string(), words])),
});

/** All that the tool says, by place. */
export type Messages = z.infer<typeof messagesSchema>;

/**
 * A text out of a group of messages.
 * @throws Error for a name that isn't there: a message is never missing in a build whose tests pass.
 */
export function messageIn(group: Readonly<Record<string, unknown>>, name: string): string {
  const text = group[name];
  if (typeof text !== 'string') throw new Error(`There is no message "${name}".`);
  return text;
}

/** A text out of a named table within a group, such as the kinds of record. */
export function messageInTable(
  group: Readonly<Record<string, unknown>>,
  table: string,
  name: string,
): string {
  return messageIn((group[table] ?? {}) as Readonly<Record<string, unknown>>, name);
}
