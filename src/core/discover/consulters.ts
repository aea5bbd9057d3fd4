import type { Consulted } from './resolve/code-index';

/** Who looked at what: the other way round than results keep it, so that a change finds those that it concerns. */
export class Consulters {
  readonly #byFile = new Map<string, Set<string>>();
  readonly #byWanted = new Map<string, Set<string>>();

  constructor(all: Iterable<readonly [string, { readonly consulted: Consulted }]>) {
    for (const [path, { consulted }] of all) this.add(path, consulted);
  }

  add(path: string, { files, wanted }: Consulted): void {
    // That a file looks at itself need not be noted.
    for (const file of files) if (file !== path) note(this.#byFile, file, path);
    for (const each of wanted) note(this.#byWanted, each, path);
  }

  remove(path: string, { files, wanted }: Consulted): void {
    for (const file of files) this.#byFile.get(file)?.delete(path);
    for (const each of wanted) this.#byWanted.get(each)?.delete(path);
  }

  /** The paths of those that read one of these files, or looked for one of these ends of paths. */
  *of(files: Iterable<string>, wanted: Iterable<string>): Iterable<string> {
    for (const file of files) yield* this.#byFile.get(file) ?? [];
    for (const each of wanted) yield* this.#byWanted.get(each) ?? [];
  }
}

function note(map: Map<string, Set<string>>, at: string, path: string): void {
  const known = map.get(at);
  if (known) known.add(path);
  else map.set(at, new Set([path]));
}
