import { groupBy, pushTo } from '../groups';
import { joinPath, parentOf } from './resolve/code-index';
import { isWeightsPath } from './signatures/model-names';

/** Names that weights have anywhere. */
const COMMON = /^(?:model|weights|best|last|final|checkpoint|ckpt|pytorch_model|adapter_model|tf_model|net)\b/i;

const made = new WeakMap<ReadonlyMap<string, unknown>, ProjectFiles>();

/** The paths of a map of files; worked out once for a map whose paths stay the same. */
export function projectFilesOf(files: ReadonlyMap<string, unknown>): ProjectFiles {
  const known = made.get(files);
  if (known?.amount === files.size) return known;
  const project = new ProjectFiles(files.keys());
  made.set(files, project);
  return project;
}

/** The paths of a project, to find what a path written in code or configuration means. */
export class ProjectFiles {
  readonly #paths: ReadonlySet<string>;
  readonly #folders = new Set<string>();
  readonly #byName = new Map<string, string[]>();
  #byFolder: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    for (const path of this.#paths) {
      this.#index(path);
      for (let folder = parentOf(path); folder !== '' && !this.#folders.has(folder); folder = parentOf(folder)) {
        this.#folders.add(folder);
        this.#index(folder);
      }
    }
  }

  get amount(): number {
    return this.#paths.size;
  }

  hasFile(path: string): boolean {
    return this.#paths.has(path);
  }

  hasFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** The paths of the files right in a folder, in the order of the project; indexed when first asked for. */
  filesIn(folder: string): readonly string[] {
    this.#byFolder ??= groupBy(this.#paths, parentOf);
    return this.#byFolder.get(folder) ?? [];
  }

  /**
   * The file or folder that `target`, as written in `from`, means: relative to its folder, to the folders above it (the
   * root last), else the only path that ends so. A glob means its folder. Null where nothing fits.
   */
  find(target: string, from: string): string | null {
    const plain = plainTarget(target);
    if (plain === null) return null;
    for (let folder = parentOf(from); ; folder = parentOf(folder)) {
      const path = joinPath(folder, plain);
      if (this.#has(path)) return path;
      if (folder === '') break;
    }
    return this.#byEnd(plain.replace(/^(?:\.\.?\/)+/, ''));
  }

  /** The only folder of the project that is called so, however deep it lies; null where there are more, or none. */
  onlyFolder(name: string): string | null {
    const folders = (this.#byName.get(name) ?? []).filter((path) => this.#folders.has(path));
    return folders.length === 1 ? (folders[0] ?? null) : null;
  }

  #has(path: string): boolean {
    return path !== '' && (this.#paths.has(path) || this.#folders.has(path));
  }

  #byEnd(end: string): string | null {
    const name = end.slice(end.lastIndexOf('/') + 1);
    // A short folder name alone may be anywhere; a file name, or a path of two parts, is told apart.
    if (!end.includes('/') && !name.includes('.')) return null;
    const named = this.#byName.get(name) ?? [];
    const fitting = named.filter((path) => path.endsWith(`/${end}`));
    if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null;
    // Weights have names of their own, wherever they are kept.
    return isWeightsPath(name) && !COMMON.test(name) && named.length === 1 ? (named[0] ?? null) : null;
  }

  #index(path: string): void {
    pushTo(this.#byName, path.slice(path.lastIndexOf('/') + 1), path);
  }
}

/** A path without what does not tell: scheme, `./`, variable folders in front, a glob at the end. */
function plainTarget(target: string): string | null {
  const hosted =
    /^https?:\/\/(?:raw\.githubusercontent\.com|github\.com)\/[^/]+\/[^/]+\/(?:(?:blob|raw|resolve)\/)?[^/]+\/(.+)$/.exec(
      target,
    )?.[1];
  const path = (hosted ?? target)
    .replace(/^file:\/+/, '')
    .replace(/\\/g, '/')
    .replace(/[?#].*$/, hosted === undefined ? '$&' : '');
  if (path.length > 500 || /^[a-z][\w+.-]*:\/\//i.test(path) || /[\n\r]/.test(path)) return null;
  const known = path
    .replace(/^.*(?:\{[^}]*\}|\$\{[^}]*\}|\$\w+)[^/]*\//, '')
    .replace(/^~?\/+/, '')
    .replace(/\/(?:\*\*?|[^/]*\*[^/]*)(?:\/.*)?$/, '')
    .replace(/\/+$/, '');
  return known === '' || known === '.' || known === '..' || /[*{}]/.test(known) ? null : known;
}
