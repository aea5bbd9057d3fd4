import type { SkippedFile } from './model/coverage';

/** Tells long work to stop; checked after every await. */
export interface Cancellation {
  readonly cancelled: boolean;
}

export const NEVER_CANCELLED: Cancellation = { cancelled: false };

/** What the workspace holds for one engine: its files, and what was left out and why. */
export interface Listing {
  /** Paths of files: project-relative, `/` between parts. */
  readonly files: readonly string[];
  readonly ignored: { readonly gitignore: number; readonly config: number; readonly default: number };
  readonly skipped: readonly SkippedFile[];
}

/** `text` may be decoded only when it is asked for; `bytes`, where they are given, are the same text in UTF-8. */
export interface TextContent {
  readonly kind: 'text';
  readonly text: string;
  readonly hash: string;
  readonly size: number;
  readonly bytes?: Uint8Array;
}

/**
 * The content of one file. `hash` is the sha-256 (hex) of the raw bytes. Text is decoded, without a BOM. Binary files
 * come as their first bytes (at most 64 KiB). A file that cannot be used says why.
 */
export type FileContent =
  | TextContent
  | { readonly kind: 'binary'; readonly head: Uint8Array; readonly hash: string | null; readonly size: number }
  | { readonly kind: 'skipped'; readonly reason: string };

/** Which paths belong to the project; made by the core from ai-baseline.yaml and the .gitignore files. */
export interface Selection {
  /** Asked for every directory before it is entered and for every file. `path` of a directory ends in `/`. */
  decide(path: string): SelectionDecision;
  /** Tells the selection of a `.gitignore` found in `directory` ('' for the root) before its entries are asked for. */
  addIgnoreFile(directory: string, text: string): void;
  /** The same for a `.gitattributes`: what it calls vendored or generated is left out. */
  addAttributesFile(directory: string, text: string): void;
}

export type SelectionDecision = 'take' | 'gitignore' | 'config' | 'default';

/** The files of one project. Adapters: disk (with open buffers over it), memory in tests. */
export interface Workspace {
  list(selection: Selection, cancel: Cancellation): Promise<Listing>;
  read(path: string, cancel: Cancellation): Promise<FileContent>;
  /**
   * A word that is another one whenever the content may be another one: size and times of a file. Null where that cannot be
   * said for sure, as of what was written a moment ago: it has to be read.
   */
  stamp?(path: string): string | null;
}

/** Bytes of tree-sitter's own wasm (`tree-sitter`) and of a grammar (`python`, `typescript`, `tsx`, `javascript`). */
export interface Grammars {
  load(name: string): Promise<Uint8Array>;
}

export interface Clock {
  /** The date that everything is judged as of, `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds since whenever, to say how long something took; without it nothing is said. */
  now?(): number;
  /** Asked for between pieces of long work: a promise where everything else should have its turn first. */
  pause?(): Promise<void> | undefined;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** A place to unsubscribe from something. */
export interface Disposable {
  dispose(): void;
}
