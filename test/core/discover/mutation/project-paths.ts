/** Names that tools or languages give a meaning of their own: they are no choice of the author. */
const GIVEN =
  /^(?:\..*|__\w+__(?:\..*)?|index\..*|main\.(?:rs|go)|(?:lib|mod)\.rs|go\.mod|package\.json|tsconfig.*|pyproject\.toml|GlobalUsings\.cs|src|tests?|examples?)$/;

/** The folders and files of a project, with what they are called afterwards. */
export class ProjectPaths {
  readonly #ends = new Set<string>();
  readonly #names: ReadonlyMap<string, string>;
  readonly parts: ReadonlySet<string>;

  /** `rename` gives a part of a path another name, or leaves it; it is asked for the part of a file name before its first dot. */
  constructor(
    readonly paths: readonly string[],
    rename: (part: string) => string,
    isGiven: (part: string) => boolean = (part) => GIVEN.test(part),
  ) {
    const names = new Map<string, string>();
    for (const path of paths) {
      const parts = path.split('/');
      const last = parts.pop() ?? '';
      for (const part of parts) if (!isGiven(part)) names.set(part, rename(part));
      const stem = stemOf(last);
      if (!isGiven(last) && stem !== '') names.set(last, rename(stem) + last.slice(stem.length));
      this.#remember([...parts, last]);
    }
    this.#names = names;
    this.parts = new Set(paths.flatMap((path) => path.split('/').map(stemOf)));
  }

  of(path: string): string {
    return path
      .split('/')
      .map((part) => this.#names.get(part) ?? part)
      .join('/');
  }

  /** A part as it is written in a path, with or without its ending. */
  part(written: string): string {
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const file = [...this.#names].find(([name]) => name !== written && stemOf(name) === written && name.includes('.'));
    return file ? stemOf(file[1]) : written;
  }

  /** How many parts at the end of `parts` lead to a file or folder of the project; 0 where they lead nowhere. */
  known(parts: readonly string[]): number {
    for (let at = 0; at < parts.length; at += 1)
      if (this.#ends.has(parts.slice(at).join('/'))) return parts.length - at;
    return 0;
  }

  /** Every end of the path of a file, with and without its ending, and of the folders above it. */
  #remember(parts: readonly string[]): void {
    for (let end = parts.length; end > 0; end -= 1) {
      for (let from = 0; from < end; from += 1) {
        const some = parts.slice(from, end).join('/');
        this.#ends.add(some);
        if (end === parts.length) this.#ends.add(some.replace(/\.\w+$/, ''));
      }
    }
  }
}

function stemOf(name: string): string {
  const dot = name.indexOf('.', 1);
  return dot < 0 ? name : name.slice(0, dot);
}
