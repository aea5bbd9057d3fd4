/** A file that could not be used, with the reason in words a person understands. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** What was looked at. Whatever was left out makes an absence mean "cannot tell". */
export interface Coverage {
  readonly read: number;
  readonly ignored: { readonly gitignore: number; readonly config: number; readonly default: number };
  readonly skipped: readonly SkippedFile[];
}
