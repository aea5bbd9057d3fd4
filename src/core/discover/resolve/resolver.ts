import type { Binding, Import, Value } from '../../model';
import type { CodeIndex, Consulted } from './code-index';
import { expandValue, membersNamed } from './expand';
import { classesKnownTo, ofImport, referencesOf } from './references';
import type { Found, Holder, Reference, Resolving, Target } from './resolving';
import type { Placed, SourceFile } from './source-file';

const DEPTH = 24;
const STEPS = 600;
/** Answers are put together from answers: without a bound, what computes with itself grows in all directions. */
const MOST_FOUND = 400;
const MOST_REFERENCES = 32;

interface Expanded {
  readonly holder: Binding | null;
  readonly found: Found[];
}

/**
 * Follows names, members, calls and imports to what they may hold. Every question is bounded in depth and in steps; an
 * answer that needed no cutting short is remembered.
 */
export class Resolver implements Resolving {
  readonly #classes = new Map<SourceFile, readonly Target[]>();
  readonly #references = new Map<Value, Reference[]>();
  readonly #imported = new Map<Import, readonly Reference[]>();
  readonly #expanded = new Map<Value, Expanded>();
  #depth = 0;
  #steps = 0;
  #cuts = 0;

  constructor(
    readonly index: CodeIndex,
    readonly consulted: Consulted,
  ) {}

  expand(placed: Placed, holder: Holder | null = null): Found[] {
    const { kind } = placed.value;
    if (kind === 'text' || kind === 'literal' || kind === 'list' || kind === 'map' || kind === 'unknown') {
      return [{ ...placed, holder }];
    }
    const known = this.#expanded.get(placed.value);
    if (known && known.holder === (holder?.binding ?? null)) return known.found;
    const cuts = this.#cuts;
    const found = this.#bounded(() => expandValue(this, placed, holder).slice(0, MOST_FOUND));
    if (cuts === this.#cuts) this.#expanded.set(placed.value, { holder: holder?.binding ?? null, found });
    return found;
  }

  references(placed: Placed): Reference[] {
    const known = this.#references.get(placed.value);
    if (known) return known;
    const cuts = this.#cuts;
    const found = this.#bounded(() => unique(referencesOf(this, placed)).slice(0, MOST_REFERENCES));
    if (cuts === this.#cuts) this.#references.set(placed.value, found);
    return found;
  }

  imported(file: SourceFile, fact: Import): readonly Reference[] {
    const known = this.#imported.get(fact);
    if (known) return known;
    const cuts = this.#cuts;
    const found = ofImport(this, file, fact).slice(0, MOST_REFERENCES);
    if (cuts === this.#cuts) this.#imported.set(fact, found);
    return found;
  }

  classesIn(file: SourceFile): readonly Target[] {
    const known = this.#classes.get(file);
    if (known) return known;
    const found = classesKnownTo(this, file);
    this.#classes.set(file, found);
    return found;
  }

  member(target: Target, name: string): Found[] {
    return this.#bounded(() => membersNamed(this, target, name));
  }

  #bounded<T>(body: () => T[]): T[] {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth >= DEPTH || this.#steps >= STEPS) {
      this.#cuts += 1;
      return [];
    }
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
