import type { Cancellation, Catalogue, Grammars } from '../core';
import type { ReaderThreads } from '../node/reader-threads';

export interface CliStream {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** Everything the command line needs from the process it runs in; tests give their own. */
export interface CliIo {
  readonly stdout: CliStream;
  readonly stderr: CliStream;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cancel: Cancellation;
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly grammars: Grammars;
  /** Threads that help to read the files of a folder; without them one thread reads all. */
  readonly readers?: (root: string) => ReaderThreads;
  /** The user's own folder for caches, null where none is wanted. */
  readonly cacheFolder: string | null;
  /** Differs between builds that may read files differently; part of the cache's name. */
  readonly stamp: string;
  /** Asks the person and waits for a line; absent where nobody sits at a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** The name that Git signs commits of a folder with; absent where nobody is to be asked. */
  readonly person?: (root: string) => Promise<string | null>;
  /** The program of the language server. */
  readonly server: string;
}

/** Something the person has to know and can do something about: said in one sentence, exit code 2. */
export class CliError extends Error {}

export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;
