import * as z from 'zod/mini';
import type { InitializationOptions } from '../protocol.ts';

const schema = z.object({
  readsData: z.optional(z.boolean()),
  readsFiles: z.optional(z.boolean()),
  findsFiles: z.optional(z.boolean()),
  listsRecords: z.optional(z.boolean()),
  docsUri: z.optional(z.string()),
  hasCommands: z.optional(z.boolean()),
});

/** What the client said at `initialize`; anything that isn't as it should be counts as not said. */
export function readInitialization(value: unknown): InitializationOptions {
  const { success, data } = z.safeParse(schema, value);
  if (!success) return {};
  return Object.fromEntries(Object.entries(data).filter(([, each]) => each !== undefined));
}
