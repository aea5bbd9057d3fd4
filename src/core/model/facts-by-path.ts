import type { FileFacts } from './facts';
import { hasCode } from './packed-facts';

/** Changes that are remembered; who asks for earlier ones has to look at everything. */
const MOST_CHANGES = 500;

interface Apart {
  readonly files: Map<string, FileFacts>;
  /** The same as a list; null until it is asked for again. */
  list: readonly FileFacts[] | null;
}

/**
 * The facts of all files of a project. Those that say something of one kind are kept apart: most files of a big project say
 * nothing, and nobody should have to walk through them at every change. Order is that of insertion.
 */
export class FactsByPath extends Map<string, FileFacts> {
  #apart = new Map<Kind, Apart>();
  /** Paths in the order in which they were set, without the `#forgotten` first ones. */
  #changes: string[] = [];
  #forgotten = 0;

  override set(path: string, facts: FileFacts): this {
    this.#note(path, facts);
    return super.set(path, facts);
  }

  override delete(path: string): boolean {
    this.#apart.clear();
    this.#forget();
    return super.delete(path);
  }

  /** The files that say something of that kind; the same map, brought up to date, as long as none joins or leaves. */
  saying(kind: Kind): ReadonlyMap<string, FileFacts> {
    return this.#sorted(kind).files;
  }

  /** The same as a list: the very same one as long as none of them changed. */
  list(kind: Kind): readonly FileFacts[] {
    const apart = this.#sorted(kind);
    apart.list ??= [...apart.files.values()];
    return apart.list;
  }

  /** A mark for `since`: the state of now. */
  get mark(): number {
    return this.#forgotten + this.#changes.length;
  }

  /** Paths that were set since a mark was taken; null where that was too long ago. */
  since(mark: number): readonly string[] | null {
    return mark < this.#forgotten ? null : this.#changes.slice(mark - this.#forgotten);
  }

  #note(path: string, facts: FileFacts): void {
    if (this.#changes.length >= MOST_CHANGES) this.#forget();
    this.#changes.push(path);
    for (const [kind, apart] of this.#apart) {
      // Who joins would stand at the end, and who leaves changes what others may rely on: the map is made anew.
      if (SAYS[kind](facts) !== apart.files.has(path)) this.#apart.delete(kind);
      else if (apart.files.has(path)) {
        apart.files.set(path, facts);
        apart.list = null;
      }
    }
  }

  #forget(): void {
    this.#forgotten += this.#changes.length + 1;
    this.#changes = [];
  }

  #sorted(kind: Kind): Apart {
    if (this.#apart.size === 0) this.#apart = sortedOut(this);
    const known = this.#apart.get(kind);
    if (known) return known;
    const apart = { files: filesSaying(this, kind), list: null };
    this.#apart.set(kind, apart);
    return apart;
  }
}

/** The files of a project that say something of one kind, such as `record`; in the order of the map. */
export function factsWith(files: ReadonlyMap<string, FileFacts>, kind: Kind): ReadonlyMap<string, FileFacts> {
  return files instanceof FactsByPath ? files.saying(kind) : filesSaying(files, kind);
}

/** The same as a list: of one map the very same one as long as none of these files changed. */
export function listWith(files: ReadonlyMap<string, FileFacts>, kind: Kind): readonly FileFacts[] {
  return files instanceof FactsByPath ? files.list(kind) : [...filesSaying(files, kind).values()];
}

function filesSaying(files: ReadonlyMap<string, FileFacts>, kind: Kind): Map<string, FileFacts> {
  const found = new Map<string, FileFacts>();
  const says = SAYS[kind];
  for (const [path, facts] of files) if (says(facts)) found.set(path, facts);
  return found;
}

/** Every kind in one walk through all files. */
function sortedOut(files: ReadonlyMap<string, FileFacts>): Map<Kind, Apart> {
  const sorted = new Map<Kind, Apart>();
  const all = KINDS.map((kind) => {
    const apart: Apart = { files: new Map(), list: null };
    sorted.set(kind, apart);
    return { says: SAYS[kind], files: apart.files };
  });
  for (const [path, facts] of files) for (const each of all) if (each.says(facts)) each.files.set(path, facts);
  return sorted;
}

/** Whether a file says something of a kind. A function for each: a name that differs from call to call is slow to look up. */
const SAYS = {
  code: hasCode,
  sightings: (facts: FileFacts) => facts.sightings.length > 0,
  record: (facts: FileFacts) => isThere(facts.record),
  threatModel: (facts: FileFacts) => isThere(facts.threatModel),
  checklist: (facts: FileFacts) => isThere(facts.checklist),
  claims: (facts: FileFacts) => isThere(facts.claims),
  profile: (facts: FileFacts) => isThere(facts.profile),
  prose: (facts: FileFacts) => isThere(facts.prose),
  describing: (facts: FileFacts) => isThere(facts.describing),
  suppressions: (facts: FileFacts) => facts.suppressions.length > 0,
  references: (facts: FileFacts) => (facts.references?.length ?? 0) > 0,
} as const;

type Kind = keyof typeof SAYS;

const KINDS = Object.keys(SAYS) as Kind[];

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
