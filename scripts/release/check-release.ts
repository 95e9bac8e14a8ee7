/** What a release is judged by. */
export interface ReleaseState {
  /** Of package.json. */
  readonly version: string;
  /** The two places of package-lock.json that hold it. */
  readonly lockVersions: readonly (string | undefined)[];
  readonly changelog: string;
  /** ISO day of today. */
  readonly today: string;
  /** What git says isn't committed, a line a file; empty for a clean tree. */
  readonly uncommitted: string;
  readonly tags: readonly string[];
  /** The commit that would be released. */
  readonly commit: string;
  /** The last whole run of the tests; undefined: none was written down. */
  readonly tested: TestedState | undefined;
}

/** What `npm test` writes down of a whole run. */
export interface TestedState {
  readonly commit: string;
  /** Whether everything was committed, from its beginning to its end. */
  readonly clean: boolean;
  readonly passed: number;
  readonly failed: number;
}

/** The tag of a version. */
export function releaseTag(version: string): string {
  return `v${version}`;
}

/** Why it can't be released, each in a sentence; empty: it can. */
export function checkRelease(state: ReleaseState): string[] {
  return [
    ...checkVersions(state),
    // Where there is no version, nothing can agree with it.
    ...(isVersion(state.version) ? checkChangelog(state) : []),
    ...(state.uncommitted.trim() === ''
      ? []
      : [`Not everything is committed:\n${state.uncommitted.trimEnd()}`]),
    ...(state.tags.includes(releaseTag(state.version))
      ? [`The tag ${releaseTag(state.version)} is there already: this version has been released.`]
      : []),
    ...checkTests(state),
  ];
}

function checkVersions({ version, lockVersions }: ReleaseState): string[] {
  if (!isVersion(version)) return [`“${version}” in package.json isn't a version.`];
  return lockVersions.every((each) => each === version)
    ? []
    : [
        `package-lock.json has ${lockVersions.map((each) => each ?? 'no version').join(' and ')}, package.json ${version}.`,
      ];
}

function checkChangelog({ version, changelog, today }: ReleaseState): string[] {
  const [, heading = ''] = /^## (.*)$/m.exec(changelog) ?? [];
  const [, named = '', date] = /^\[?([^\s\]]+)\]?(?:\s.*?(\d{4}-\d\d-\d\d)\)?)?\s*$/.exec(heading) ?? [];
  if (named !== version) return [`CHANGELOG.md begins with “${heading}”, not with ${version}.`];
  if (date === undefined)
    return [`CHANGELOG.md doesn't say when ${version} is released: “## ${version} (${today})”.`];
  if (Number.isNaN(Date.parse(date)) || date > today)
    return [`CHANGELOG.md says ${version} is of ${date}, and today is ${today}.`];
  return [];
}

function checkTests({ tested, commit }: ReleaseState): string[] {
  if (tested === undefined) return ['The tests were not run as a whole here: npm test.'];
  if (tested.commit !== commit || !tested.clean)
    return ['The tests were last run on something else than what would be released: npm test.'];
  return tested.failed === 0 && tested.passed > 0 ? [] : [`${tested.failed} of the tests failed.`];
}

function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(text);
}
