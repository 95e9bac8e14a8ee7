import type { DataLoader } from '../knowledge/knowledge.ts';

/** What differs between node and the web worker: an argument, never an `if`. */
export interface Platform {
  /** Reads the data files beside the server; undefined where the client has to hand them over. */
  readonly loadData: DataLoader | undefined;
  /**
   * Reads a file as text without a BOM; `text` is undefined where there is none. Undefined altogether: this
   * platform can't read such a URI, the client may.
   */
  readonly readFile: (uri: string) => Promise<{ readonly text: string | undefined } | undefined>;
  /**
   * The addresses of the Markdown files in a folder and the folders in it, but for hidden ones and `node_modules`;
   * `stopped` is asked now and then. Undefined: this platform can't list such a folder, the client may.
   */
  readonly listFiles: (folder: string, stopped: () => boolean) => Promise<readonly string[] | undefined>;
  /** Lets other messages have their turn. */
  readonly nextTurn: () => Promise<void>;
}
