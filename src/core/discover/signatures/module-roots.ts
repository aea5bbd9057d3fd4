import { glob } from './patterns';

/** What an import of one module says of the roots of libraries. */
export interface RootsReached {
  /** Roots that the module is, or lies below. */
  readonly inside: ReadonlySet<string>;
  /** Those, and roots that lie below the module: a name that is imported from it may lead there. */
  readonly all: ReadonlySet<string>;
}

const NO_ROOTS: ReadonlySet<string> = new Set();
const NOTHING: RootsReached = { inside: NO_ROOTS, all: NO_ROOTS };

/** Modules of which is remembered which roots they reach: the same ones are imported again and again. */
const MOST_REMEMBERED = 20_000;

/** The roots of all libraries, found by the modules that lead to them: most modules of a project lead to none. */
export class ModuleRoots {
  readonly #plain = new Set<string>();
  readonly #globs: string[] = [];
  /** Roots by every module above them. */
  readonly #below = new Map<string, string[]>();
  readonly #known = new Map<string, RootsReached>();

  constructor(roots: Iterable<string>) {
    for (const root of new Set(roots)) {
      if (root.includes('*')) this.#globs.push(root);
      else this.#plain.add(root);
      for (let dot = root.indexOf('.'); dot >= 0; dot = root.indexOf('.', dot + 1)) {
        const above = root.slice(0, dot);
        const below = this.#below.get(above);
        if (below) below.push(root);
        else this.#below.set(above, [root]);
      }
    }
  }

  of(module: string): RootsReached {
    const known = this.#known.get(module);
    if (known) return known;
    const reached = this.#reachedBy(module);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(module, reached);
    return reached;
  }

  #reachedBy(module: string): RootsReached {
    const inside = this.#globs.filter((root) => within(root, module) !== null);
    for (let end = 1; end <= module.length; end += 1) {
      const next = module[end];
      if (next !== undefined && next !== '.' && next !== '/') continue;
      const root = module.slice(0, end);
      if (this.#plain.has(root)) inside.push(root);
    }
    const below = this.#below.get(module) ?? [];
    if (inside.length + below.length === 0) return NOTHING;
    return { inside: new Set(inside), all: new Set([...inside, ...below]) };
  }
}

/** The segments of `module` below `root`: null where it is not inside. */
export function within(root: string, module: string): string[] | null {
  if (module === root) return [];
  if (!root.includes('*')) {
    const next = module[root.length];
    if (!module.startsWith(root) || (next !== '.' && next !== '/')) return null;
    return module.slice(root.length + 1).split(/[./]/);
  }
  const separator = root.includes('/') || module.includes('/') ? '/' : '.';
  const [roots, parts] = [root.split(separator), module.split(separator)];
  if (parts.length < roots.length || !roots.every((part, at) => glob(part, parts[at] ?? ''))) return null;
  return parts.slice(roots.length);
}
