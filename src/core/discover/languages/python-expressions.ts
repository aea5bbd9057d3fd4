import type { Argument, Call, MapEntry, Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import { handedOn } from './python-handed';
import { either, unknown, type Python } from './python-context';
import { textOf } from './python-strings';
import { bindName, bindTarget, elementOf } from './python-targets';
import { lowerDivision, lowerSum, operatorOf, textParts } from './python-texts';

type Lower = (py: Python, node: Syntax) => Value;

const LOWER: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['string', lowerText],
  ['concatenated_string', lowerText],
  ['integer', lowerNumber],
  ['float', lowerNumber],
  ['true', (py, node) => ({ kind: 'literal', value: true, range: py.range(node) })],
  ['false', (py, node) => ({ kind: 'literal', value: false, range: py.range(node) })],
  ['none', (py, node) => ({ kind: 'literal', value: null, range: py.range(node) })],
  ['identifier', lowerName],
  ['attribute', lowerAttribute],
  ['subscript', lowerSubscript],
  ['call', lowerCall],
  ['list', lowerList],
  ['tuple', lowerList],
  ['set', lowerList],
  ['expression_list', lowerList],
  ['dictionary', lowerDictionary],
  ['list_comprehension', lowerComprehension],
  ['set_comprehension', lowerComprehension],
  ['generator_expression', lowerComprehension],
  ['dictionary_comprehension', lowerComprehension],
  ['boolean_operator', lowerBoolean],
  ['conditional_expression', lowerConditional],
  ['binary_operator', lowerBinary],
  ['unary_operator', lowerUnary],
  ['await', lowerOnly],
  ['parenthesized_expression', lowerOnly],
  ['list_splat', lowerOnly],
  ['dictionary_splat', lowerOnly],
  ['type', lowerOnly],
  ['named_expression', lowerWalrus],
  ['lambda', lowerLambda],
  ['yield', lowerYield],
]);

export function isExpression(node: Syntax): boolean {
  return LOWER.has(node.type);
}

/** What cannot be lowered is unknown; what it consists of is walked for its calls all the same. */
export function lowerExpression(py: Python, node: Syntax): Value {
  const lower = LOWER.get(node.type);
  if (lower) return lower(py, node);
  for (const child of node.children) py.visit(child);
  return unknown(py.range(node));
}

function lowerText(py: Python, node: Syntax): Value {
  const parts = textParts(py, node);
  return parts ? textOf(parts) : unknown(py.range(node));
}

function lowerNumber(py: Python, node: Syntax): Value {
  const value = Number(py.source(node).replaceAll('_', ''));
  return Number.isNaN(value) ? unknown(py.range(node)) : { kind: 'literal', value, range: py.range(node) };
}

function lowerName(py: Python, node: Syntax): Value {
  const name = py.source(node);
  return name === '' ? unknown(py.range(node)) : { kind: 'name', name, range: py.range(node) };
}

function lowerAttribute(py: Python, node: Syntax): Value {
  const object = childOf(node, 'object');
  const attribute = childOf(node, 'attribute');
  if (!object || !attribute) return unknown(py.range(node));
  return { kind: 'member', object: py.value(object), name: py.source(attribute), range: py.range(node) };
}

function lowerSubscript(py: Python, node: Syntax): Value {
  const range = py.range(node);
  const of = childOf(node, 'value');
  const object = of ? py.value(of) : unknown(range);
  const keys = node.children.filter((child) => child.field === 'subscript').map((child) => py.value(child));
  const [key] = keys;
  if (!key || keys.length > 1) return unknown(range);
  const name = keyOf(key);
  if (name !== null) return { kind: 'member', object, name, range };
  return node.children.some((child) => child.type === 'slice') ? unknown(range) : { kind: 'index', object, key, range };
}

/** A literal key, of text or number; null where it is computed. */
function keyOf(key: Value): string | null {
  if (key.kind === 'text') return key.holes.length === 0 ? key.text : null;
  return key.kind === 'literal' && typeof key.value === 'number' ? String(key.value) : null;
}

function lowerCall(py: Python, node: Syntax): Value {
  const parts = textParts(py, node);
  return parts ? textOf(parts) : (madeMap(py, node) ?? recordCall(py, node, 'call'));
}

/** `dict(role="user", **more)`: a map like one that is written out. */
function madeMap(py: Python, node: Syntax): Value | null {
  const callee = childOf(node, 'function');
  const args = childOf(node, 'arguments');
  if (callee?.type !== 'identifier' || args?.type !== 'argument_list' || py.source(callee) !== 'dict') return null;
  if (!args.children.some((child) => child.type === 'keyword_argument')) return null;
  const entries = args.children.map((child): MapEntry => {
    const name = childOf(child, 'name');
    const value = childOf(child, 'value');
    if (child.type === 'keyword_argument' && name && value)
      return { key: py.source(name), value: py.value(value), range: py.range(name) };
    return { key: null, value: py.value(child), range: py.range(child), spread: true };
  });
  return { kind: 'map', entries, range: py.range(node) };
}

/** Records a call expression; `form` says what it stands for. */
export function recordCall(py: Python, node: Syntax, form: Call['form']): Value {
  const callee = childOf(node, 'function');
  const args = childOf(node, 'arguments');
  let given: Value | null = null;
  const made = py.facts.call(form, py.range(node), () => {
    const written = {
      callee: callee ? py.value(callee) : unknown(py.range(node)),
      args: args ? argumentsOf(py, args) : [],
    };
    const handed = form === 'call' ? handedOn(written.callee, written.args) : null;
    if (handed?.isFunction === true) given = handed.callee;
    return handed ?? written;
  });
  return given ?? made;
}

