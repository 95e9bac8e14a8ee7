import * as z from 'zod/mini';

const oneBody = z.union([
  z.string(),
  z.looseObject({ value: z.optional(z.string()), purpose: z.optional(z.string()) }),
]);
const bodySchema = z.union([oneBody, z.array(oneBody)]);

/** A body of an annotation: what it says and what for ("commenting", "tagging", "classifying"). */
export interface AnnotationBody {
  readonly value: string;
  readonly purpose: string;
}

/** What an annotation says, body by body. */
export function bodiesOf(body: unknown): AnnotationBody[] {
  const read = z.safeParse(bodySchema, body);
  if (!read.success) return [];
  return [read.data].flat().map((each) => {
    if (typeof each === 'string') return { value: each, purpose: 'commenting' };
    return { value: each.value ?? '', purpose: each.purpose ?? 'commenting' };
  });
}

/** A body in the form of the data model. */
export function textualBody(value: string, purpose: string): object {
  return { type: 'TextualBody', value, purpose };
}
