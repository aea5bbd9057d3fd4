import type { Workspace } from '../ports';

/** The stamps (see Workspace) that the files of one run had before they were read. */
export class Stamps {
  readonly #known = new Map<string, string | null>();

  constructor(
    private readonly workspace: Workspace,
    /** Somebody asks for them afterwards too. */
    private readonly areKept: boolean,
  ) {}

  of(path: string): string | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const stamp = this.workspace.stamp?.(path) ?? null;
    this.take(path, stamp);
    return stamp;
  }

  /** The one that was taken in this run; null where none was. */
  taken(path: string): string | null {
    return this.#known.get(path) ?? null;
  }

  /** The one that somebody else took before reading the file. */
  take(path: string, stamp: string | null): void {
    if (this.areKept) this.#known.set(path, stamp);
  }

  /** A new run begins. */
  clear(): void {
    this.#known.clear();
  }
}
