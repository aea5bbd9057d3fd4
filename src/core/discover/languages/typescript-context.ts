import type { Binding, Range, Value } from '../../model';
import { FactsBuilder } from './facts-builder';
import { LineMap, type Syntax } from './parse-tree';

/** Lowers one kind of expression. `hint` is the name that a function in it goes by: the variable or property it is given to. */
export type ExpressionHandler = (cx: Lowering, node: Syntax, hint: string | null) => Value;

/** Walks one kind of statement or declaration. */
export type StatementHandler = (cx: Lowering, node: Syntax) => void;

export interface Handlers {
  readonly expressions: ReadonlyMap<string, ExpressionHandler>;
  readonly statements: ReadonlyMap<string, StatementHandler>;
}

/** What the function that the walk is in gives back. */
interface Sink {
  readonly values: Value[];
  /** Its returns are bindings too: it has a symbol of its own. */
  readonly named: boolean;
}

/** Levels of nesting that are followed. Code that people write stays far below; what lies deeper is left out. */
const MAX_DEPTH = 300;

/** Nodes that only speak of types, or that hold nothing: nothing below them becomes a fact. */
const SILENT = new Set([
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'type_predicate_annotation',
  'asserts_annotation',
  'function_signature',
  'method_signature',
  'abstract_method_signature',
  'index_signature',
  'implements_clause',
  'jsx_text',
  'jsx_closing_element',
  'hash_bang_line',
  'import_attribute',
]);

/** Nodes whose value is that of the expression in them, with the place of that expression among their children. */
const SEEN_THROUGH: ReadonlyMap<string, 'first' | 'last'> = new Map([
  ['parenthesized_expression', 'first'],
  ['await_expression', 'first'],
  ['as_expression', 'first'],
  ['satisfies_expression', 'first'],
  ['non_null_expression', 'first'],
  ['instantiation_expression', 'first'],
  ['jsx_expression', 'first'],
  ['type_assertion', 'last'],
  ['computed_property_name', 'first'],
]);

/** `node` without parentheses, `await`, `as T`, `satisfies T`, `<T>` and `!` around it. Not recursive. */
export function unwrap(node: Syntax): Syntax {
  let inner = node;
  for (;;) {
    const place = SEEN_THROUGH.get(inner.type);
    const next = place === undefined ? undefined : inner.children.at(place === 'first' ? 0 : -1);
    if (!next) return inner;
    inner = next;
  }
}

/** What the handlers share while one file is lowered. */
export class Lowering {
  readonly facts = new FactsBuilder();
  /** Calls of `require` and `import` that already became an import of names. */
  readonly claimed = new Set<Syntax>();
  /** True where something lay too deep to be followed. */
  truncated = false;
  readonly #lines: LineMap;
  readonly #owners: string[] = [];
  readonly #sinks: Sink[] = [];
  readonly #bound = new Set<string>();
  #depth = 0;

  constructor(
    readonly text: string,
    readonly handlers: Handlers,
  ) {
    this.#lines = new LineMap(text);
  }

  range(node: Syntax): Range {
    return this.#lines.range(node.start, node.end);
  }

  span(start: number, end: number): Range {
    return this.#lines.range(start, end);
  }

  source(node: Syntax): string {
    return this.text.slice(node.start, node.end);
  }

  unknown(node: Syntax): Value {
    return { kind: 'unknown', range: this.range(node) };
  }

  /** Walks `node` for the facts in it. */
  visit(node: Syntax): void {
    if (SILENT.has(node.type)) return;
    const statement = this.handlers.statements.get(node.type);
    const expression = statement ? undefined : this.handlers.expressions.get(node.type);
    if (!this.#descend()) return;
    if (statement) statement(this, node);
    else if (expression) expression(this, node, null);
    else for (const child of node.children) this.visit(child);
    this.#depth -= 1;
  }

  visitAll(nodes: readonly (Syntax | undefined)[]): void {
    for (const node of nodes) if (node) this.visit(node);
  }

  /** The value of an expression; the calls in it are recorded. */
  lower(node: Syntax, hint: string | null = null): Value {
    const inner = unwrap(node);
    const expression = this.handlers.expressions.get(inner.type);
    if (!expression) {
      this.visit(inner);
      return this.unknown(inner);
    }
    if (!this.#descend()) return this.unknown(inner);
    const value = expression(this, inner, hint);
    this.#depth -= 1;
    return value;
  }

  /** Runs `walk` one level deeper, unless that is too deep. */
  deeper(walk: () => void): void {
    if (!this.#descend()) return;
    walk();
    this.#depth -= 1;
  }

  #descend(): boolean {
    if (this.#depth >= MAX_DEPTH) {
      this.truncated = true;
      return false;
    }
    this.#depth += 1;
    return true;
  }

  // Names

  /** Notes that the current scope has a variable of that name, before it gets a value. */
  declare(name: string): void {
    this.#bound.add(inScope(this.facts.scope, name));
  }

  bind(kind: Binding['kind'], name: string, value: Value, range: Range, symbol?: string): void {
    this.#bound.add(symbol ?? inScope(this.facts.scope, name));
    this.facts.bind(kind, name, value, range, symbol);
  }

  /** Gives `name` another value where it was declared: in the current scope or one around it. */
  assign(name: string, value: Value, range: Range): void {
    const symbol = this.symbolOf(name);
    const here = symbol === null || symbol === inScope(this.facts.scope, name);
    this.bind('variable', name, value, range, here ? undefined : symbol);
  }

  /** The symbol that `name` means here, null where nothing so far binds it. */
  symbolOf(name: string): string | null {
    for (let scope = this.facts.scope; ; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('.')))) {
      const symbol = inScope(scope, name);
      if (this.#bound.has(symbol)) return symbol;
      if (scope === '') return null;
    }
  }

  // What encloses the walk

  /** The class that `this` stands for; outside of classes the function, as constructors were once written. */
  get owner(): string {
    return this.#owners.at(-1) ?? this.facts.scope;
  }

  /** Walks the inside of a class; one without a name is transparent. */
  withinClass(name: string | null, body: () => void): void {
    this.within(name, () => {
      this.#owners.push(this.facts.scope);
      body();
      this.#owners.pop();
    });
  }

  within(name: string | null, body: () => void): void {
    if (name === null) body();
    else this.facts.within(name, body);
  }

  /** Walks the inside of a function and gives what it returns. */
  withinFunction(name: string | null, body: () => void): readonly Value[] {
    const sink: Sink = { values: [], named: name !== null };
    this.#sinks.push(sink);
    this.within(name, body);
    this.#sinks.pop();
    return sink.values;
  }

  /** True inside a function that has a symbol of its own. */
  get inNamedFunction(): boolean {
    return this.#sinks.at(-1)?.named ?? false;
  }

  addReturn(value: Value, range: Range): void {
    const sink = this.#sinks.at(-1);
    sink?.values.push(value);
    const { scope } = this.facts;
    if (sink?.named) this.facts.bind('return', scope.slice(scope.lastIndexOf('.') + 1), value, range);
  }
}

function inScope(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}

/** Any of `options`; the option itself where there is only one. */
export function either(options: readonly Value[], range: Range): Value {
  const flat = options.flatMap((option) => (option.kind === 'either' ? option.options : [option]));
  const [first] = flat;
  if (first === undefined) return { kind: 'unknown', range };
  return flat.length === 1 ? first : { kind: 'either', options: flat, range };
}
