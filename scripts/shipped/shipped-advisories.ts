import * as z from 'zod/mini';
import type { BundledPackage } from './bundled-packages.ts';

const auditSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      range: z.string(),
      nodes: z.array(z.string()),
      via: z.array(z.union([z.string(), z.object({ title: z.string() })])),
    }),
  ),
});

/** A known weakness of a package that is shipped. */
export interface ShippedAdvisory {
  readonly name: string;
  readonly version: string;
  readonly severity: string;
  /** Versions that have it. */
  readonly range: string;
  /** What is said of it; empty where it is known of a package that this one uses. */
  readonly titles: readonly string[];
}

/**
 * What `npm audit --json` (its report of version 2) knows of the packages that are bundled, and nothing of those that
 * are used for building alone. Undefined where the answer is no report: then nothing is known, good or bad.
 */
export function shippedAdvisories(
  answer: string,
  packages: readonly BundledPackage[],
): ShippedAdvisory[] | undefined {
  const report = auditSchema.safeParse(parseJson(answer));
  if (!report.success) return undefined;
  return Object.values(report.data.vulnerabilities).flatMap(({ severity, range, nodes, via }) =>
    packages
      .filter(({ folder }) => nodes.includes(folder))
      .map(({ name, version }) => ({
        name,
        version,
        severity,
        range,
        titles: via.flatMap((each) => (typeof each === 'string' ? [] : [each.title])),
      })),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
