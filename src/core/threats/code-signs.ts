import { pushTo } from '../groups';
import type { CapabilitySign, ThreatCatalogue } from '../catalogue';
import { compileGlobs } from '../config/globs';
import { compareText, type CodeFacts, type CodeSign, type Range } from '../model';
import { CallPatterns, calledIn, type Called } from './call-patterns';
import { importedIn } from './imports-in-text';
import { starPattern } from './star';

type CodePart = Extract<CapabilitySign, { code: unknown }>;

interface Compiled {
  readonly capability: string;
  readonly what: string;
  readonly beside: boolean;
  readonly languages: readonly string[] | null;
  readonly modules: readonly string[] | null;
  readonly calls: CallPatterns | null;
  readonly paths: ((path: string) => boolean) | null;
}

const FIRST: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Where a sign shows: at an import of a module, or nowhere yet. */
interface Candidate {
  readonly range: Range | null;
  readonly module: string;
}

interface Module {
  readonly module: string;
  readonly range: Range;
}

/** The signs of capabilities that lie in code, and what one file shows of them. */
export class CodeSigns {
  readonly #signs: readonly Compiled[];
  readonly #byModule = new Map<string, Compiled[]>();
  /** Modules with a star in their name. */
  readonly #likeModules: (readonly [(module: string) => boolean, Compiled])[] = [];
  /** Signs that ask for no module, by the last segment of a call. */
  readonly #byCall = new Map<string, Compiled[]>();
  readonly #likeCalls: Compiled[] = [];
  /** Signs that lie in the place of a file alone. */
  readonly #placed: readonly Compiled[];

  constructor({ capabilities }: ThreatCatalogue) {
    this.#signs = capabilities.flatMap(({ key, signs }) =>
      signs.flatMap((sign) => ('code' in sign ? [compiled(key, sign)] : [])),
    );
    for (const sign of this.#signs) this.#add(sign);
    this.#placed = this.#signs.filter(
      ({ modules, calls, paths }) => modules === null && calls === null && paths !== null,
    );
  }

  /** Modules whose import alone is a sign: a file that holds none of these words need not be looked at. */
  telling(): string[] {
    const modules = this.#signs.filter(({ calls }) => calls === null).flatMap((sign) => sign.modules ?? []);
    return [...new Set(modules)].sort(compareText);
  }

  /** What a file shows: by where it lies, and by its code. */
  inCode(path: string, code: CodeFacts | null): CodeSign[] {
    const shown = this.#atPath(path);
    if (code === null) return shown;
    const calls = calledIn(code);
    for (const [sign, at] of this.#candidates(code.imports, namesIn(code, calls))) {
      if (sign.languages !== null && !sign.languages.includes(code.language)) continue;
      if (sign.paths !== null && !sign.paths(path)) continue;
      const match = sign.calls === null ? at : matching(sign.calls, calls, code);
      if (match?.range) shown.push(shownBy(sign, match.range, match.module));
    }
    return shown;
  }

  /** What a file shows whose code nobody read: by where it lies, and by the modules that it imports. */
  inText(path: string, text: string): CodeSign[] {
    const shown = this.#atPath(path);
    for (const [sign, { range, module }] of this.#candidates(importedIn(text), [])) {
      const isOpen = sign.calls === null && sign.languages === null && sign.paths === null;
      if (isOpen && range !== null) shown.push(shownBy(sign, range, module));
    }
    return shown;
  }

  #atPath(path: string): CodeSign[] {
    return this.#placed.filter(({ paths }) => paths?.(path) === true).map((sign) => shownBy(sign, FIRST, ''));
  }

  #add(sign: Compiled): void {
    if (sign.modules !== null) {
      for (const module of sign.modules) {
        if (module.includes('*')) this.#likeModules.push([starPattern(module), sign]);
        else pushTo(this.#byModule, module, sign);
      }
      return;
    }
    if (sign.calls === null) return;
    for (const name of sign.calls.names) pushTo(this.#byCall, name, sign);
    if (sign.calls.isLoose) this.#likeCalls.push(sign);
  }

  /** Signs of which a file imports a module, with where it does; and those that look at calls alone. */
  #candidates(imports: readonly Module[], names: Iterable<string>): Map<Compiled, Candidate> {
    const candidates = new Map<Compiled, Candidate>();
    const consider = (sign: Compiled, candidate: Candidate) => {
      if (!candidates.has(sign)) candidates.set(sign, candidate);
    };
    for (const { module, range } of imports) {
      for (const beginning of beginnings(module)) {
        for (const sign of this.#byModule.get(beginning) ?? []) consider(sign, { range, module: beginning });
      }
      for (const [isLike, sign] of this.#likeModules) if (isLike(module)) consider(sign, { range, module });
    }
    const nowhere: Candidate = { range: null, module: '' };
    for (const name of names) for (const sign of this.#byCall.get(name) ?? []) consider(sign, nowhere);
    for (const sign of this.#likeCalls) consider(sign, nowhere);
    return candidates;
  }
}

function shownBy({ capability, what, beside }: Compiled, range: Range, by: string): CodeSign {
  const sign = { capability, what: by === '' ? what : `${what} (${by.slice(0, 80)})`, range };
  return beside ? { ...sign, beside } : sign;
}

/** The last names of everything that is called, and what is imported by name. */
function namesIn({ imports }: CodeFacts, calls: readonly Called[]): Set<string> {
  return new Set([...calls.map(({ path }) => path.at(-1) ?? ''), ...imports.map(({ name }) => name ?? '')]);
}

function compiled(capability: string, { what, code, beside }: CodePart): Compiled {
  return {
    capability,
    what,
    beside: beside ?? false,
    languages: code.languages ?? null,
    modules: code.modules ?? null,
    calls: code.calls === undefined ? null : new CallPatterns(code.calls),
    paths: code.paths === undefined ? null : compileGlobs(code.paths.map((path) => `/${path}`)),
  };
}

/** The first call that is like one of the patterns, else the first import of such a name. */
function matching(patterns: CallPatterns, calls: readonly Called[], { imports }: CodeFacts): Candidate | null {
  const call = calls.find((each) => patterns.hasCall(each));
  if (call) return { range: call.range, module: call.path.slice(-2).join('.') };
  for (const { name, range } of imports) {
    if (name === null || name === '*' || name === 'default') continue;
    if (patterns.hasName(name)) return { range, module: name };
  }
  return null;
}

/** A module and what it lies in: `langchain.memory.buffer` → itself, `langchain.memory`, `langchain`. */
function beginnings(module: string): string[] {
  const found = [module];
  for (let at = module.length - 1; at > 0 && found.length < 20; at -= 1) {
    const mark = module[at];
    if (mark === '.' || mark === '/' || mark === ':') found.push(module.slice(0, at));
  }
  return found;
}
