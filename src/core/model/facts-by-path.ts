import type { FileFacts } from './facts';
import { hasCode, saysAnything } from './packed-facts';

/**
 * The facts of all files of a project, with those apart that say anything, and those that hold code: most files of a big
 * project do neither, and nobody should have to walk through them at every change. Order is that of insertion. The maps
 * apart are the same objects as long as no file joins or leaves them.
 */
export class FactsByPath extends Map<string, FileFacts> {
  readonly #telling = new Apart(saysAnything);
  readonly #coded = new Apart(hasCode);

  static of(entries: Iterable<readonly [string, FileFacts]>): FactsByPath {
    const made = new FactsByPath();
    for (const [path, facts] of entries) made.set(path, facts);
    return made;
  }

  override set(path: string, facts: FileFacts): this {
    this.#telling.note(path, facts);
    this.#coded.note(path, facts);
    return super.set(path, facts);
  }

  override delete(path: string): boolean {
    this.#telling.forget();
    this.#coded.forget();
    return super.delete(path);
  }

  get telling(): ReadonlyMap<string, FileFacts> {
    return this.#telling.of(this);
  }

  get coded(): ReadonlyMap<string, FileFacts> {
    return this.#coded.of(this);
  }
}

/** The files of a map that fit, in its order; made anew only where one joins or leaves. */
class Apart {
  #files: Map<string, FileFacts> | null = null;

  constructor(private readonly fits: (facts: FileFacts) => boolean) {}

  note(path: string, facts: FileFacts): void {
    if (this.#files === null) return;
    if (this.fits(facts) !== this.#files.has(path)) this.#files = null;
    else if (this.#files.has(path)) this.#files.set(path, facts);
  }

  forget(): void {
    this.#files = null;
  }

  of(all: ReadonlyMap<string, FileFacts>): ReadonlyMap<string, FileFacts> {
    if (this.#files === null) {
      this.#files = new Map();
      for (const [path, facts] of all) if (this.fits(facts)) this.#files.set(path, facts);
    }
    return this.#files;
  }
}

/** The files of a project that say anything, of whatever map. */
export function tellingFacts(files: ReadonlyMap<string, FileFacts>): Iterable<FileFacts> {
  return (files instanceof FactsByPath ? files.telling : files).values();
}

/** The files of a project that hold code. */
export function codedFacts(files: ReadonlyMap<string, FileFacts>): ReadonlyMap<string, FileFacts> {
  if (files instanceof FactsByPath) return files.coded;
  const found = new Map<string, FileFacts>();
  for (const [path, facts] of files) if (hasCode(facts)) found.set(path, facts);
  return found;
}
