import type { Ecosystem, FamiliesFile, SettingsFile, SignatureFile, SignatureRow } from '../../catalogue';
import type { Call } from '../../model';
import type { Reference } from '../resolve/resolving';
import { CallTerms } from './call-terms';
import { Families } from './families';
import { compilePattern, glob, matches, matchesEnd, type Pattern } from './patterns';

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
  /** The callee as written. */
  readonly written: readonly string[];
  /** Modules that the file imports. */
  readonly imported: readonly string[];
}

interface CompiledRow extends Match {
  readonly call: readonly Pattern[];
  readonly loose: readonly Pattern[];
}

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

/** Modules of which is remembered whether they work with models: the same ones are imported again and again. */
const MOST_REMEMBERED = 20_000;

/** All signatures, compiled: rows are found by the last segment of the callee, so that most calls cost one look-up. */
export class SignatureLibrary {
  readonly families: Families;
  readonly terms: CallTerms;
  /** Constants of all libraries that stand for ids. */
  readonly constants = new Map<string, string>();
  readonly #byLast = new Map<string, CompiledRow[]>();
  readonly #open: CompiledRow[] = [];
  readonly #ai = new Map<string, boolean>();
  readonly #sorted = new Map<string, readonly CompiledRow[]>();

  constructor(
    readonly files: readonly SignatureFile[],
    families: FamiliesFile,
    settings?: SettingsFile,
  ) {
    this.families = new Families(families);
    this.terms = new CallTerms(settings);
    for (const file of files) {
      for (const [name, id] of Object.entries(file.constants)) this.constants.set(name, id);
      for (const row of file.rows) this.#add(compileRow(file, row));
    }
  }

  /** Rows that the call fits: those of the library it resolves to, else those with a telling end. */
  match(shape: CallShape): Match[] {
    const last = shape.written.at(-1)?.replace(/\(\)$/, '') ?? '';
    const names = new Set([last, ...shape.references.map((reference) => reference.path.at(-1) ?? '')]);
    const fitting = this.#candidates(names, shape);
    if (fitting.length === 0) return [];
    // What a row says of agents and tools must not stand in the way of what another says of models.
    const named = fitting.filter(({ row }) => !isOfParts(row));
    return [
      ...bestOf(named, shape),
      ...bestOf(
        fitting.filter(({ row }) => isOfParts(row)),
        shape,
      ),
    ];
  }

  /** True where `module` belongs to a library that works with models. */
  isAi(module: string, ecosystem: Ecosystem | null): boolean {
    const key = `${ecosystem} ${module}`;
    const known = this.#ai.get(key);
    if (known !== undefined) return known;
    const ai = this.files.some(
      (file) => file.ai && modulesOf({ file }, ecosystem).some((root) => within(root, module) !== null),
    );
    if (this.#ai.size >= MOST_REMEMBERED) this.#ai.clear();
    this.#ai.set(key, ai);
    return ai;
  }

  /** The rows of such calls in such a language, by the last segments; each once. */
  #candidates(names: ReadonlySet<string>, { ecosystem, form }: CallShape): readonly CompiledRow[] {
    const open = this.#rowsOf(null, ecosystem, form);
    const named = [...names].flatMap((name) => (this.#byLast.has(name) ? this.#rowsOf(name, ecosystem, form) : []));
    return named.length === 0 ? open : [...new Set([...named, ...open])];
  }

  /** The rows of one last segment (null: of all) that a call of that form in that language can fit; sorted out once. */
  #rowsOf(last: string | null, ecosystem: Ecosystem | null, form: Call['form']): readonly CompiledRow[] {
    const key = `${ecosystem} ${form} ${last === null ? '' : `.${last}`}`;
    const known = this.#sorted.get(key);
    if (known) return known;
    const rows = (last === null ? this.#open : (this.#byLast.get(last) ?? [])).filter(
      ({ file, row }) =>
        // What is made from a class of a library is no call of it.
        (row.form === undefined ? form !== 'base' : row.form.includes(form)) &&
        (row.languages === undefined || (ecosystem !== null && row.languages.includes(ecosystem))) &&
        modulesOf({ file, row }, ecosystem).length > 0,
    );
    this.#sorted.set(key, rows);
    return rows;
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
  return { file, row, call: row.call.map(compilePattern), loose: (row.loose ?? []).map(compilePattern) };
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
  const roots = modulesOf(row, shape.ecosystem);
  return shape.imported.some((module) => roots.some((root) => within(root, module) !== null));
}

/** A row that names no model, dataset or prompt. */
function isOfParts({ model, dataset, prompt, denotes }: SignatureRow): boolean {
  return model.length + dataset.length + prompt.length === 0 && denotes === undefined;
}

function bestOf(fitting: readonly CompiledRow[], shape: CallShape): CompiledRow[] {
  // A call that no import leads to fits nothing exactly.
  const isKnown = shape.references.some(({ module }) => module !== null);
  const strict = isKnown ? mostExact(fitting.map((row) => [row, fitOf(row, shape)] as const)) : [];
  if (strict.length > 0) return strict;
  return fitting.filter((row) => row.loose.some((end) => matchesEnd(end, shape.written)) && mayBeLoose(row, shape));
}

/** The exact fits, or, where there is none, those that leave out the submodule an import names. */
function mostExact(fits: readonly (readonly [CompiledRow, number])[]): CompiledRow[] {
  const best = Math.max(0, ...fits.map(([, fit]) => fit));
  return best === 0 ? [] : fits.filter(([, fit]) => fit === best).map(([row]) => row);
}

/** 2 where the path below the module root fits; 1 where it does without the submodule, or without folders before a class. */
function fitOf(row: CompiledRow, shape: CallShape): number {
  let best = 0;
  for (const { module, path } of shape.references) {
    if (module === null) continue;
    for (const root of modulesOf(row, shape.ecosystem)) {
      const below = belowRoot(root, module, path);
      if (below === null) continue;
      const { tail } = below;
      const paths = variants(below.path);
      if (paths.some((own) => row.call.some((pattern) => matches(pattern, [...tail, ...own])))) return 2;
      const inside = paths.flatMap((own) => [own, fromClass([...tail, ...own])]);
      if (inside.some((own) => row.call.some((pattern) => matches(pattern, own)))) best = 1;
    }
  }
  return best;
}

/** `from google import genai` reaches the root `google.genai` too, by way of the name it imports. */
function belowRoot(
  root: string,
  module: string,
  path: readonly string[],
): { tail: readonly string[]; path: readonly string[] } | null {
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
