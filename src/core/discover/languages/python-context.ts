import type { Range, Value } from '../../model';
import type { FactsBuilder } from './facts-builder';
import type { Syntax } from './parse-tree';

/** What the parts of the Python adapter share while one file is lowered. */
export interface Python {
  readonly facts: FactsBuilder;
  /** The names of the function or class that the walk is in. */
  frame: Frame;
  range(node: Syntax): Range;
  source(node: Syntax): string;
  /** Lowers an expression, and records the calls in it. */
  value(node: Syntax): Value;
  /** Walks a statement. */
  visit(node: Syntax): void;
}

/** How names are bound in a function, class or module. */
export interface Frame {
  readonly kind: 'module' | 'class' | 'function';
  /** Qualified symbol. */
  readonly symbol: string;
  /** The parameter that stands for the instance (or class), and the class it is of. */
  readonly self: { readonly name: string; readonly owner: string } | null;
  /** Names that `global` says belong to the module. */
  readonly globals: Set<string>;
}

export function unknown(range: Range): Value {
  return { kind: 'unknown', range };
}

/** Any of `options`: the option itself where there is one, unknown where there is none. */
export function either(options: readonly Value[], range: Range): Value {
  const flat = options.flatMap((option) => (option.kind === 'either' ? option.options : [option]));
  const [first] = flat;
  if (first === undefined) return unknown(range);
  return flat.length === 1 ? first : { kind: 'either', options: flat, range };
}