function argumentsOf(py: Python, node: Syntax): readonly Argument[] {
  // `f(x for x in y)`: the comprehension stands in place of the list of arguments.
  if (node.type !== 'argument_list') return [{ name: null, value: py.value(node) }];
  return node.children.map((child): Argument => {
    if (child.type === 'list_splat' || child.type === 'dictionary_splat')
      return { name: null, value: py.value(child), spread: true };
    const name = child.type === 'keyword_argument' ? childOf(child, 'name') : undefined;
    const value = name ? childOf(child, 'value') : child;
    return { name: name ? py.source(name) : null, value: value ? py.value(value) : unknown(py.range(child)) };
  });
}

function lowerList(py: Python, node: Syntax): Value {
  return { kind: 'list', items: node.children.map((child) => py.value(child)), range: py.range(node) };
}

function lowerDictionary(py: Python, node: Syntax): Value {
  return { kind: 'map', entries: node.children.map((child) => entryOf(py, child)), range: py.range(node) };
}

function entryOf(py: Python, node: Syntax): MapEntry {
  const key = childOf(node, 'key');
  const value = childOf(node, 'value');
  if (node.type !== 'pair' || !key) {
    return {
      key: null,
      value: py.value(node),
      range: py.range(node),
      ...(node.type === 'dictionary_splat' ? { spread: true } : {}),
    };
  }
  return { key: keyOf(py.value(key)), value: value ? py.value(value) : unknown(py.range(node)), range: py.range(key) };
}

/** `[f(x) for x in y]`: a list of one item, which stands for any. */
function lowerComprehension(py: Python, node: Syntax): Value {
  const range = py.range(node);
  const body = childOf(node, 'body');
  const entry = body?.type === 'pair' ? entryOf(py, body) : null;
  const items = body && !entry ? [py.value(body)] : [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') visitLoop(py, child);
    else if (child !== body) py.visit(child);
  }
  return entry ? { kind: 'map', entries: [entry], range } : { kind: 'list', items, range };
}

/** `for target in iterable`, of a statement or a comprehension. */
export function visitLoop(py: Python, node: Syntax): void {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (!left || !right) return;
  const value = elementOf(py, py.value(right));
  bindTarget(py, left, value, py.range({ ...left, end: right.end }));
}

function lowerBoolean(py: Python, node: Syntax): Value {
  const operator = operatorOf(py, node);
  const operands: Syntax[] = [];
  let left: Syntax | undefined = node;
  while (left?.type === 'boolean_operator' && operatorOf(py, left) === operator) {
    const right = childOf(left, 'right');
    if (right) operands.push(right);
    left = childOf(left, 'left');
  }
  if (left) operands.push(left);
  const values = operands.reverse().map((operand) => py.value(operand));
  return either(operator === 'or' ? values : values.slice(-1), py.range(node));
}

function lowerConditional(py: Python, node: Syntax): Value {
  const [yes, , no] = node.children.map((child) => py.value(child));
  return either(
    [yes, no].filter((value) => value !== undefined),
    py.range(node),
  );
}

function lowerBinary(py: Python, node: Syntax): Value {
  const operator = operatorOf(py, node);
  if (operator === '+') return lowerSum(py, node);
  if (operator === '/') return lowerDivision(py, node);
  const parts = textParts(py, node);
  if (parts) return textOf(parts);
  // A long chain of one operator leans to the left: `a | b | c …`.
  const operands: Syntax[] = [];
  let left: Syntax | undefined = node;
  while (left?.type === 'binary_operator' && !/^[+%/]$/.test(operatorOf(py, left))) {
    const right = childOf(left, 'right');
    if (right) operands.push(right);
    left = childOf(left, 'left');
  }
  if (left && left !== node) operands.push(left);
  else operands.push(...node.children.filter((child) => child.field !== 'operator').reverse());
  for (const operand of operands.reverse()) py.value(operand);
  return unknown(py.range(node));
}

function lowerUnary(py: Python, node: Syntax): Value {
  const argument = childOf(node, 'argument');
  const value = argument ? py.value(argument) : null;
  const range = py.range(node);
  if (value?.kind !== 'literal' || typeof value.value !== 'number' || operatorOf(py, node) !== '-')
    return unknown(range);
  return { kind: 'literal', value: -value.value, range };
}

/** Wrappers that leave the value as it is. */
function lowerOnly(py: Python, node: Syntax): Value {
  const values = node.children.map((child) => py.value(child));
  return values.length === 1 && values[0] ? values[0] : unknown(py.range(node));
}

function lowerWalrus(py: Python, node: Syntax): Value {
  const name = childOf(node, 'name');
  const of = childOf(node, 'value');
  const value = of ? py.value(of) : unknown(py.range(node));
  if (name) bindName(py, py.source(name), value, py.range(node));
  return value;
}

function lowerLambda(py: Python, node: Syntax): Value {
  const body = childOf(node, 'body');
  for (const parameter of childOf(node, 'parameters')?.children ?? []) {
    const fallback = childOf(parameter, 'value');
    if (fallback) py.value(fallback);
  }
  return { kind: 'function', returns: body ? [py.value(body)] : [], range: py.range(node) };
}

/** What a generator yields is what its caller gets to see, so it counts as returned. */
function lowerYield(py: Python, node: Syntax): Value {
  const values = node.children.map((child) => py.value(child));
  const [value] = values;
  if (value && py.frame.kind === 'function') py.facts.bind('return', lastPart(py.frame.symbol), value, py.range(node));
  return unknown(py.range(node));
}

export function lastPart(symbol: string): string {
  return symbol.slice(symbol.lastIndexOf('.') + 1);
}
