import type { Ecosystem, FamiliesFile, SettingsFile, SignatureFile, SignatureRow } from '../../catalogue';
import type { Call } from '../../model';
import type { Reference } from '../resolve/resolving';
import { CallTerms } from './call-terms';
import { Families } from './families';
import { ModuleRoots, within } from './module-roots';
import { compilePattern, matches, matchesEnd, type Pattern } from './patterns';

/** A row that a call fits, with the library it belongs to. */
export interface Match {
  readonly file: SignatureFile;
  readonly row: SignatureRow;
}

/** What a call looks like to the signatures. */
interface CallShape {
  readonly ecosystem: Ecosystem | null;
  readonly form: Call['form'];
  readonly references: readonly Reference[];
  /** The last segment of the callee as written. */
  readonly last: string;
  /** The callee as written. */
  readonly written: () => readonly string[];
  /** The roots that the modules which the file imports lie in. */
  readonly imported: () => ReadonlySet<string>;
}

interface CompiledRow extends Match {
  readonly call: readonly Pattern[];
  readonly loose: readonly Pattern[];
  /** It names no model, dataset or prompt. */
  readonly isOfParts: boolean;
}

interface Rows {
  readonly all: readonly CompiledRow[];
  /** Those that fit a call which no import leads to. */
  readonly loose: readonly CompiledRow[];
}

/** Rows that one kind of call in one language can fit, sorted out once for each last segment; null: for any. */
type SortedRows = Map<string | null, Rows>;

const NO_MATCHES: Match[] = [];

const ECOSYSTEMS: Readonly<Record<string, Ecosystem>> = {
  python: 'python',
  javascript: 'javascript',
  typescript: 'javascript',
  java: 'java',
  kotlin: 'java',
  go: 'go',
  csharp: 'csharp',
  rust: 'rust',
  ruby: 'ruby',
  php: 'php',
};

export function ecosystemOf(language: string): Ecosystem | null {
  return ECOSYSTEMS[language] ?? null;
}

/** All signatures, compiled: rows are found by the last segment of the callee, so that most calls cost one look-up. */
export class SignatureLibrary {
  readonly families: Families;
  readonly terms: CallTerms;
  /** Constants of all libraries that stand for ids. */
  readonly constants = new Map<string, string>();
  readonly #byLast = new Map<string, CompiledRow[]>();
  readonly #open: CompiledRow[] = [];
  /** Roots of libraries that work with models, by language. */
  readonly #ai = new Map<Ecosystem, ReadonlySet<string>>();
  readonly #roots: ModuleRoots;
  readonly #sorted = new Map<Ecosystem | null, Map<Call['form'], SortedRows>>();

  constructor(
    readonly files: readonly SignatureFile[],
    families: FamiliesFile,
    settings?: SettingsFile,
  ) {
    this.families = new Families(families);
    this.terms = new CallTerms(settings);
    const roots = new Set<string>();
    for (const file of files) {
      for (const [name, id] of Object.entries(file.constants)) this.constants.set(name, id);
      for (const each of Object.values(file.modules)) for (const root of each ?? []) roots.add(root);
      for (const row of file.rows) {
        this.#add(compileRow(file, row));
        for (const root of row.modules ?? []) roots.add(root);
      }
    }
    this.#roots = new ModuleRoots(roots);
  }

