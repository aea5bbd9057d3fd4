import type { Node } from 'web-tree-sitter';
import type { Binding, CodeFacts, Range, Value } from '../../model';
import { FactsBuilder } from './facts-builder';
import { copyTree, LineMap, type Syntax } from './parse-tree';

/** Lowers one kind of expression. `hint` is the name that a function in it goes by: the variable that it is given to. */
export type Lower = (walk: Walk, node: Syntax, hint: string | null) => Value;

/** Walks one kind of statement or declaration. */
export type Visit = (walk: Walk, node: Syntax) => void;

/** What the grammar of a language is made of, for a walk over its trees. */
export interface Grammar {
  readonly expressions: ReadonlyMap<string, Lower>;
  readonly statements: ReadonlyMap<string, Visit>;
  /** Nodes that only speak of types: nothing below them becomes a fact. */
  readonly silent: ReadonlySet<string>;
  /** Nodes that mean what the expression in them means, with the place of that expression among their children. */
  readonly through: ReadonlyMap<string, 'first' | 'last'>;
  /** Where a name belongs that is assigned to and that nothing around declares. */
  readonly undeclared: 'type' | 'module' | 'scope';
}

interface Sink {
  readonly values: Value[];
  /** The function has a symbol of its own, so that what it returns is a binding too. */
  readonly named: boolean;
}

/** Levels of nesting that are followed. Code that people write stays far below; what lies deeper is left out. */
const MAX_DEPTH = 300;

/** Walks the tree below `root` by `grammar`. Never throws; what lies too deep makes `hasErrors` true. */
export function lowerTree(language: string, grammar: Grammar, root: Node, text: string): CodeFacts {
  const tree = copyTree(root, text.length);
  const walk = new Walk(text, grammar);
  for (const comment of tree.comments) {
    walk.facts.addComment({ text: commentText(walk.source(comment)), range: walk.range(comment) });
  }
  walk.visit(tree.root);
  return walk.facts.build(language, root.hasError || walk.truncated);
}

