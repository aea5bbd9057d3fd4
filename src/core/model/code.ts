import type { Range } from './position';

/**
 * Language-neutral facts of one source file. An adapter lowers a syntax tree to these; signatures say what they mean.
 * Everything is plain data, so that facts can be cached, compared and sent between threads.
 */
export interface CodeFacts {
  /** `python`, `typescript`, `javascript`, … A notebook has the language of its kernel. */
  readonly language: string;
  readonly imports: readonly Import[];
  readonly bindings: readonly Binding[];
  /** Every call, constructor, decorator and annotation, nested ones too, in source order. */
  readonly calls: readonly Call[];
  readonly comments: readonly Comment[];
  /** True where the parser had to skip something (half-typed code): facts may be missing. */
  readonly hasErrors: boolean;
}

/**
 * `import openai` → module openai, name null, local openai. `from openai import OpenAI as O` → module openai, name
 * OpenAI, local O. `import * as x from 'm'` → name `*`, local x. `import m from 'm'` → name `default`. Relative modules
 * keep their dots (`..config`, `./config`).
 */
export interface Import {
  readonly module: string;
  readonly name: string | null;
  readonly local: string;
  readonly range: Range;
}

/**
 * A name that gets a value. `symbol` is qualified inside the file: `PROMPT`, `Triage.prompt` (class member),
 * `answer.text` (local of function answer), `REGISTRY.fast` never (entries stay in the map value).
 * `return`: what a function returns, under the function's own symbol.
 */
export interface Binding {
  readonly symbol: string;
  readonly name: string;
  readonly kind: 'variable' | 'parameter' | 'member' | 'return';
  readonly value: Value;
  /**
   * Qualified symbol of the function or class whose names `value` speaks of; absent where it is `symbol` without its last
   * part (for `return`: `symbol` itself). Differs where a method assigns `self.x = x`: symbol `Bot.x`, scope `Bot.__init__`.
   */
  readonly scope?: string;
  /** The whole binding, name included. */
  readonly range: Range;
}

/** One call. `scope` is the qualified symbol of the enclosing function or class, '' at module level. */
export interface Call {
  readonly callee: Value;
  readonly args: readonly Argument[];
  readonly scope: string;
  /** `base`: the class that a class with a docstring is made from. */
  readonly form: 'call' | 'new' | 'decorator' | 'annotation' | 'base';
  /** Decorators and bases: qualified symbol of the function or class that they stand at. Annotations stand in its `scope`. */
  readonly decorates?: string;
  /** Decorators and bases: what that function or class says of itself; some libraries send it to a model. */
  readonly docstring?: TextValue;
  readonly range: Range;
}

/** `name` is the keyword of a keyword argument, null for a positional one; `spread` for `*args`, `**kwargs`, `...x`. */
export interface Argument {
  readonly name: string | null;
  readonly value: Value;
  readonly spread?: boolean;
}

/** An expression, lowered: what could hold a name, a text or a structure of them. */
export type Value =
  | TextValue
  | { readonly kind: 'literal'; readonly value: number | boolean | null; readonly range: Range }
  | { readonly kind: 'name'; readonly name: string; readonly range: Range }
  /** `object.name`, and `object["name"]` with a literal key. */
  | { readonly kind: 'member'; readonly object: Value; readonly name: string; readonly range: Range }
  /** `object[key]` where the key is not a literal: any entry of a map or list, unless the key resolves. */
  | { readonly kind: 'index'; readonly object: Value; readonly key: Value; readonly range: Range }
  /** Index into `CodeFacts.calls`. */
  | { readonly kind: 'call'; readonly call: number; readonly range: Range }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly range: Range }
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[]; readonly range: Range }
  /** Any of several: `a or b`, `a ?? b`, `c ? a : b`, `a if c else b`. */
  | { readonly kind: 'either'; readonly options: readonly Value[]; readonly range: Range }
  /** A lambda or function value: what it returns. */
  | { readonly kind: 'function'; readonly returns: readonly Value[]; readonly range: Range }
  | { readonly kind: 'unknown'; readonly range: Range };

/**
 * A string: escapes decoded; `{0}`, `{1}` … stand for the holes of an f-string, template literal, concatenation or
 * format call, in order. `range` covers the whole literal with its quotes and prefix; in a concatenation all of it.
 */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly holes: readonly Hole[];
  readonly range: Range;
}

/** What stands in a hole: its source text, and its lowered value for resolving. */
export interface Hole {
  readonly source: string;
  readonly value: Value;
}

/** `key` is null where it is computed; `spread` for `**x` and `...x`. `range` is that of the key. */
export interface MapEntry {
  readonly key: string | null;
  readonly value: Value;
  readonly range: Range;
  readonly spread?: boolean;
}

/** Text between the comment marks, trimmed; one per comment, block comments whole. */
export interface Comment {
  readonly text: string;
  readonly range: Range;
}
