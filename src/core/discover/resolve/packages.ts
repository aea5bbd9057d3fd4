import type { Import } from '../../model';
import { stemOf, type CodeIndex, type Consulted } from './code-index';
import type { Resolving, Target } from './resolving';
import { ownerOf, type SourceFile } from './source-file';
import { snakeCase } from '../snake-case';

/** The language's names reach across files without an import: through packages, namespaces, folders. */
type Reach = (asked: Asked) => Target[];

interface Asked {
  readonly index: CodeIndex;
  readonly consulted: Consulted;
  readonly file: SourceFile;
  readonly name: string;
}

/** A class lies in the file of its name, in the same folder or in a package that is imported whole. */
const java: Reach = (asked) => {
  const { index, consulted, file, name } = asked;
  const beside = index.at(`${folderOf(file.path)}${name}`, file, consulted);
  if (beside) return [{ file: beside, symbol: name }];
  return file.wildcards.flatMap((module) => {
    const own = index.ending(`${module}.${name}`.replaceAll('.', '/'), file, consulted);
    if (own) return [{ file: own, symbol: name }];
    // `import static a.b.Names.*`
    const holder = index.ending(module.replaceAll('.', '/'), file, consulted);
    return holder ? [{ file: holder, symbol: `${module.slice(module.lastIndexOf('.') + 1)}.${name}` }] : [];
  });
};

/** A type lies in the file of its name, wherever that is: namespaces say nothing about folders. */
const csharp: Reach = ({ index, consulted, file, name }) => {
  const own = /^[A-Z]/.test(name) ? index.ending(name, file, consulted) : null;
  return own ? [{ file: own, symbol: name }] : [];
};

/** All files of a folder are one package. */
const go: Reach = ({ index, consulted, file, name }) =>
  index.peers(file, name, consulted).map((own) => ({ file: own, symbol: name }));

/** As in Java; and functions and values of a package lie in any file of its folder. */
const kotlin: Reach = (asked) => {
  const { index, consulted, file, name } = asked;
  const beside = index.peers(file, name, consulted);
  const opened = beside.length > 0 ? [] : file.wildcards.flatMap((module) => inPackageFolder(asked, module));
  return [...beside, ...opened].map((own) => ({ file: own, symbol: name }));
};

/** The files of a package that define a name. Folders may leave out the packages that all files of a project share. */
function inPackageFolder({ index, consulted, file, name }: Asked, module: string): readonly SourceFile[] {
  const parts = module.split('.');
  for (let from = 0; from < Math.min(parts.length, 6); from += 1) {
    const found = index.inFolder(parts.slice(from).join('/'), file, name, consulted);
    if (found.length > 0) return found;
  }
  return [];
}

/** A class or module lies in the file of its name in small letters: `PromptStore` in `prompt_store.rb`. */
const ruby: Reach = ({ index, consulted, file, name }) => {
  if (!/^[A-Z].*[a-z]/.test(name)) return [];
  const stem = snakeCase(name);
  const own = index.ending(stem, file, consulted);
  return own ? [{ file: own, symbol: name }] : [];
};

const REACH: Readonly<Record<string, Reach>> = { java, kotlin, csharp, ruby, php: csharp, go };

/** What a name may mean that the file neither binds nor imports: things of its package, members of the base class. */
export function reachable(resolving: Resolving, file: SourceFile, name: string, scope: string): Target[] {
  const { index, consulted } = resolving;
  const found = REACH[file.facts.language]?.({ index, consulted, file, name }) ?? [];
  return [...found, ...inherited(resolving, file, name, scope)];
}

/** Namespaces that a file of nothing but `global using` opens for the whole of a .NET project. */
export function sharedUsings({ index, consulted }: Resolving, file: SourceFile): readonly string[] {
  if (file.facts.language !== 'csharp') return [];
  return ['GlobalUsings', 'Usings', 'GlobalUsing']
    .flatMap((stem) => index.ending(stem, file, consulted) ?? [])
    .flatMap((own) => own.wildcards);
}

