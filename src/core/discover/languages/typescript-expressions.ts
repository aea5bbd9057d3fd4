import type { Argument, Call, Value } from '../../model';
import { either, unwrap, type ExpressionHandler, type Lowering } from './typescript-context';
import { claimInline } from './typescript-imports';
import { childOf, type Syntax } from './parse-tree';
import {
  assemble,
  concatenation,
  decodeEscapes,
  insideOf,
  isPlus,
  literalText,
  operatorOf,
  templateParts,
} from './typescript-text';

function name(cx: Lowering, node: Syntax): Value {
  // The parser puts an empty name where one is missing.
  if (node.start === node.end) return cx.unknown(node);
  return { kind: 'name', name: cx.source(node), range: cx.range(node) };
}

function string(cx: Lowering, node: Syntax): Value {
  return { kind: 'text', text: decodeEscapes(insideOf(cx, node)), holes: [], range: cx.range(node) };
}

function template(cx: Lowering, node: Syntax): Value {
  return assemble(templateParts(cx, node), cx.range(node));
}

function number(cx: Lowering, node: Syntax): Value {
  return numeric(cx, node, cx.source(node));
}

function numeric(cx: Lowering, node: Syntax, source: string): Value {
  const value = Number(source.replaceAll('_', ''));
  return Number.isFinite(value) ? { kind: 'literal', value, range: cx.range(node) } : cx.unknown(node);
}

function constant(value: boolean | null): ExpressionHandler {
  return (cx, node) => ({ kind: 'literal', value, range: cx.range(node) });
}

/** `import.meta` */
function metaProperty(cx: Lowering, node: Syntax): Value {
  const [object, property] = cx.source(node).split(/\s*\.\s*/);
  const range = cx.range(node);
  return { kind: 'member', object: { kind: 'name', name: object ?? '', range }, name: property ?? '', range };
}

function member(cx: Lowering, node: Syntax): Value {
  const object = childOf(node, 'object');
  const property = childOf(node, 'property');
  if (!object || !property) return children(cx, node);
  return { kind: 'member', object: cx.lower(object), name: cx.source(property), range: cx.range(node) };
}

function subscript(cx: Lowering, node: Syntax): Value {
  const object = childOf(node, 'object');
  const index = childOf(node, 'index');
  if (!object || !index) return children(cx, node);
  const range = cx.range(node);
  const lowered = cx.lower(object);
  const text = literalText(cx, index);
  if (text !== null) return { kind: 'member', object: lowered, name: text, range };
  const key = cx.lower(index);
  if (key.kind === 'literal') return { kind: 'member', object: lowered, name: String(key.value), range };
  return { kind: 'index', object: lowered, key, range };
}

function call(cx: Lowering, node: Syntax): Value {
  const callee = childOf(node, 'function') ?? childOf(node, 'constructor');
  if (!callee) return children(cx, node);
  claimInline(cx, node);
  return lowerCall(cx, node, node.type === 'new_expression' ? 'new' : 'call');
}

/** Records `node`, a call or construction, in the given form. */
export function lowerCall(cx: Lowering, node: Syntax, form: Call['form'], range = cx.range(node)): Value {
  const callee = childOf(node, 'function') ?? childOf(node, 'constructor') ?? node;
  return cx.facts.call(form, range, () => ({
    callee: callee === node ? cx.unknown(node) : cx.lower(callee),
    args: lowerArguments(cx, childOf(node, 'arguments')),
  }));
}

function lowerArguments(cx: Lowering, node: Syntax | undefined): Argument[] {
  if (!node) return [];
  // A tagged template: the template is what the tag gets.
  if (node.type === 'template_string') return [{ name: null, value: template(cx, node) }];
  return node.children.map((child) => {
    const inside = child.type === 'spread_element' ? child.children[0] : undefined;
    if (inside) return { name: null, value: cx.lower(inside), spread: true };
    return { name: null, value: cx.lower(child) };
  });
}

const CHOICES = new Set(['||', '??']);

function binary(cx: Lowering, node: Syntax, hint: string | null): Value {
  if (isPlus(cx, node)) return concatenation(cx, node);
  const operator = operatorOf(cx, node);
  const operands = leftSpine(node, (left) => !CHOICES.has(operator) || CHOICES.has(operatorOf(cx, left)));
  if (CHOICES.has(operator))
    return either(
      operands.map((operand) => cx.lower(operand, hint)),
      cx.range(node),
    );
  const last = operands.pop();
  cx.visitAll(operands);
  // `ready && text` is the text, or nothing.
  if (operator === '&&' && last) return cx.lower(last, hint);
  if (last) cx.visit(last);
  return cx.unknown(node);
}

/** The operands of a chain of operators in source order. Chains lean to the left and may be long: not recursive. */
function leftSpine(node: Syntax, goesOn: (left: Syntax) => boolean): Syntax[] {
  const operands: Syntax[] = [];
  let at = node;
  for (;;) {
    const left = childOf(at, 'left');
    const right = childOf(at, 'right');
    if (right) operands.push(right);
    if (!left) break;
    const inner = unwrap(left);
    if (inner.type !== 'binary_expression' || !goesOn(inner)) {
      operands.push(inner);
      break;
    }
    at = inner;
  }
  return operands.reverse();
}

function ternary(cx: Lowering, node: Syntax, hint: string | null): Value {
  const options: Value[] = [];
  let at: Syntax | undefined = node;
  // `a ? x : b ? y : z` leans to the right.
  while (at?.type === 'ternary_expression') {
    const condition = childOf(at, 'condition');
    const consequence = childOf(at, 'consequence');
    if (condition) cx.visit(condition);
    if (consequence) options.push(cx.lower(consequence, hint));
    const alternative = childOf(at, 'alternative');
    at = alternative && unwrap(alternative);
  }
  if (at) options.push(cx.lower(at, hint));
  return either(options, cx.range(node));
}

function unary(cx: Lowering, node: Syntax): Value {
  const argument = childOf(node, 'argument');
  if (argument?.type === 'number') return numeric(cx, node, cx.source(node).replace(/\s+/g, ''));
  return children(cx, node);
}

/** `a, b` is b. */
function sequence(cx: Lowering, node: Syntax): Value {
  const flat: Syntax[] = [];
  const open: Syntax[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'sequence_expression') open.push(...[...next.children].reverse());
    else flat.push(next);
  }
  const last = flat.pop();
  cx.visitAll(flat);
  return last ? cx.lower(last) : cx.unknown(node);
}

/** Walks what is in `node`, which has no value that could be told. */
function children(cx: Lowering, node: Syntax): Value {
  cx.visitAll(node.children);
  return cx.unknown(node);
}

export const plainExpressions: readonly (readonly [string, ExpressionHandler])[] = [
  ...[
    'identifier',
    'this',
    'super',
    'import',
    'property_identifier',
    'private_property_identifier',
    'type_identifier',
  ].map((type) => [type, name] as const),
  ['shorthand_property_identifier', name],
  ['nested_identifier', member],
  ['string', string],
  ['template_string', template],
  ['number', number],
  ['true', constant(true)],
  ['false', constant(false)],
  ['null', constant(null)],
  ['undefined', constant(null)],
  ['meta_property', metaProperty],
  ['member_expression', member],
  ['subscript_expression', subscript],
  ['call_expression', call],
  ['new_expression', call],
  ['binary_expression', binary],
  ['ternary_expression', ternary],
  ['unary_expression', unary],
  ['sequence_expression', sequence],
];
