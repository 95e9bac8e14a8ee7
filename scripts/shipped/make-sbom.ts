import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import parseLicence from 'spdx-expression-parse';
import { v5 } from 'uuid';
import type { BundledPackage } from './bundled-packages.ts';

/** Of the names that the lists of what is shipped go by. */
const namespace = '3f1d1f0e-5c1f-5b7e-8f38-0c6a4f5d9a21';

/** The product as its manifest names it. */
export interface ShippedProduct {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/**
 * A list of all that is in what is shipped (CycloneDX 1.6, as JSON): the product and the packages bundled in it, with
 * their licences. The same packages give the same text: it says neither when nor where it was made.
 */
export function makeSbom(product: ShippedProduct, packages: readonly BundledPackage[]): string {
  const main = component(Enums.ComponentType.Application, product, product.license);
  main.description = product.description;
  const bom = new Models.Bom();
  bom.metadata.component = main;
  bom.metadata.lifecycles.add(Enums.LifecyclePhase.Build);
  for (const each of packages) {
    const part = component(Enums.ComponentType.Library, each, each.licence);
    bom.components.add(part);
    main.dependencies.add(part.bomRef);
  }
  const names = [product, ...packages].map(({ name, version }) => `${name}@${version}`);
  bom.serialNumber = `urn:uuid:${v5(names.join('\n'), namespace)}`;
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component(
  type: Enums.ComponentType,
  { name, version }: { readonly name: string; readonly version: string },
  licence: string,
): Models.Component {
  const scoped = /^(@[^/]+)\/(.+)$/.exec(name);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const made = new Models.Component(type, scoped?.[2] ?? name, {
    ...(scoped?.[1] !== undefined && { group: scoped[1] }),
    version,
    purl,
    bomRef: purl,
  });
  made.licenses.add(new Contrib.License.Factories.LicenseFactory(parseLicence).makeFromString(licence));
  return made;
}