const DEEPEST = 3;

function inherited(resolving: Resolving, file: SourceFile, name: string, scope: string): Target[] {
  for (let owner = scope; owner !== ''; owner = ownerOf(owner)) {
    const [base] = file.bindingsOf(`${owner}.super`);
    if (base) return fromBase(resolving, { file, symbol: owner }, name, DEEPEST);
  }
  return [];
}

/** The member of that name in the base class, or in the base class of that. */
function fromBase(resolving: Resolving, { file, symbol }: Target, name: string, depth: number): Target[] {
  const [base] = file.bindingsOf(`${symbol}.super`);
  if (!base || depth === 0 || base.value.kind !== 'name') return [];
  return resolving.references({ value: base.value, file, scope: '' }).flatMap(({ target }) => {
    if (!target || target.symbol === symbol) return [];
    const own: Target = { file: target.file, symbol: `${target.symbol}.${name}` };
    const has = own.file.bindingsOf(own.symbol).length > 0 || own.file.defines(own.symbol);
    return has ? [own] : fromBase(resolving, target, name, depth - 1);
  });
}

/** What an import by package means in the project: `import a.b.C;`, `import static a.b.C.NAME;`. */
export function importedFrom(resolving: Resolving, file: SourceFile, fact: Import): Target[] {
  if (file.facts.language === 'kotlin') return importedInKotlin(resolving, file, fact);
  if (file.facts.language === 'php') return importedInPhp(resolving, file, fact);
  if (file.facts.language !== 'java' || fact.name === null || fact.name === '*') return [];
  const { index, consulted } = resolving;
  const own = index.ending(`${fact.module}.${fact.name}`.replaceAll('.', '/'), file, consulted);
  if (own) return [{ file: own, symbol: fact.name }];
  const holder = index.ending(fact.module.replaceAll('.', '/'), file, consulted);
  const owner = fact.module.slice(fact.module.lastIndexOf('.') + 1);
  return holder ? [{ file: holder, symbol: `${owner}.${fact.name}` }] : [];
}

/** `import a.b.name` and `import a.b.Type.NAME`: the file is any of the folder of the package. */
function importedInKotlin({ index, consulted }: Resolving, file: SourceFile, { module, name }: Import): Target[] {
  if (name === null || name === '*') return [];
  const own = inPackageFolder({ index, consulted, file, name }, module).map((each) => ({ file: each, symbol: name }));
  const dot = module.lastIndexOf('.');
  const owner = module.slice(dot + 1);
  if (own.length > 0 || !/^[A-Z]/.test(owner)) return own;
  return inPackageFolder({ index, consulted, file, name: owner }, module.slice(0, Math.max(0, dot))).map((each) => ({
    file: each,
    symbol: `${owner}.${name}`,
  }));
}

/**
 * `use App\\Prompts\\Sort;`: the class lies in the file of its name. Folders may leave out what all names of a project begin
 * with, but not all that a longer name says.
 */
function importedInPhp({ index, consulted }: Resolving, file: SourceFile, { module, name }: Import): Target[] {
  if (name === null) return [];
  const parts = module.split('.');
  for (let from = 0; from <= Math.min(parts.length, 2); from += 1) {
    const own = index.ending([...parts.slice(from), name].join('/'), file, consulted);
    if (own) return [{ file: own, symbol: name }];
  }
  return [];
}

/** What `name` means in the package that an import of Go names by its folder. */
export function inPackage(resolving: Resolving, file: SourceFile, module: string, name: string): Target[] {
  if (file.facts.language !== 'go') return [];
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
  // The module's own name: `github.com/owner/project`, or one word.
  const folder = parts.slice((parts[0] ?? '').includes('.') ? 3 : 1).join('/');
  if (folder === '') return [];
  const files = resolving.index.inFolder(folder, file, name, resolving.consulted);
  return files.map((own) => ({ file: own, symbol: name }));
}

function folderOf(path: string): string {
  const stem = stemOf(path);
  return stem.slice(0, stem.lastIndexOf('/') + 1);
}
