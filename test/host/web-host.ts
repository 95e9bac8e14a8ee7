import { startChild } from './child-process.ts';
import { findFreePort } from './free-port.ts';
import { installVsCodeWeb } from './install-vscode-web.ts';
import { repositoryRoot } from './repository.ts';

/** A server that hands a VS Code for the web to a browser. */
export interface WebHost {
  /** The address of the window. */
  readonly url: string;
  /** The newest output of the server, for an error message. */
  readonly recentOutput: () => string;
  /** Stops the server. */
  readonly dispose: () => Promise<void>;
}

const startDeadlineMs = 60_000;

/**
 * Starts `@vscode/test-web` on this machine only, installing it first where needed. The folder is seen as
 * `vscode-test-web://mount`, a virtual file system: what is written there stays in the window's memory.
 */
export async function startWebHost(folder: string, extensionTestsPath: string): Promise<WebHost> {
  const { testWeb, build } = await installVsCodeWeb();
  const port = await findFreePort();
  const options = {
    ...build,
    // The browser is ours, so that there is one way to find and start it.
    browserType: 'none',
    host: '127.0.0.1',
    port,
    extensionDevelopmentPath: repositoryRoot,
    extensionTestsPath,
    folderPath: folder,
  };
  // Its command line would open a browser of its own to run tests.
  const script = `require(${JSON.stringify(testWeb)}).open(${JSON.stringify(options)})`;
  const server = startChild(process.execPath, ['-e', script]);
  try {
    await server.waitForOutput(/Listening on http/, startDeadlineMs);
    return {
      // Extensions are looked for under the window's own host name, so the name that the server was given.
      url: `http://127.0.0.1:${port}/`,
      recentOutput: server.recentOutput,
      dispose: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
