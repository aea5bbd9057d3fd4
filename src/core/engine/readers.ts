import type { Configured } from '../config/configuration';
import type { FileFacts } from '../model';

/** What came of reading a file. `stamp` is the one of Workspace, taken before it was read. */
export type Reading =
  | { readonly kind: 'facts'; readonly facts: FileFacts; readonly stamp: string | null }
  | { readonly kind: 'skipped'; readonly reason: string; readonly stamp: string | null }
  /** It made a reader crash. */
  | { readonly kind: 'broken'; readonly error: unknown };

/** Files that are to be read, and who wants to know what came of each. */
export interface ReadingJob {
  readonly configured: Configured;
  readonly paths: readonly string[];
  /** Their stamps are wanted too. */
  readonly stamps: boolean;
  readonly onRead: (path: string, reading: Reading) => void;
}

/** A job at which several work at once. */
export interface SharedReading {
  /** The next paths of which nobody has taken care, for whoever asks to read; none where there are no more. */
  readonly take: () => readonly string[];
  /** Nobody takes any more. */
  readonly stop: () => void;
  /** Resolves when everything that the others took was told, or they broke down: then some of it is missing. */
  readonly done: Promise<void>;
}

/** Others who read files beside the one who asks, such as threads. One job at a time. */
export interface Readers {
  /** From so many files on they are faster than whoever asks is alone. */
  readonly worthFrom: number;
  begin(job: ReadingJob): SharedReading;
}
