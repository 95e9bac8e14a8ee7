import path from 'node:path';
import { parseArgs } from 'node:util';

/** The flags of VS Code's desktop build that a test run depends on; all paths are absolute. */
export interface DesktopArguments {
  readonly extensionDevelopmentPaths: readonly string[];
  /** The module whose `run` is called in the extension host. */
  readonly extensionTestsPath: string;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  /** The folder to open. */
  readonly folder: string;
}

/** Reads the command line of a desktop build, and throws where a path that a test run needs is missing. */
export function readDesktopArguments(args: readonly string[]): DesktopArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    // The desktop build has hundreds of flags: those of no meaning here are let pass.
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const [folder] = positionals;
  const extensionTestsPath = asPath(values.extensionTestsPath);
  const developed = values.extensionDevelopmentPath;
  const extensionDevelopmentPaths = (Array.isArray(developed) ? developed : [])
    .map(asPath)
    .filter((each) => each !== undefined);
  if (extensionTestsPath === undefined || extensionDevelopmentPaths.length === 0 || folder === undefined) {
    throw new Error('Expected --extensionDevelopmentPath=…, --extensionTestsPath=… and a folder.');
  }
  return {
    extensionDevelopmentPaths,
    extensionTestsPath,
    userDataDir: asPath(values['user-data-dir']),
    extensionsDir: asPath(values['extensions-dir']),
    folder: path.resolve(folder),
  };
}

function asPath(value: unknown): string | undefined {
  return typeof value === 'string' ? path.resolve(value) : undefined;
}
