import { runNpm } from '../run-npm.mjs';
import { bundledPackages } from './bundled-packages.ts';
import { bundleSources } from './bundle-sources.ts';
import { shippedAdvisories, type ShippedAdvisory } from './shipped-advisories.ts';

/** What was found out about weaknesses of what is shipped. */
export interface Audit {
  readonly packages: number;
  /** Undefined: the registry couldn't be asked. */
  readonly advisories: readonly ShippedAdvisory[] | undefined;
}

/** Asks npm for weaknesses that are known, of the packages that are bundled. */
export async function auditShipped(): Promise<Audit> {
  const packages = bundledPackages((await bundleSources()).files);
  const { output } = await runNpm(['audit', '--json', '--loglevel=silent'], { quiet: true });
  return { packages: packages.length, advisories: shippedAdvisories(output, packages) };
}