  /** Rows that the call fits: those of the library it resolves to, else those with a telling end. */
  match(shape: CallShape): Match[] {
    // A call that no import leads to fits nothing exactly; most calls of a project are such.
    const isKnown = shape.references.some(({ module }) => module !== null && this.#roots.of(module).all.size > 0);
    const fitting = this.#candidates(shape, isKnown ? 'all' : 'loose');
    if (fitting.length === 0) return NO_MATCHES;
    // What a row says of agents and tools must not stand in the way of what another says of models.
    const named = fitting.filter((row) => !row.isOfParts);
    const parts = fitting.filter((row) => row.isOfParts);
    return [...this.#bestOf(named, shape, isKnown), ...this.#bestOf(parts, shape, isKnown)];
  }

  /** True where `module` belongs to a library that works with models. */
  isAi(module: string, ecosystem: Ecosystem | null): boolean {
    const { inside } = this.#roots.of(module);
    if (inside.size === 0 || ecosystem === null) return false;
    const roots = this.#aiRoots(ecosystem);
    for (const root of inside) if (roots.has(root)) return true;
    return false;
  }

  /** True where some library is `module`, or holds it. */
  isRoot(module: string): boolean {
    return this.#roots.of(module).inside.size > 0;
  }

  /** The roots that any of the modules is, or lies below. */
  rootsAround(modules: readonly string[]): ReadonlySet<string> {
    const around = new Set<string>();
    for (const module of modules) for (const root of this.#roots.of(module).inside) around.add(root);
    return around;
  }

  #aiRoots(ecosystem: Ecosystem): ReadonlySet<string> {
    const known = this.#ai.get(ecosystem);
    if (known) return known;
    const made = new Set(this.files.flatMap(({ ai, modules }) => (ai ? (modules[ecosystem] ?? []) : [])));
    this.#ai.set(ecosystem, made);
    return made;
  }

  /** The rows of such calls in such a language, by the last segments; each once. */
  #candidates({ ecosystem, form, last, references }: CallShape, which: keyof Rows): readonly CompiledRow[] {
    const sorted = this.#sortedFor(ecosystem, form);
    const open = this.#rowsOf(null, sorted, ecosystem, form)[which];
    let named = this.#byLast.has(last) ? this.#rowsOf(last, sorted, ecosystem, form)[which] : [];
    for (const { path } of references) {
      const name = path.at(-1) ?? '';
      if (name === last || !this.#byLast.has(name)) continue;
      named = [...named, ...this.#rowsOf(name, sorted, ecosystem, form)[which]];
    }
    return named.length === 0 ? open : [...new Set([...named, ...open])];
  }

  #sortedFor(ecosystem: Ecosystem | null, form: Call['form']): SortedRows {
    const forms = this.#sorted.get(ecosystem) ?? new Map<Call['form'], SortedRows>();
    this.#sorted.set(ecosystem, forms);
    const rows: SortedRows = forms.get(form) ?? new Map<string | null, Rows>();
    forms.set(form, rows);
    return rows;
  }

  /** The rows of one last segment (null: of all) that a call of that form in that language can fit; sorted out once. */
  #rowsOf(last: string | null, sorted: SortedRows, ecosystem: Ecosystem | null, form: Call['form']): Rows {
    const known = sorted.get(last);
    if (known) return known;
    const all = (last === null ? this.#open : (this.#byLast.get(last) ?? [])).filter(
      ({ file, row }) =>
        // What is made from a class of a library is no call of it.
        (row.form === undefined ? form !== 'base' : row.form.includes(form)) &&
        (row.languages === undefined || (ecosystem !== null && row.languages.includes(ecosystem))) &&
        modulesOf({ file, row }, ecosystem).length > 0,
    );
    const rows = { all, loose: all.filter((row) => row.loose.length > 0) };
    sorted.set(last, rows);
    return rows;
  }

  #bestOf(fitting: readonly CompiledRow[], shape: CallShape, isKnown: boolean): CompiledRow[] {
    const strict = isKnown ? this.#mostExact(fitting, shape) : [];
    if (strict.length > 0) return strict;
    return fitting.filter((row) => row.loose.some((end) => matchesEnd(end, shape.written())) && mayBeLoose(row, shape));
  }

