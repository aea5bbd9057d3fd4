import type { Catalogue, Clock, FactsCache, Grammars, Workspace } from '../core';
import type { ClientOptions } from '../protocol';

/** What the server takes from outside: the disk, the clock and what was compiled into the program. */
export interface ServerServices {
  readonly catalogue: Catalogue;
  readonly grammars: Grammars;
  readonly clock: Clock;
  openDisk(root: string): Workspace;
  /** What was known of a project when it was last read; null where nothing is kept. */
  openCache?(root: string): SavedCache | null;
  /** The project that a folder belongs to: the folder itself or the nearest one above that is marked as a project. */
  readonly findRoot: (folder: string) => string;
  /** Who works in a folder, by name, for the change logs of records; null where that is not known. */
  readonly person?: (root: string) => Promise<string | null>;
  /** The commit that is checked out around a folder, for reports; null where that is not known. */
  readonly commit?: (root: string) => Promise<string | null>;
  /** Version of this program, for reports. */
  readonly version?: string;
  /** Milliseconds of rest after which changes are looked at; 150 unless told otherwise. */
  readonly delay?: number;
}

/** What is kept of a project from one start to the next. */
export interface SavedCache extends FactsCache {
  save(): Promise<void>;
}

/** What the client can do and wants, settled at `initialize`. */
export interface Session {
  client: Required<ClientOptions>;
  canWatch: boolean;
  canConfigure: boolean;
  canShowProgress: boolean;
  canRefreshLenses: boolean;
  folders: readonly string[];
}
