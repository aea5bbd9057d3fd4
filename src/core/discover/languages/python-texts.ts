import type { Range, Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Python } from './python-context';
import { formatBraces, formatPercent, type Filler, type Fillers } from './python-format';
import { stringParts, textOf, type Parts } from './python-strings';

/** The text that an expression writes out: literals, their concatenation, `%`, `.format()` and `.join()` on a literal. */
export function textParts(py: Python, node: Syntax): Parts | null {
  switch (node.type) {
    case 'string':
    case 'concatenated_string':
      return stringParts(py, node);
    case 'parenthesized_expression': {
      const [inner] = node.children;
      return inner && node.children.length === 1 && isLiteral(inner) ? textParts(py, inner) : null;
    }
    case 'call':
      return methodParts(py, node);
    case 'binary_operator':
      return operatorOf(py, node) === '%' ? percentParts(py, node) : null;
    default:
      return null;
  }
}

/** True where `textParts` gives a text; asked first, because lowering twice would record calls twice. */
function isLiteral(node: Syntax): boolean {
  let inner = node;
  while (inner.type === 'parenthesized_expression' && inner.children.length === 1 && inner.children[0])
    inner = inner.children[0];
  return inner.type === 'string' || inner.type === 'concatenated_string';
}

export function operatorOf(py: Python, node: Syntax): string {
  const operator = childOf(node, 'operator');
  return operator ? py.source(operator) : '';
}

/** `"…" % values`, a call of a literal's `format` or `join`; null where it is something else. */
function percentParts(py: Python, node: Syntax): Parts | null {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const text = left && isLiteral(left) ? textParts(py, left) : null;
  return text && right ? formatPercent(text, percentFillers(py, right)) : null;
}

function percentFillers(py: Python, right: Syntax): Fillers {
  const range = py.range(right);
  const none = { positional: [], named: new Map<string, Filler>(), mapping: null, range };
  if (right.type === 'tuple') return { ...none, positional: right.children.map((child) => fillerOf(py, child)) };
  const filler = fillerOf(py, right);
  if (filler.value.kind !== 'map') return { ...none, positional: [filler], mapping: filler };
  const named = new Map<string, Filler>();
  for (const { key, value } of filler.value.entries) if (key !== null) named.set(key, { source: key, value });
  return { ...none, named };
}

function fillerOf(py: Python, node: Syntax): Filler {
  return { source: py.source(node), value: py.value(node) };
}

function methodParts(py: Python, node: Syntax): Parts | null {
  const callee = childOf(node, 'function');
  const args = childOf(node, 'arguments');
  const object = callee?.type === 'attribute' ? childOf(callee, 'object') : undefined;
  const method = callee ? childOf(callee, 'attribute') : undefined;
  if (!object || !method || args?.type !== 'argument_list' || !isLiteral(object)) return null;
  if (py.source(method) === 'format') {
    const text = textParts(py, object);
    return text && formatBraces(text, formatFillers(py, args));
  }
  const [list] = args.children;
  return py.source(method) === 'join' && list && args.children.length === 1 ? joinParts(py, object, list) : null;
}

function formatFillers(py: Python, args: Syntax): Fillers {
  const positional: Filler[] = [];
  const named = new Map<string, Filler>();
  for (const child of args.children) {
    const value = childOf(child, 'value');
    const name = childOf(child, 'name');
    if (child.type === 'keyword_argument' && name && value) named.set(py.source(name), fillerOf(py, value));
    else if (child.type.endsWith('_splat')) for (const inner of child.children) py.value(inner);
    else positional.push(fillerOf(py, child));
  }
  return { positional, named, mapping: null, range: py.range(args) };
}

/** `"\n".join([…])` over a list that is written out and holds at least one literal. */
function joinParts(py: Python, separator: Syntax, list: Syntax): Parts | null {
  const written = (list.type === 'list' || list.type === 'tuple') && list.children.some(isLiteral);
  if (!written || list.children.some((child) => child.type === 'list_splat')) return null;
  const between = textParts(py, separator)?.parts ?? [];
  const parts = list.children.flatMap((child, index) => [
    ...(index === 0 ? [] : between),
    ...partsOrHole(py, child).parts,
  ]);
  return { parts, range: py.range(list) };
}

function partsOrHole(py: Python, node: Syntax): Parts {
  const text = textParts(py, node);
  if (text) return text;
  const value = py.value(node);
  return { parts: [{ source: py.source(node), value }], range: value.range };
}

/** `a + b + c`: a text where a literal is among them, a list where a list is. */
export function lowerSum(py: Python, node: Syntax): Value {
  return sumOf(termsOf(py, node, '+'), py.range(node));
}

/** `folder / "a" / name`: a path where a literal is among them; a division says nothing. */
export function lowerDivision(py: Python, node: Syntax): Value {
  const terms = termsOf(py, node, '/');
  const range = py.range(node);
  if (!terms.some(({ value }) => value.kind === 'text')) return { kind: 'unknown', range };
  const parts = terms.flatMap(({ text, value, source }, at) => [
    ...(at === 0 ? [] : ['/']),
    ...(text ? text.parts : [{ source, value }]),
  ]);
  return textOf({ parts, range });
}

/** The operands of a chain of one operator in source order, taken apart without recursion. */
function termsOf(py: Python, node: Syntax, operator: string): Term[] {
  const terms: Syntax[] = [];
  let left: Syntax | undefined = node;
  while (left?.type === 'binary_operator' && operatorOf(py, left) === operator) {
    const right = childOf(left, 'right');
    if (right) terms.push(right);
    left = childOf(left, 'left');
  }
  if (left) terms.push(left);
  return terms.reverse().map((term): Term => {
    const text = textParts(py, term);
    return text
      ? { text, value: textOf(text), source: '' }
      : { text: null, value: py.value(term), source: py.source(term) };
  });
}

export interface Term {
  readonly text: Parts | null;
  readonly value: Value;
  readonly source: string;
}

export function sumOf(terms: readonly Term[], range: Range): Value {
  if (terms.some(({ value }) => value.kind === 'list')) {
    const items = terms.flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
    return { kind: 'list', items, range };
  }
  const named = terms.every(({ value }) => value.kind === 'name' || value.kind === 'member' || value.kind === 'text');
  if (!named && !terms.some(({ value }) => value.kind === 'text')) return { kind: 'unknown', range };
  const parts = terms.flatMap(({ text, value, source }) => (text ? text.parts : [{ source, value }]));
  return textOf({ parts, range });
}
