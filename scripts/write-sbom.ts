import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from './repository-root.ts';
import { bundleSources } from './shipped/bundle-sources.ts';
import { bundledPackages } from './shipped/bundled-packages.ts';
import { makeSbom, type ShippedProduct } from './shipped/make-sbom.ts';

// `npm run sbom`: writes the list of what is in the bundles beside them. The build hands over the files that it
// has bundled, a line each, with `--stdin`.
const files = process.argv.includes('--stdin')
  ? (await text(process.stdin)).split('\n')
  : (await bundleSources()).files;
const product = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as ShippedProduct;
mkdirSync(join(repositoryRoot, 'dist'), { recursive: true });
writeFileSync(join(repositoryRoot, 'dist', 'sbom.cdx.json'), makeSbom(product, bundledPackages(files)));
