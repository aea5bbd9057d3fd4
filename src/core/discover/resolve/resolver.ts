import type { CodeIndex, Consulted } from './code-index';
import { expandValue, membersNamed } from './expand';
import { classesKnownTo, referencesOf } from './references';
import type { Found, Holder, Reference, Resolving, Target } from './resolving';
import type { Placed, SourceFile } from './source-file';

const DEPTH = 24;
const STEPS = 600;

/** Follows names, members, calls and imports to what they may hold. Every question is bounded in depth and in steps. */
export class Resolver implements Resolving {
  readonly #classes = new Map<SourceFile, readonly Target[]>();
  #depth = 0;
  #steps = 0;

  constructor(
    readonly index: CodeIndex,
    readonly consulted: Consulted,
  ) {}

  expand(placed: Placed, holder: Holder | null = null): Found[] {
    return this.#bounded(() => expandValue(this, placed, holder));
  }

  references(placed: Placed): Reference[] {
    return this.#bounded(() => unique(referencesOf(this, placed)));
  }

  classesIn(file: SourceFile): readonly Target[] {
    const known = this.#classes.get(file);
    if (known) return known;
    // Found empty by whoever asks on the way.
    this.#classes.set(file, []);
    const found = this.#bounded(() => classesKnownTo(this, file));
    this.#classes.set(file, found);
    return found;
  }

  member(target: Target, name: string): Found[] {
    return this.#bounded(() => membersNamed(this, target, name));
  }

  #bounded<T>(body: () => T[]): T[] {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth >= DEPTH || this.#steps >= STEPS) return [];
    this.#depth += 1;
    this.#steps += 1;
    try {
      return body();
    } finally {
      this.#depth -= 1;
    }
  }
}

function unique(references: Reference[]): Reference[] {
  if (references.length < 2) return references;
  const seen = new Set<string>();
  return references.filter(({ module, path, target }) => {
    const key = `${module ?? ''}|${path.join('.')}|${target ? `${target.file.path}#${target.symbol}` : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
