import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import { bundledPackages } from '../../scripts/shipped/bundled-packages.ts';
import { makeSbom } from '../../scripts/shipped/make-sbom.ts';
import { shippedAdvisories } from '../../scripts/shipped/shipped-advisories.ts';

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');

describe('What is shipped', function () {
  this.timeout(60_000);

  it('lists its parts as CycloneDX has it, and the schema refuses what isn’t', async () => {
    const sbom = read('dist/sbom.cdx.json');
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    assert.equal(await validator.validate(sbom), null);
    assert.notEqual(await validator.validate(sbom.replace('"type": "library"', '"type": "book"')), null);
    assert.doesNotMatch(sbom, /timestamp|https?:\/\/(?!cyclonedx\.org)/);
  });

  it('names the same packages there and in the notices, each with a licence that lets it be shipped', () => {
    const { components } = JSON.parse(read('dist/sbom.cdx.json')) as {
      components: { group?: string; name: string; version: string }[];
    };
    const listed = components.map(
      ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`,
    );
    const rows = [...read('THIRD-PARTY-NOTICES.md').matchAll(/^\| (\S+) +\| (\d\S*) +\| (.*?) +\|$/gm)];
    assert.deepEqual(rows.map(([, name, version]) => `${name} ${version}`).sort(), listed.sort());
    for (const name of ['docx', 'nanoid', 'chart.js', 'workerpool', 'yaml', 'zod', 'unified'])
      assert.ok(
        rows.some((row) => row[1] === name),
        name,
      );
    for (const [, name, , licence = ''] of rows)
      assert.match(licence, /^(?:MIT|ISC|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|0BSD|CC0-1\.0)$/, name);
  });

  it('has the text of every licence, and nothing of packages for building alone', () => {
    const notices = read('THIRD-PARTY-NOTICES.md');
    for (const words of [
      'Copyright (c) 2012 Daniele Faraglia',
      'Kevin Atkinson',
      'Microsoft Corporation',
      'Apache License',
      'Blue Oak Model License',
      'Titus Wormer',
      'Adapted from stream-browserify',
    ])
      assert.ok(notices.includes(words), words);
    assert.doesNotMatch(notices, /^\| (?:esbuild|eslint|typescript|mocha) /m);
  });

  it('is the same list twice, and says of a package without a licence that it can’t be shipped', () => {
    const packages = bundledPackages(['node_modules/zod/index.js']);
    assert.deepEqual(
      packages.map(({ name, licence }) => [name, licence]),
      [['zod', 'MIT']],
    );
    const product = { name: 'supervision-lens', version: '1.0.0', description: '', license: 'MIT' };
    assert.equal(makeSbom(product, packages), makeSbom(product, packages));
    assert.throws(() => bundledPackages(['node_modules/no-such/index.js']));
  });

  it('is told apart in an audit from what only builds, and no answer is no good news', () => {
    const packages = bundledPackages(['node_modules/zod/index.js']);
    const about = (name: string): object => ({
      severity: 'high',
      range: '<9',
      nodes: [`node_modules/${name}`],
      via: [{ title: 'It breaks' }, 'other'],
    });
    const answer = (...names: string[]): string =>
      JSON.stringify({
        auditReportVersion: 2,
        vulnerabilities: Object.fromEntries(names.map((name) => [name, about(name)])),
      });
    assert.deepEqual(
      shippedAdvisories(answer('zod', 'mocha'), packages)?.map(({ name, titles }) => [name, titles]),
      [['zod', ['It breaks']]],
    );
    assert.deepEqual(shippedAdvisories(answer('mocha'), packages), []);
    for (const none of ['', 'npm error', '{"message":"405 Method Not Allowed","error":{}}'])
      assert.equal(shippedAdvisories(none, packages), undefined);
  });
});
