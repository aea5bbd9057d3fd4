import { pushTo } from '../../groups';
import {
  compareRange,
  type Binding,
  type Call,
  type CodeFacts,
  type Import,
  type Range,
  type Value,
} from '../../model';

/** A value with the place it is read from: names mean what they mean there. */
export interface Placed<V extends Value = Value> {
  readonly value: V;
  readonly file: SourceFile;
  /** Qualified symbol of the enclosing function or class, '' at module level. */
  readonly scope: string;
}

/** The facts of one file, with its names indexed for looking up. */
export class SourceFile {
  readonly #imports = new Map<string, Import[]>();
  readonly #bindings = new Map<string, Binding[]>();
  readonly #members = new Map<string, Binding[]>();
  /** Symbols in which functions or classes are defined. */
  readonly #owners = new Set<string>();
  #classes: readonly string[] | null = null;
  readonly #baseColumn = new Map<string, number>();
  /** Modules of `from x import *`, `using X`, `import a.b.*`: names that are not bound here may come from them. */
  readonly wildcards: readonly string[];

  constructor(
    readonly path: string,
    readonly facts: CodeFacts,
  ) {
    for (const fact of facts.imports) pushTo(this.#imports, fact.local, fact);
    for (const binding of facts.bindings) {
      pushTo(this.#bindings, binding.kind === 'return' ? `${binding.symbol}()` : binding.symbol, binding);
      const owner = ownerOf(binding.symbol);
      if (binding.kind !== 'return' && owner !== '') pushTo(this.#members, owner, binding);
      this.#owners.add(ownerOf(binding.kind === 'return' ? binding.symbol : owner));
      if (binding.kind !== 'parameter') {
        const base = this.#baseColumn.get(owner);
        if (base === undefined || binding.range.column < base) this.#baseColumn.set(owner, binding.range.column);
      }
    }
    this.wildcards = facts.imports.filter((fact) => fact.name === '*' && fact.local === '*').map((fact) => fact.module);
  }

  importsOf(local: string): readonly Import[] {
    return this.#imports.get(local) ?? [];
  }

  bindingsOf(symbol: string): readonly Binding[] {
    return this.#bindings.get(symbol) ?? [];
  }

  returnsOf(symbol: string): readonly Binding[] {
    return this.#bindings.get(`${symbol}()`) ?? [];
  }

  parametersOf(symbol: string): readonly Binding[] {
    return this.membersOf(symbol).filter((binding) => binding.kind === 'parameter');
  }

  membersOf(owner: string): readonly Binding[] {
    return this.#members.get(owner) ?? [];
  }

  /** True where the file itself defines a function or class of that symbol. */
  defines(symbol: string): boolean {
    return (
      this.#members.has(symbol) || this.#bindings.has(`${symbol}()`) || (symbol !== '' && this.#owners.has(symbol))
    );
  }

  /** Top-level names that have functions or members of their own and return nothing: classes. */
  classes(): readonly string[] {
    this.#classes ??= [...new Set([...this.#members.keys()].map((symbol) => symbol.split('.')[0] ?? ''))].filter(
      (symbol) => symbol !== '' && this.returnsOf(symbol).length === 0 && this.#holdsFunctions(symbol),
    );
    return this.#classes;
  }

  #holdsFunctions(symbol: string): boolean {
    return this.membersOf(symbol).some((member) => member.kind === 'member') || this.#owners.has(symbol);
  }

  /** The variable right in `scope` whose binding holds `range`, if there is one. */
  bindingAround(range: Range, scope: string): Binding | undefined {
    return this.facts.bindings.find(
      (binding) => binding.kind === 'variable' && ownerOf(binding.symbol) === scope && holds(binding.range, range),
    );
  }

  callOf(value: Value & { kind: 'call' }): Call | undefined {
    return this.facts.calls[value.call];
  }

  /** The bindings that `name` may stand for at `at` in `scope`; the innermost scope that binds it decides. */
  lookup(name: string, scope: string, at: Range): readonly Binding[] {
    for (let owner = scope; ; owner = ownerOf(owner)) {
      const bindings = this.bindingsOf(owner === '' ? name : `${owner}.${name}`);
      if (bindings.length > 0)
        return owner === scope ? this.#reaching(around(bindings, at), owner, at) : bindings.slice(0, MOST_BINDINGS);
      if (owner === '') return [];
    }
  }

  /**
   * The bindings that may still hold at `at`: backwards from there, up to the first that stands at the base column of
   * its scope and so surely replaced what came before. What is nested deeper stands in a branch or loop.
   */
  #reaching(bindings: readonly Binding[], owner: string, at: Range): readonly Binding[] {
    if (bindings.length === 1) return bindings;
    const own = bindings.find((binding) => isOfComprehension(binding, at));
    if (own && this.facts.language === 'python') return [own];
    const before = bindings.filter((binding) => compareRange(binding.range, at) < 0 && !holds(binding.range, at));
    if (before.length === 0) return bindings;
    const base = this.#baseColumn.get(owner) ?? 1;
    const taken: Binding[] = [];
    for (const binding of [...before].reverse()) {
      taken.unshift(binding);
      if (binding.kind !== 'parameter' && binding.range.column <= base) break;
    }
    return taken;
  }
}

/** `[read(path) for path in paths]`: what binds the name stands behind its use, in the same line. */
function isOfComprehension({ kind, range, value }: Binding, at: Range): boolean {
  const behind = range.line === at.endLine && range.column >= at.endColumn;
  return (
    kind === 'variable' && behind && (value.kind === 'index' || value.kind === 'either' || value.kind === 'unknown')
  );
}

/** So many bindings of one name are looked at: generated code may have tens of thousands, and each may be asked for. */
const MOST_BINDINGS = 200;

/** Of very many bindings, in the order of the text, those just before `at`; the first where none is. */
function around(bindings: readonly Binding[], at: Range): readonly Binding[] {
  if (bindings.length <= MOST_BINDINGS) return bindings;
  let [low, high] = [0, bindings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const binding = bindings[middle];
    if (binding && compareRange(binding.range, at) < 0) low = middle + 1;
    else high = middle;
  }
  return bindings.slice(Math.max(0, low - MOST_BINDINGS), Math.max(low, MOST_BINDINGS));
}

const indexed = new WeakMap<CodeFacts, SourceFile>();

/** The indexed form of `facts`; remembered, since facts never change. */
export function sourceFile(path: string, facts: CodeFacts): SourceFile {
  const known = indexed.get(facts);
  if (known?.path === path) return known;
  const made = new SourceFile(path, facts);
  indexed.set(facts, made);
  return made;
}

/** `Bot.answer.text` → `Bot.answer`; '' for a name at module level. */
export function ownerOf(symbol: string): string {
  const dot = symbol.lastIndexOf('.');
  return dot < 0 ? '' : symbol.slice(0, dot);
}

/** The scope in which the value of a binding is to be read. */
export function scopeOf(binding: Binding): string {
  return binding.scope ?? (binding.kind === 'return' ? binding.symbol : ownerOf(binding.symbol));
}

function holds(outer: Range, inner: Range): boolean {
  const starts = outer.line < inner.line || (outer.line === inner.line && outer.column <= inner.column);
  return (
    starts && (outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn))
  );
}
