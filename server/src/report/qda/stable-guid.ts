import { v5 } from 'uuid';

/** The namespace of this product's identifiers; never changed, so that a second export has the same ones. */
const namespace = '6f0d3c0a-58a1-5d5e-9a53-6e1f1f6f2a10';

/** A GUID that depends on the parts alone: the same thing has the same one in every export. */
export function stableGuid(...parts: readonly (string | number)[]): string {
  return v5(JSON.stringify(parts), namespace);
}
