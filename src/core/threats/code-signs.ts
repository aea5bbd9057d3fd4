import type { CapabilitySign, ThreatCatalogue } from '../catalogue';
import { compileGlobs } from '../config/globs';
import type { CodeFacts, FileFacts, Range, Value } from '../model';
import { isLike } from './star';

/** One sign of a capability as one file shows it. */
export interface CodeSign {
  readonly capability: string;
  /** In few words: `web handler (fastapi)`. */
  readonly what: string;
  readonly range: Range;
}

type CodePart = Extract<CapabilitySign, { code: unknown }>;

interface Compiled {
  readonly capability: string;
  readonly what: string;
  readonly languages: readonly string[] | null;
  readonly modules: readonly string[] | null;
  readonly calls: readonly (readonly string[])[] | null;
  readonly paths: ((path: string) => boolean) | null;
}

const FIRST: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The signs that lie in code, with what one file shows of them; worked out once for each file and catalogue. */
export class CodeSigns {
  static readonly #made = new WeakMap<ThreatCatalogue, CodeSigns>();

  readonly #signs: readonly Compiled[];
  readonly #byModule = new Map<string, Compiled[]>();
  /** Modules with a star in their name. */
  readonly #likeModules: (readonly [string, Compiled])[] = [];
  /** Signs that ask for no module, by the last segment of a call. */
  readonly #byCall = new Map<string, Compiled[]>();
  readonly #likeCalls: Compiled[] = [];
  readonly #shown = new WeakMap<FileFacts, readonly CodeSign[]>();

  private constructor(catalogue: ThreatCatalogue) {
    this.#signs = catalogue.capabilities.flatMap(({ key, signs }) =>
      signs.flatMap((sign) => ('code' in sign ? [compiled(key, sign)] : [])),
    );
    for (const sign of this.#signs) this.#add(sign);
  }

  static of(catalogue: ThreatCatalogue): CodeSigns {
    const known = this.#made.get(catalogue) ?? new CodeSigns(catalogue);
    this.#made.set(catalogue, known);
    return known;
  }

  in(file: FileFacts): readonly CodeSign[] {
    const known = this.#shown.get(file);
    if (known) return known;
    const shown = this.#look(file);
    this.#shown.set(file, shown);
    return shown;
  }

  #add(sign: Compiled): void {
    if (sign.modules !== null) {
      for (const module of sign.modules) {
        if (module.includes('*')) this.#likeModules.push([module, sign]);
        else push(this.#byModule, module, sign);
      }
      return;
    }
    for (const call of sign.calls ?? []) {
      const last = call.at(-1) ?? '';
      if (last.includes('*')) this.#likeCalls.push(sign);
      else push(this.#byCall, last, sign);
    }
  }

  #look(file: FileFacts): CodeSign[] {
    const found: CodeSign[] = [];
    const shows = ({ capability, what }: Compiled, range: Range, by: string) =>
      found.push({ capability, what: by === '' ? what : `${what} (${by})`, range });
    for (const sign of this.#signs) {
      if (sign.modules === null && sign.calls === null && sign.paths?.(file.path) === true) shows(sign, FIRST, '');
    }
    const { code } = file;
    if (!code) return found;
    const calls = calledIn(code);
    for (const [sign, { range, module }] of this.#candidates(code, calls)) {
      if (sign.languages !== null && !sign.languages.includes(code.language)) continue;
      if (sign.paths !== null && !sign.paths(file.path)) continue;
      if (sign.calls === null) {
        if (range !== null) shows(sign, range, module);
        continue;
      }
      const match = matching(sign.calls, calls, code);
      if (match !== null) shows(sign, match.range, match.name);
    }
    return found;
  }

  /** Signs of which a file imports a module, with where it does; and those that look at calls alone. */
  #candidates(code: CodeFacts, calls: readonly Called[]): Map<Compiled, { range: Range | null; module: string }> {
    const candidates = new Map<Compiled, { range: Range | null; module: string }>();
    const consider = (sign: Compiled, range: Range | null, module: string) => {
      if (!candidates.has(sign)) candidates.set(sign, { range, module });
    };
    for (const { module, range } of code.imports) {
      for (const beginning of beginnings(module)) {
        for (const sign of this.#byModule.get(beginning) ?? []) consider(sign, range, beginning);
      }
      for (const [pattern, sign] of this.#likeModules) if (isLike(pattern, module)) consider(sign, range, module);
    }
    const names = [...calls.map(({ path }) => path.at(-1) ?? ''), ...code.imports.map(({ name }) => name ?? '')];
    for (const name of new Set(names)) {
      for (const sign of this.#byCall.get(name) ?? []) consider(sign, null, '');
    }
    for (const sign of this.#likeCalls) consider(sign, null, '');
    return candidates;
  }
}

function compiled(capability: string, { what, code }: CodePart): Compiled {
  return {
    capability,
    what,
    languages: code.languages ?? null,
    modules: code.modules ?? null,
    calls: code.calls?.map((call) => call.split('.')) ?? null,
    paths: code.paths === undefined ? null : compileGlobs(code.paths.map((path) => `/${path}`)),
  };
}

interface Called {
  readonly path: readonly string[];
  readonly range: Range;
}

function calledIn(code: CodeFacts): Called[] {
  return code.calls.map(({ callee, range }) => ({ path: segments(callee, code, 0), range }));
}

/** The names of a callee: `client.chat.completions.create` → its four segments; calls on the way count by their names. */
function segments(value: Value, code: CodeFacts, depth: number): string[] {
  if (depth > 12) return [];
  if (value.kind === 'name') return value.name.split('.');
  if (value.kind === 'member') return [...segments(value.object, code, depth + 1), value.name];
  if (value.kind === 'index') return segments(value.object, code, depth + 1);
  if (value.kind !== 'call') return ['?'];
  const inner = code.calls[value.call];
  return inner ? segments(inner.callee, code, depth + 1) : ['?'];
}

/** The first call that is like one of the patterns, else the first import of such a name. */
function matching(
  patterns: readonly (readonly string[])[],
  calls: readonly Called[],
  { imports }: CodeFacts,
): { readonly range: Range; readonly name: string } | null {
  const call = calls.find(({ path }) => patterns.some((pattern) => isCall(pattern, path)));
  if (call) return { range: call.range, name: call.path.slice(-2).join('.') };
  for (const { name, range } of imports) {
    if (name === null || name === '*' || name === 'default') continue;
    const [pattern] = patterns.filter((each) => each.length === 1 && isLike(each[0] ?? '', name));
    if (pattern) return { range, name };
  }
  return null;
}

/**
 * A pattern is the end of a callee. One word that begins with a small letter is a function that is called by that name
 * alone: `eval()`, and not `model.eval()`.
 */
function isCall(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length > path.length) return false;
  const [only = ''] = pattern;
  if (pattern.length === 1 && path.length > 1 && /^[a-z]/u.test(only)) return false;
  const from = path.length - pattern.length;
  return pattern.every((segment, index) => isLike(segment, path[from + index] ?? ''));
}

/** A module and what it lies in: `langchain.memory.buffer` → itself, `langchain.memory`, `langchain`. */
function beginnings(module: string): string[] {
  const found = [module];
  for (let at = module.length - 1; at > 0 && found.length < 20; at -= 1) {
    if (/[./:]/u.test(module[at] ?? '')) found.push(module.slice(0, at));
  }
  return found;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
