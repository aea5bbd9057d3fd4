import type { MapEntry, Value } from '../../model';
import type { ExpressionHandler, Lowering } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { decodeEntities, insideOf } from './typescript-text';

/** A component is called with one map of its attributes; plain elements (`<div>`) are no calls. What stands inside is walked. */
const element: ExpressionHandler = (cx, node) => {
  const open = childOf(node, 'open_tag') ?? node;
  const name = childOf(open, 'name');
  const attributes = open.children.filter((child) => child.field === 'attribute');
  const inside = node.children.filter(
    (child) => child !== open && child.field !== 'attribute' && child.field !== 'name',
  );
  if (!name || !isComponent(cx, name)) {
    cx.visitAll([...attributes, ...inside]);
    return cx.unknown(node);
  }
  const value = cx.facts.call('call', cx.range(open), () => ({
    callee: cx.lower(name),
    args: [{ name: null, value: lowerAttributes(cx, open, attributes) }],
  }));
  cx.visitAll(inside);
  return value;
};

function isComponent(cx: Lowering, name: Syntax): boolean {
  return name.type === 'member_expression' || /^[^a-z]/.test(cx.source(name));
}

function lowerAttributes(cx: Lowering, open: Syntax, attributes: readonly Syntax[]): Value {
  const entries: MapEntry[] = [];
  for (const node of attributes) {
    const [name, value] = node.children;
    const range = cx.range(name ?? node);
    if (node.type === 'jsx_attribute' && name)
      entries.push({ key: cx.source(name), value: attributeValue(cx, name, value), range });
    else if (name?.type === 'spread_element' && name.children[0]) {
      entries.push({ key: null, value: cx.lower(name.children[0]), range, spread: true });
    }
  }
  return { kind: 'map', entries, range: cx.range(open) };
}

/** An attribute without a value is true. */
function attributeValue(cx: Lowering, name: Syntax, value: Syntax | undefined): Value {
  if (!value) return { kind: 'literal', value: true, range: cx.range(name) };
  if (value.type !== 'string') return cx.lower(value, cx.source(name));
  return { kind: 'text', text: decodeEntities(insideOf(cx, value)), holes: [], range: cx.range(value) };
}

/** `<div title="…">` */
const attribute: ExpressionHandler = (cx, node) => {
  const value = node.children[1];
  if (value && value.type !== 'string') cx.visit(value);
  return cx.unknown(node);
};

export const jsxExpressions: readonly (readonly [string, ExpressionHandler])[] = [
  ['jsx_element', element],
  ['jsx_self_closing_element', element],
  ['jsx_attribute', attribute],
];
