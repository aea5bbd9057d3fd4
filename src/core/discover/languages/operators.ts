import type { Hole, Range, Value } from '../../model';
import { either } from './python-context';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Visit, Walk } from './walk';

/** The pieces of a literal text; null for any other node. */
export type PartsOf = (walk: Walk, node: Syntax) => readonly (string | Hole)[] | null;

export function operatorOf(walk: Walk, node: Syntax): string {
  const operator = childOf(node, 'operator');
  return operator ? walk.source(operator) : '';
}

/**
 * `a + b` is a text, `a ?? b` and `a || b` (where `choices` has them) any of several; other operators say nothing. `joins`
 * puts texts together.
 */
export function binary(partsOf: PartsOf, choices: readonly string[] = [], joins = '+'): Lower {
  return (walk, node, hint) => {
    const operator = operatorOf(walk, node);
    const operands = spine(walk, node, operator);
    if (operator === joins) return sum(walk, operands, partsOf, walk.range(node));
    if (choices.includes(operator))
      return either(
        operands.map((operand) => walk.lower(operand, hint)),
        walk.range(node),
      );
    walk.visitAll(operands);
    return walk.unknown(node);
  };
}

/** The operands of a chain of one operator in source order. Chains lean to the left and may be long: not recursive. */
function spine(walk: Walk, node: Syntax, operator: string): Syntax[] {
  const operands: Syntax[] = [];
  const open: Syntax[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const inner = walk.unwrap(next);
    const left = childOf(inner, 'left');
    const right = childOf(inner, 'right');
    const goesOn = /^binary(?:_expression)?$/.test(inner.type) && operatorOf(walk, inner) === operator;
    if (goesOn && left && right) open.push(right, left);
    // Half of an operation: walked for what is in it, not lowered again.
    else operands.push(inner === node ? { ...inner, type: 'ERROR' } : inner);
  }
  return operands;
}

function sum(walk: Walk, operands: readonly Syntax[], partsOf: PartsOf, range: Range): Value {
  const known = operands.map((operand) => partsOf(walk, operand));
  const isNumber = (node: Syntax): boolean => /^(?:decimal_|hex_)?(?:int|float|real)\w*literal$/.test(node.type);
  const plain = known.every((parts) => parts === null) && operands.some(isNumber);
  const parts = operands.flatMap((operand, at): readonly (string | Hole)[] => {
    const own = known[at];
    if (own) return own;
    if (isNumber(operand)) return [walk.source(operand)];
    const value = walk.lower(operand);
    if (value.kind !== 'text') return [{ source: walk.source(operand), value }];
    return value.holes.length === 0 ? [value.text] : [{ source: walk.source(operand), value }];
  });
  return plain ? { kind: 'unknown', range } : textOf({ parts, range });
}

/** `c ? a : b`; leans to the right, not recursive. */
export const ternary: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  const { type } = node;
  let at: Syntax | undefined = node;
  while (at?.type === type) {
    const condition = childOf(at, 'condition');
    const consequence = childOf(at, 'consequence');
    if (condition) walk.visit(condition);
    if (consequence) options.push(walk.lower(consequence, hint));
    const alternative = childOf(at, 'alternative');
    at = alternative && walk.unwrap(alternative);
  }
  if (at) options.push(walk.lower(at, hint));
  return either(options, walk.range(node));
};

/** `else if` hangs below `else`, level by level; a long chain is walked as the list that it is. */
export const ifStatement: Visit = (walk, node) => {
  const { type } = node;
  let at: Syntax | undefined = node;
  while (at?.type === type) {
    const alternative: Syntax | undefined = childOf(at, 'alternative');
    walk.visitAll(at.children.filter((child) => child !== alternative));
    at = alternative;
  }
  if (at) walk.visit(at);
};

/** A number with its underscores and letters: `1_000L`, `0xFF`, `1.5f`. */
export const number: Lower = (walk, node) => {
  const source = walk.source(node).replaceAll('_', '');
  const plain = /^0[xXbBoO]/.test(source) ? source.replace(/[uUlL]+$/, '') : source.replace(/[a-zA-Z]\w*$/, '');
  const value = plain === '' ? NaN : Number(plain);
  return Number.isFinite(value) ? { kind: 'literal', value, range: walk.range(node) } : walk.unknown(node);
};

export function constant(value: boolean | null): Lower {
  return (walk, node) => ({ kind: 'literal', value, range: walk.range(node) });
}

/** A name; the parser puts an empty one where it misses one. */
export const name: Lower = (walk, node) => {
  if (node.start === node.end) return walk.unknown(node);
  const source = walk.source(node);
  return { kind: 'name', name: source === walk.receiver ? 'this' : source, range: walk.range(node) };
};

/** `object[key]`: a member where the key is a literal. */
export function indexed(walk: Walk, node: Syntax, object: Value, key: Value): Value {
  const range = walk.range(node);
  if (key.kind === 'text' && key.holes.length === 0) return { kind: 'member', object, name: key.text, range };
  if (key.kind === 'literal') return { kind: 'member', object, name: String(key.value), range };
  return { kind: 'index', object, key, range };
}

/** What a loop variable holds when a loop runs over `value`. */
export function anyOf(walk: Walk, node: Syntax): Value {
  const value = walk.lower(node);
  const range = walk.range(node);
  if (value.kind === 'list') return either(value.items, range);
  if (value.kind === 'unknown' || value.kind === 'literal') return { kind: 'unknown', range };
  return { kind: 'index', object: value, key: { kind: 'unknown', range }, range };
}