  /** The exact fits, or, where there is none, those that leave out the submodule an import names. */
  #mostExact(fitting: readonly CompiledRow[], shape: CallShape): CompiledRow[] {
    const ways = this.#waysBelow(shape);
    let best = 0;
    let fits: CompiledRow[] = [];
    for (const row of fitting) {
      const fit = fitOf(row, ways, shape.ecosystem);
      if (fit === 0 || fit < best) continue;
      if (fit > best) fits = [];
      best = fit;
      fits.push(row);
    }
    return fits;
  }

  /** How the callee lies below each root that its references reach. */
  #waysBelow({ references }: CallShape): Ways {
    const ways = new Map<string, Way[]>();
    for (const { module, path } of references) {
      if (module === null) continue;
      for (const root of this.#roots.of(module).all) {
        const below = belowRoot(root, module, path);
        if (below !== null) ways.set(root, [...(ways.get(root) ?? []), wayOf(below)]);
      }
    }
    return ways;
  }

  #add(row: CompiledRow): void {
    const ends = new Set([...row.call, ...row.loose].map((pattern) => pattern.last));
    for (const end of ends) {
      if (end === null) this.#open.push(row);
      else this.#byLast.set(end, [...(this.#byLast.get(end) ?? []), row]);
    }
  }
}

function compileRow(file: SignatureFile, row: SignatureRow): CompiledRow {
  const isOfParts = row.model.length + row.dataset.length + row.prompt.length === 0 && row.denotes === undefined;
  const [call, loose] = [row.call.map(compilePattern), (row.loose ?? []).map(compilePattern)];
  return { file, row, call, loose, isOfParts };
}

function modulesOf(
  { file, row }: { file: SignatureFile; row?: SignatureRow },
  ecosystem: Ecosystem | null,
): readonly string[] {
  if (row?.modules) return row.modules;
  return ecosystem === null ? [] : (file.modules[ecosystem] ?? []);
}

function mayBeLoose(row: CompiledRow, shape: CallShape): boolean {
  if (row.row.anywhere) return true;
  const imported = shape.imported();
  return modulesOf(row, shape.ecosystem).some((root) => imported.has(root));
}

interface Below {
  readonly tail: readonly string[];
  readonly path: readonly string[];
}

/** Paths of a callee below the root of a library. */
interface Way {
  readonly whole: readonly (readonly string[])[];
  /** Without the submodule, or without folders before a class. */
  readonly short: readonly (readonly string[])[];
}

type Ways = ReadonlyMap<string, readonly Way[]>;

function wayOf({ tail, path }: Below): Way {
  const paths = variants(path);
  const whole = paths.map((own) => (tail.length === 0 ? own : [...tail, ...own]));
  return { whole, short: paths.flatMap((own, at) => [own, fromClass(whole[at] ?? own)]) };
}

/** 2 where the path below the module root fits; 1 where it does without the submodule, or without folders before a class. */
function fitOf(row: CompiledRow, ways: Ways, ecosystem: Ecosystem | null): number {
  let best = 0;
  for (const root of modulesOf(row, ecosystem)) {
    for (const { whole, short } of ways.get(root) ?? []) {
      if (fitsAny(row, whole)) return 2;
      if (best === 0 && fitsAny(row, short)) best = 1;
    }
  }
  return best;
}

function fitsAny({ call }: CompiledRow, paths: readonly (readonly string[])[]): boolean {
  for (const path of paths) for (const pattern of call) if (matches(pattern, path)) return true;
  return false;
}

/** `from google import genai` reaches the root `google.genai` too, by way of the name it imports. */
function belowRoot(root: string, module: string, path: readonly string[]): Below | null {
  const tail = within(root, module);
  if (tail !== null) return { tail, path };
  if (!root.startsWith(`${module}.`)) return null;
  const missing = root.slice(module.length + 1).split('.');
  return missing.every((segment, at) => path[at] === segment) ? { tail: [], path: path.slice(missing.length) } : null;
}

/** `import ai from 'ai'` may stand for the whole module as well as for one thing in it. */
function variants(path: readonly string[]): (readonly string[])[] {
  return path[0] === 'default' ? [path, path.slice(1)] : [path];
}

/** The path from its first class-like segment on: `chat_models.ChatOpenAI` → `ChatOpenAI`. */
function fromClass(path: readonly string[]): readonly string[] {
  const at = path.findIndex((segment) => /^[A-Z]/.test(segment) || segment.endsWith('()'));
  return at > 0 ? path.slice(at) : path;
}