/** The inside of a comment that begins with two slashes or a hash, or is written between slash-star marks. */
function commentText(source: string): string {
  if (source.startsWith('//')) return source.replace(/^\/{2,}!?/, '').trim();
  if (source.startsWith('#')) return source.replace(/^#+/, '').trim();
  return source
    .replace(/^\/\*+!?/, '')
    .replace(/\*+\/$/, '')
    .trim();
}

/** One file while it is lowered: what the handlers of a grammar share. */
export class Walk {
  readonly facts = new FactsBuilder();
  truncated = false;
  /** Instances by the name that a method calls its own one by, where that is not `this` or `self`. */
  receiver: string | null = null;
  /** The callee that the function literal lowered next is handed to: what its parameter is, only that callee knows. */
  handedTo: Value | null = null;
  readonly #lines: LineMap;
  readonly #owners: string[] = [];
  readonly #sinks: Sink[] = [];
  readonly #bound = new Set<string>();
  readonly #mentioned = new Set<string>();
  #depth = 0;

  constructor(
    readonly text: string,
    readonly grammar: Grammar,
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

  /** `node` without what merely stands around an expression: parentheses, casts, `await`. Not recursive. */
  unwrap(node: Syntax): Syntax {
    let inner = node;
    for (;;) {
      const place = this.grammar.through.get(inner.type);
      const next = place === undefined ? undefined : inner.children.at(place === 'first' ? 0 : -1);
      if (!next) return inner;
      inner = next;
    }
  }

  /** Walks `node` for the facts in it. */
  visit(node: Syntax): void {
    const { silent, statements, expressions } = this.grammar;
    if (silent.has(node.type) || !this.#descend()) return;
    const statement = statements.get(node.type);
    const expression = statement ? undefined : expressions.get(node.type);
    if (statement) statement(this, node);
    else if (expression) expression(this, node, null);
    else for (const child of node.children) this.visit(child);
    this.#depth -= 1;
  }

  visitAll(nodes: readonly (Syntax | undefined)[]): void {
    for (const node of nodes) if (node) this.visit(node);
  }

  /** Walks what is in `node`, whose value cannot be told. */
  opaque(node: Syntax): Value {
    this.visitAll(node.children);
    return this.unknown(node);
  }

  /** The value of an expression; the calls in it are recorded. */
  lower(node: Syntax, hint: string | null = null): Value {
    const inner = this.unwrap(node);
    const expression = this.grammar.expressions.get(inner.type);
    if (!expression) {
      this.visit(inner);
      return this.unknown(inner);
    }
    if (!this.#descend()) return this.unknown(inner);
    const value = expression(this, inner, hint);
    this.#depth -= 1;
    return value;
  }

  /** True where `node` has a value. */
  isExpression(node: Syntax): boolean {
    return this.grammar.expressions.has(this.unwrap(node).type);
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

  /** Binds `name` in the current scope. */
  bind(kind: Binding['kind'], name: string, value: Value, range: Range): void {
    if (name === '' || name === '_') return;
    this.#bound.add(inScope(this.facts.scope, name));
    this.facts.bind(kind, name, value, range);
  }

  /** Gives `name` another value where it was declared: in the current scope or one around it. */
  assign(name: string, value: Value, range: Range): void {
    if (name === '' || name === '_') return;
    const declared = this.#symbolOf(name);
    const { undeclared } = this.grammar;
    const home = undeclared === 'type' ? this.owner : undeclared === 'module' ? '' : this.facts.scope;
    const symbol = declared ?? inScope(home, name);
    const isMember = undeclared === 'type' && this.owner !== '' && symbol === inScope(this.owner, name);
    const kind = isMember ? 'member' : 'variable';
    const here = symbol === inScope(this.facts.scope, name);
    this.#bound.add(symbol);
    this.facts.bind(kind, name, value, range, here ? undefined : symbol);
  }

  /** Gives a member a value: `this.x = …` one of the type, `settings.x = …` one of the name it begins with. */
  assignMember(target: Value, value: Value, range: Range): void {
    const [first = '', ...rest] = pathOf(target) ?? [];
    const name = rest.at(-1);
    if (name === undefined) return;
    const owner = first === 'this' || first === 'self' ? this.owner : inScope(this.facts.scope, first);
    this.facts.bind('member', name, value, range, [owner, ...rest].filter((part) => part !== '').join('.'));
  }

  /** Notes that `module` is spoken of without an import; once. */
  mention(module: string, range: Range): void {
    if (this.#mentioned.has(module)) return;
    this.#mentioned.add(module);
    if (this.facts.imports(module)) return;
    this.facts.addImport({ module, name: null, local: module, range });
  }

  /**
   * `Bot{model: name}` gives the member of the file's own type what `name` holds. Literals stay where they are written:
   * they say what they are there.
   */
  setMember(type: Value, name: string, value: Value): void {
    if (type.kind !== 'name' || !/^(?:name|member|call)$/.test(value.kind)) return;
    const owner = type.name === 'self' ? this.owner : type.name;
    if (owner !== '') this.facts.bind('member', name, value, value.range, `${owner}.${name}`);
  }

  /** True where the current scope or one around it declares the name. */
  knows(name: string): boolean {
    return this.#symbolOf(name) !== null;
  }

  #symbolOf(name: string): string | null {
    for (let scope = this.facts.scope; ; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('.')))) {
      const symbol = inScope(scope, name);
      if (this.#bound.has(symbol)) return symbol;
      if (scope === '') return null;
    }
  }

  // What encloses the walk

  /** The type whose members the walk is in, '' outside of types. */
  get owner(): string {
    return this.#owners.at(-1) ?? '';
  }

  /** Walks the inside of a class, struct or enum; one without a name is transparent. */
  withinType(name: string | null, body: () => void): void {
    this.within(name, () => {
      this.#owners.push(this.facts.scope);
      body();
      this.#owners.pop();
    });
  }

  within(name: string | null, body: () => void): void {
    if (name === null || name === '') body();
    else this.facts.within(name, body);
  }

  /** Walks the inside of a function and gives what it returns. One without a name leaves its names to the one around. */
  withinFunction(name: string | null, body: () => void): readonly Value[] {
    const sink: Sink = { values: [], named: name !== null && name !== '' };
    this.#sinks.push(sink);
    this.within(name, body);
    this.#sinks.pop();
    return sink.values;
  }

  /** True inside a function that has a symbol of its own. */
  get inNamedFunction(): boolean {
    return this.#sinks.at(-1)?.named ?? false;
  }

  /** True inside any function, a closure too. */
  get inFunction(): boolean {
    return this.#sinks.length > 0;
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

/** `["a", "b", "c"]` for `a.b.c`; null where anything but names is in it. */
function pathOf(value: Value): string[] | null {
  const path: string[] = [];
  let current = value;
  while (current.kind === 'member') {
    if (!/^[\w-]{1,100}$/.test(current.name)) return null;
    path.unshift(current.name);
    current = current.object;
  }
  return current.kind === 'name' ? [current.name, ...path] : null;
}
