import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the desktop (or a remote machine) and the browser. */
export interface Platform {
  /** Whether the server has no disk of its own and asks the client for the files under `dist/data`. */
  readonly readsData: boolean;
  /** A client that isn't started yet, with a server of its own. */
  createClient: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
}
