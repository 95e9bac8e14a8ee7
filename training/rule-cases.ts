import * as z from 'zod/mini';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { recordKinds } from '../server/src/terms/kinds.ts';

const folder = new URL('rule-cases/', import.meta.url);

const casesSchema = z.array(
  z.strictObject({
    id: z.string(),
    hand: z.string(),
    kind: z.enum(recordKinds),
    fires: z.boolean(),
    near: z.optional(z.boolean()),
    at: z.optional(z.string()),
    why: z.string(),
    text: z.string(),
  }),
);

/** A short record with a reader's verdict on one rule that reads meaning. See `rule-cases/BRIEF.md`. */
export type RuleCase = z.infer<typeof casesSchema>[number];

/**
 * Reads the cases of every rule that has some, by the rule's id.
 * @throws Error that names the file and the place at fault.
 */
export function readRuleCases(): ReadonlyMap<string, readonly RuleCase[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return new Map(
    files.map((name) => {
      const result = z.safeParse(casesSchema, parse(readFileSync(new URL(name, folder), 'utf8')));
      if (!result.success) {
        const [issue] = result.error.issues;
        throw new Error(
          `training/rule-cases/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
        );
      }
      return [name.replace(/\.yaml$/u, ''), result.data];
    }),
  );
}
