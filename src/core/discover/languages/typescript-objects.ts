import type { MapEntry, Value } from '../../model';
import type { ExpressionHandler, Lowering } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { lowerFunction } from './typescript-functions';
import { keyOf } from './typescript-text';

/** Longer lists are data: what comes after is walked, but not kept. */
const MAX_ITEMS = 2000;

function object(cx: Lowering, node: Syntax, hint: string | null): Value {
  const entries: MapEntry[] = [];
  for (const child of node.children) {
    const kept = entries.length < MAX_ITEMS ? entry(cx, child, hint) : null;
    if (kept) entries.push(kept);
    else cx.visit(child);
  }
  return { kind: 'map', entries, range: cx.range(node) };
}

/** One property; null where `node` is none, or half of one. */
function entry(cx: Lowering, node: Syntax, hint: string | null): MapEntry | null {
  const range = cx.range(node);
  if (node.type === 'shorthand_property_identifier') return { key: cx.source(node), value: cx.lower(node), range };
  if (node.type === 'spread_element') {
    const inside = node.children[0];
    return inside ? { key: null, value: cx.lower(inside), range, spread: true } : null;
  }
  const name = childOf(node, 'key') ?? childOf(node, 'name');
  const value = node.type === 'method_definition' ? node : childOf(node, 'value');
  if (!name || !value) return null;
  const key = keyOf(cx, name);
  if (key === null) cx.visit(name);
  const inner = hint !== null && key !== null ? `${hint}.${key}` : key;
  const lowered = value === node ? lowerFunction(cx, node, inner) : cx.lower(value, inner);
  return { key, value: lowered, range: cx.range(name) };
}

/** A spread item stands for any item of what is spread. */
function array(cx: Lowering, node: Syntax, hint: string | null): Value {
  const items: Value[] = [];
  for (const child of node.children) {
    const inside = child.type === 'spread_element' ? child.children[0] : undefined;
    if (items.length >= MAX_ITEMS) cx.visit(child);
    else items.push(inside ? anyOf(cx, inside) : cx.lower(child, child.type === 'object' ? hint : null));
  }
  return { kind: 'list', items, range: cx.range(node) };
}

/** Any item of `node`. */
export function anyOf(cx: Lowering, node: Syntax): Value {
  return { kind: 'index', object: cx.lower(node), key: cx.unknown(node), range: cx.range(node) };
}

export const objectExpressions: readonly (readonly [string, ExpressionHandler])[] = [
  ['object', object],
  ['array', array],
];
