import picomatch from 'picomatch';
import { URI } from 'vscode-uri';

/** Whether one of the settings' patterns names a file a record. */
export function matchesPatterns(uri: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  return picomatch.isMatch(URI.parse(uri).path.replace(/^\//, ''), [...patterns], {
    dot: true,
    contains: true,
  });
}
