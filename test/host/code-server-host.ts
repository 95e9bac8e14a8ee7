import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChild, runCommand, type ChildOptions } from './child-process.ts';
import { installCodeServer } from './install-code-server.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import { writeUserSettings } from './user-settings.ts';

/** What a VS Code server is started with; all of it may be left out. */
export interface CodeServerOptions {
  /** Where settings and state are kept; a fresh folder where left out. */
  readonly userDataDir?: string;
  /** Where installed extensions are; a fresh folder where left out. */
  readonly extensionsDir?: string;
  /** The user's settings; they replace what `userDataDir` holds. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install first, as a user would. */
  readonly vsix?: string;
  /** A free port is taken where left out. */
  readonly port?: number;
  /** Added to the environment of the server, and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a window is opened with. */
export interface WindowOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Pairs that the desktop build would take as flags, such as `extensionTestsPath`. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** A running VS Code server. */
export interface CodeServerHost {
  /** Host and port, the authority of the server's `vscode-remote:` addresses. */
  readonly authority: string;
  /** The address of the window; whoever has it can use this VS Code with this user's rights. */
  readonly url: (window: WindowOptions) => string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<string>;
  /** The newest output of the server, for an error message. */
  readonly recentOutput: () => string;
  /** Stops the server with all its extension hosts and deletes its temporary folders. */
  readonly dispose: () => Promise<void>;
}

const startDeadlineMs = 120_000;

/** Starts a real VS Code (server and web client in one) on this machine only, installing it first where needed. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServerHost> {
  const installation = await installCodeServer();
  const temporary = createTemporaryFolder();
  try {
    const userDataDir = options.userDataDir ?? path.join(temporary.path, 'user-data');
    const extensionsDir = options.extensionsDir ?? path.join(temporary.path, 'extensions');
    if (options.settings) writeUserSettings(userDataDir, options.settings);
    // Any page in a browser can knock at a local port: the token keeps the door shut. A file, since other
    // users of the machine can read a process's arguments.
    const token = randomBytes(16).toString('hex');
    const tokenFile = path.join(temporary.path, 'token');
    writeFileSync(tokenFile, token, { mode: 0o600 });
    const common = [
      installation.serverMain,
      '--accept-server-license-terms',
      ...['--telemetry-level', 'off'],
      ...['--server-data-dir', path.join(temporary.path, 'server-data')],
      ...['--user-data-dir', userDataDir],
      ...['--extensions-dir', extensionsDir],
    ];
    const environment = serverEnvironment(temporary.path, options.env);
    if (options.vsix) {
      await runCommand(installation.node, [...common, '--install-extension', options.vsix], environment);
    }
    const serving = [
      ...['--host', '127.0.0.1'],
      ...['--port', String(options.port ?? 0)],
      ...['--connection-token-file', tokenFile],
      // A built VS Code heeds the payload only with this flag.
      '--enable-smoke-test-driver',
      '--disable-workspace-trust',
    ];
    const server = startChild(installation.node, [...common, ...serving], environment);
    try {
      const started = await server.waitForOutput(/Extension host agent listening on (\d+)/, startDeadlineMs);
      const authority = `127.0.0.1:${started[1] ?? ''}`;
      return {
        authority,
        url: (window) => windowUrl(authority, token, window),
        ended: server.ended,
        recentOutput: server.recentOutput,
        dispose: async () => {
          await server.stop();
          temporary.dispose();
        },
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    temporary.dispose();
    throw error;
  }
}

function serverEnvironment(temporary: string, added: ChildOptions['env'] = {}): ChildOptions {
  // The server leaves sockets among the temporary files: in ours they are cleared with the rest. Only on
  // Linux, since elsewhere the longer path would not fit into a socket's name.
  const sockets = path.join(temporary, 's');
  mkdirSync(sockets);
  const places = process.platform === 'linux' ? { XDG_RUNTIME_DIR: sockets, TMPDIR: sockets } : {};
  // No extension gallery: nothing outside this machine is asked.
  return { env: { ...places, EXTENSIONS_GALLERY: '{}', ...added } };
}

function windowUrl(authority: string, token: string, window: WindowOptions): string {
  const query = new URLSearchParams({ tkn: token, folder: window.folder });
  if (window.payload) query.set('payload', JSON.stringify(window.payload));
  return `http://${authority}/?${query.toString()}`;
}
