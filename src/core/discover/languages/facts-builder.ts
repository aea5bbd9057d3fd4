import type { Argument, Binding, Call, CodeFacts, Comment, Import, Range, TextValue, Value } from '../../model';

/** Collects the facts of one file while an adapter walks its tree, and keeps track of the enclosing symbol. */
export class FactsBuilder {
  readonly #imports: Import[] = [];
  readonly #bindings: Binding[] = [];
  readonly #calls: Call[] = [];
  readonly #comments: Comment[] = [];
  #scope: string | null = null;

  /** Qualified symbol of the function or class the walk is in, '' at module level. */
  get scope(): string {
    return this.#scope ?? '';
  }

  #within(name: string): string {
    return this.#scope === null ? name : `${this.#scope}.${name}`;
  }

  /** Walks `body` as the inside of `name`. */
  within(name: string, body: () => void): void {
    const around = this.#scope;
    this.#scope = this.#within(name);
    try {
      body();
    } finally {
      this.#scope = around;
    }
  }

  addImport(fact: Import): void {
    this.#imports.push(fact);
  }

  /** True where something goes by `local` already. */
  imports(local: string): boolean {
    return this.#imports.some((fact) => fact.local === local);
  }

  addComment(fact: Comment): void {
    this.#comments.push(fact);
  }

  /** Binds `name` in the current scope; `symbol` only where the name belongs elsewhere (`self.x` belongs to the class). */
  bind(kind: Binding['kind'], name: string, value: Value, range: Range, symbol?: string): void {
    if (symbol === undefined) {
      const qualified = kind === 'return' ? this.scope : this.#within(name);
      this.#bindings.push({ kind, name, symbol: qualified, value, range });
    } else this.#bindings.push({ kind, name, symbol, value, scope: this.scope, range });
  }

  /** Says of the decorators and bases recorded since `from` what they stand at. */
  decorate(from: number, name: string, docstring?: TextValue): void {
    const stands = { decorates: this.#within(name), ...(docstring ? { docstring } : {}) };
    for (let at = from; at < this.#calls.length; at += 1) {
      const call = this.#calls[at];
      const isAtName = call?.form === 'decorator' || call?.form === 'base';
      if (isAtName && call.scope === this.scope && call.decorates === undefined)
        this.#calls[at] = { ...call, ...stands };
    }
  }

  get callCount(): number {
    return this.#calls.length;
  }

  /** Reserves the call's place before its callee and arguments are lowered, so that calls stay in source order. */
  call(form: Call['form'], range: Range, lower: () => { callee: Value; args: readonly Argument[] }): Value {
    const index = this.#calls.length;
    const unknown: Value = { kind: 'unknown', range };
    const { scope } = this;
    this.#calls.push({ callee: unknown, args: [], scope, form, range });
    const { callee, args } = lower();
    this.#calls[index] = { callee, args, scope, form, range };
    return { kind: 'call', call: index, range };
  }

  /** A call that was recorded before, by the index its value carries. */
  callAt(index: number): Call | undefined {
    return this.#calls[index];
  }

  build(language: string, hasErrors: boolean): CodeFacts {
    return {
      language,
      imports: this.#imports,
      bindings: this.#bindings,
      calls: this.#calls,
      comments: this.#comments,
      hasErrors,
    };
  }
}
