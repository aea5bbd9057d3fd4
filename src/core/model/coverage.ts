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

/** Whether the file that the id of an asset names was looked at, as far as it names one. */
export function canTell(id: string, { skipped }: Coverage): boolean {
  const name = id.slice(id.indexOf(':') + 1);
  const path = (name.split('#', 1)[0] ?? '').replace(/%(23|3A|7E|25)/gu, (code) => decodeURIComponent(code));
  return !skipped.some((entry) => entry.path === path || (entry.path.endsWith('/') && path.startsWith(entry.path)));
}
