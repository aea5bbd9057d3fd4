import { pushTo } from '../../groups';
import { hasCode, type FileFacts } from '../../model';
import { sourceFile, type SourceFile } from './source-file';

/** What a resolution looked at, so that it is done again when one of these changes. */
export interface Consulted {
  /** Paths of files whose facts were read. */
  readonly files: Set<string>;
  /** Ends of paths, without extension, that would answer an import: `lib/prompts`. A file that comes or goes there counts. */
  readonly wanted: Set<string>;
}

/** The code of the project, with its files found by the way in which other files import them. */
export class CodeIndex {
  readonly #byStem = new Map<string, string[]>();
  readonly #byFolder = new Map<string, string[]>();
  readonly #names = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #folders = new Map<string, string | null>();
  readonly #ends = new Map<string, readonly string[]>();
  /** By the importing file, then by the module as written there. */
  readonly #modules = new Map<string, Map<string, LookedUp>>();

  constructor(readonly files: ReadonlyMap<string, FileFacts>) {
    for (const [path, facts] of files) {
      if (!hasCode(facts)) continue;
      const stem = stemOf(path);
      pushTo(this.#byStem, lastPart(stem), path);
      pushTo(this.#byFolder, parentOf(path), path);
      // A package or folder module is imported by the name of its folder.
      if (isEntry(stem)) pushTo(this.#byStem, lastPart(parentOf(stem)), path);
    }
    for (const list of this.#byStem.values()) list.sort();
  }

  /** Some files say something else than before; which files there are is the same. */
  changed(): void {
    this.#names.clear();
  }

  file(path: string, consulted: Consulted): SourceFile | null {
    const facts = this.files.get(path);
    if (!facts?.code) return null;
    consulted.files.add(path);
    return sourceFile(path, facts.code);
  }

  /** The file of the project that `module`, as written in `from`, means; null for libraries and for what is not there. */
  module(from: SourceFile, module: string, consulted: Consulted): SourceFile | null {
    const modules = this.#modules.get(from.path) ?? new Map<string, LookedUp>();
    this.#modules.set(from.path, modules);
    let known = modules.get(module);
    if (known === undefined) {
      known = this.#lookUp(from, module);
      modules.set(module, known);
    }
    for (const stem of known.stems) consulted.wanted.add(stem);
    return known.path === null ? null : this.file(known.path, consulted);
  }

  /** The file of the same language at `stem`, a path without its extension. */
  at(stem: string, from: SourceFile, consulted: Consulted): SourceFile | null {
    return this.#same({ stem, exact: true }, from, consulted);
  }

  /** The nearest file of the same language whose path without extension ends in `stem`. */
  ending(stem: string, from: SourceFile, consulted: Consulted): SourceFile | null {
    return this.#same({ stem, exact: false }, from, consulted);
  }

  /** The other files in the folder of `from`, in its language, that define `name` at their top level. */
  peers(from: SourceFile, name: string, consulted: Consulted): readonly SourceFile[] {
    return this.#defining(parentOf(from.path), from, name, consulted);
  }

  /** The files of the nearest folder whose path ends in `folder`, in the language of `from`, that define `name`. */
  inFolder(folder: string, from: SourceFile, name: string, consulted: Consulted): readonly SourceFile[] {
    const key = `${from.path}\n${folder}`;
    let nearest = this.#folders.get(key);
    if (nearest === undefined) {
      nearest = [...this.#byFolder.keys()]
        .filter((path) => path === folder || path.endsWith(`/${folder}`))
        .sort()
        .reduce<string | null>((best, path) => (best === null || nearer(from.path, path, best) ? path : best), null);
      this.#folders.set(key, nearest);
    }
    const found = nearest === null ? [] : this.#defining(nearest, from, name, consulted);
    consulted.wanted.add(`${folder}/*`);
    return found;
  }

  #same(target: Target, from: SourceFile, consulted: Consulted): SourceFile | null {
    consulted.wanted.add(target.stem);
    const own = extensionOf(from.path);
    const fits = (path: string): boolean => {
      const stem = stemOf(path);
      const ends = target.exact ? stem === target.stem : stem === target.stem || stem.endsWith(`/${target.stem}`);
      return ends && path !== from.path && extensionOf(path) === own;
    };
    const found = (this.#byStem.get(lastPart(target.stem)) ?? [])
      .filter(fits)
      .reduce<string | null>((best, path) => (best === null || nearer(from.path, path, best) ? path : best), null);
    return found === null ? null : this.file(found, consulted);
  }

  #defining(folder: string, from: SourceFile, name: string, consulted: Consulted): readonly SourceFile[] {
    const extension = extensionOf(from.path);
    // Whatever changes in the folder may answer: it is noted as a whole, not file by file.
    consulted.wanted.add(`${folder}/*`);
    return (this.#namesIn(folder, extension).get(name) ?? [])
      .filter((path) => path !== from.path)
      .slice(0, MOST_PEERS)
      .flatMap((path) => this.file(path, consulted) ?? []);
  }

  /** The files of a folder by what they define at their top level. */
  #namesIn(folder: string, extension: string): ReadonlyMap<string, readonly string[]> {
    const key = `${folder}\n${extension}`;
    const known = this.#names.get(key);
    if (known) return known;
    const names = new Map<string, string[]>();
    for (const path of this.#byFolder.get(folder) ?? []) {
      const code = extensionOf(path) === extension ? this.files.get(path)?.code : null;
      for (const name of new Set(code?.bindings.map(({ symbol }) => symbol.split('.', 1)[0] ?? '')))
        pushTo(names, name, path);
    }
    this.#names.set(key, names);
    return names;
  }

  #lookUp(from: SourceFile, module: string): LookedUp {
    const stems: string[] = [];
    for (const target of targetsOf(from, module)) {
      stems.push(target.stem);
      const path = this.#find(from.path, target);
      if (path !== null) return { stems, path };
    }
    return { stems, path: null };
  }

  #find(from: string, target: Target): string | null {
    const all = target.exact ? (this.#byStem.get(lastPart(target.stem)) ?? []) : this.#endingIn(target.stem);
    return all
      .filter((path) => {
        const stem = importedAs(path, target.stem);
        if (path === from) return false;
        if (target.exact) return stem === target.stem;
        return target.stem.includes('/') || isBeside(from, stem);
      })
      .reduce<string | null>((best, path) => (best === null || nearer(from, path, best) ? path : best), null);
  }

  /** The files that are imported by the end of their path; the same packages are imported from everywhere. */
  #endingIn(end: string): readonly string[] {
    const known = this.#ends.get(end);
    if (known) return known;
    const found = (this.#byStem.get(lastPart(end)) ?? []).filter((path) => {
      const stem = importedAs(path, end);
      return stem === end || stem.endsWith(`/${end}`);
    });
    this.#ends.set(end, found);
    return found;
  }
}

/** The path without extension by which a file is imported where `end` is looked for: a folder's module by its folder. */
function importedAs(path: string, end: string): string {
  const stem = stemOf(path);
  return isEntry(stem) && lastPart(end) !== lastPart(stem) ? parentOf(stem) : stem;
}

/** Where a module was looked for, and the file that it is. */
interface LookedUp {
  readonly stems: readonly string[];
  readonly path: string | null;
}

/** Files of one folder that are looked at for one name. */
const MOST_PEERS = 4;

interface Target {
  readonly stem: string;
  /** The stem is the whole path, not just an end of it. */
  readonly exact: boolean;
}

const DIRECT: ReadonlySet<string> = new Set(['java', 'kotlin', 'go', 'csharp', 'ruby', 'php']);

/** Where a module is looked for; nowhere if it is a library's by its name, or where names do not say where they lie. */
function targetsOf(from: SourceFile, module: string): readonly Target[] {
  const { language } = from.facts;
  if (language === 'rust') return rustTargets(module);
  if (DIRECT.has(language)) return [];
  if (language !== 'python') return scriptTargets(from.path, module);
  const target = pythonTarget(from.path, module);
  return target ? [target] : [];
}

/**
 * `crate.prompts`, `super.prompts` and plain `prompts` lie in `prompts.rs` or `prompts/mod.rs`; `desk_llm.prompts` may lie in
 * another crate of the workspace: `desk-llm/src/prompts.rs`.
 */
function rustTargets(module: string): readonly Target[] {
  const parts = module.split('.');
  const own = parts.filter((part) => !/^(?:crate|self|super)$/.test(part));
  if (own.length === 0) return [];
  const here = { stem: own.join('/'), exact: false };
  const [first = '', ...rest] = parts;
  if (own.length < parts.length) return [here];
  const inside = rest.length === 0 ? 'lib' : rest.join('/');
  const folders = first.includes('_') ? [first.replaceAll('_', '-'), first] : [first];
  return [here, ...folders.map((folder) => ({ stem: `${folder}/src/${inside}`, exact: false }))];
}

function pythonTarget(from: string, module: string): Target | null {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const parts = module.slice(dots).split('.').filter(Boolean);
  if (dots === 0) return parts.length === 0 ? null : { stem: parts.join('/'), exact: false };
  let folder = parentOf(from);
  for (let up = 1; up < dots; up += 1) folder = parentOf(folder);
  return { stem: [...(folder === '' ? [] : [folder]), ...parts].join('/'), exact: true };
}

/** `./x`, `@/x`; `@desk/prompts/x` may be a package of the same repository: `packages/prompts/src/x`. */
function scriptTargets(from: string, module: string): readonly Target[] {
  const plain = module.replace(/\.(?:[cm]?[jt]sx?)$/, '');
  if (/^\.\.?(?:\/|$)/.test(plain)) return [{ stem: joinPath(parentOf(from), plain), exact: true }];
  const aliased =
    /^(?:@|~|#|\$lib)\/(.+)$/.exec(plain)?.[1] ??
    /^#(.+)$/.exec(plain)?.[1] ??
    /^((?:src|app|lib)\/.+)$/.exec(plain)?.[1];
  if (aliased !== undefined) return [{ stem: aliased, exact: false }];
  const [, name, inside] = /^@[\w.-]+\/([\w.-]+)(?:\/(?:src\/)?([\w./-]+))?$/.exec(plain) ?? [];
  if (name === undefined) return [];
  const stems =
    inside === undefined ? [`${name}/src`, `${name}/index`] : [`${name}/src/${inside}`, `${name}/${inside}`];
  return stems.map((stem) => ({ stem, exact: false }));
}

/** Ends of `path` that an import could name: `src/lib/x.ts` answers `src/lib/x`, `lib/x` and `x`. */
export function stemsOf(path: string): string[] {
  const stem = stemOf(path);
  const stems = [...endsOf(stem), ...foldersOf(path)];
  return isEntry(stem) ? [...stems, ...endsOf(parentOf(stem))] : stems;
}

/** The folder of `path` as a package, by every end of its path: `lib/texts/*`, `texts/*`. */
export function foldersOf(path: string): string[] {
  return endsOf(parentOf(path)).map((folder) => `${folder}/*`);
}

function endsOf(stem: string): string[] {
  const parts = stem.split('/');
  return parts.map((_, at) => parts.slice(at).join('/'));
}

/** `folder` and a relative path, with `.` and `..` worked out. */
export function joinPath(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function stemOf(path: string): string {
  return path.replace(/(?:\.d)?\.[^./]+$/, '');
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isEntry(stem: string): boolean {
  const name = lastPart(stem);
  return name === '__init__' || name === 'index' || name === 'mod';
}

/** A module of one word is found beside the importing file or beside one of the folders it is in, with or without `src`. */
function isBeside(from: string, stem: string): boolean {
  const folder = parentOf(stem).replace(/(?:^|\/)src$/, '');
  return folder === '' || `${parentOf(from)}/`.startsWith(`${folder}/`);
}

/** True where `a` shares more leading folders with `from` than `b`; of equals the shorter path, then the first, wins. */
function nearer(from: string, a: string, b: string): boolean {
  const byFolders = shared(from, a) - shared(from, b);
  return byFolders !== 0 ? byFolders > 0 : a.length < b.length;
}

function shared(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < x.length - 1 && x[count] === y[count]) count += 1;
  return count;
}
