import { type ExpressionHandler, type Lowering, type StatementHandler } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { lowerCall } from './typescript-expressions';
import { lowerFunction } from './typescript-functions';
import { keyOf } from './typescript-text';

/** Walks a class; its symbol is `name`, else its own name. */
export function lowerClass(cx: Lowering, node: Syntax, name: string | null): void {
  const own = childOf(node, 'name');
  const body = childOf(node, 'body');
  cx.visitAll(node.children.filter((child) => child.type === 'decorator' || child.type === 'class_heritage'));
  cx.withinClass(name ?? (own ? cx.source(own) : null), () => {
    for (const child of body?.children ?? []) member(cx, child);
  });
}

function member(cx: Lowering, node: Syntax): void {
  const name = childOf(node, 'name') ?? childOf(node, 'property');
  const key = name ? keyOf(cx, name) : null;
  cx.visitAll(node.children.filter((child) => child.type === 'decorator'));
  if (node.type === 'method_definition') {
    if (name && key === null) cx.visit(name);
    lowerFunction(cx, node, key);
    return;
  }
  if (node.type !== 'public_field_definition' && node.type !== 'field_definition') {
    cx.visit(node);
    return;
  }
  const value = childOf(node, 'value');
  if (!value) return;
  const lowered = cx.lower(value, key);
  if (key !== null) cx.bind('member', key, lowered, cx.range(node));
}

const classExpression: ExpressionHandler = (cx, node, hint) => {
  lowerClass(cx, node, hint);
  return cx.unknown(node);
};

const classStatement: StatementHandler = (cx, node) => lowerClass(cx, node, null);

const decorator: StatementHandler = (cx, node) => {
  const inside = node.children[0];
  if (!inside) return;
  if (inside.type === 'call_expression') lowerCall(cx, inside, 'decorator', cx.range(node));
  else cx.facts.call('decorator', cx.range(node), () => ({ callee: cx.lower(inside), args: [] }));
};

const enumDeclaration: StatementHandler = (cx, node) => {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  cx.within(name ? cx.source(name) : null, () => {
    for (const child of body?.children ?? []) {
      const key = childOf(child, 'name');
      const value = childOf(child, 'value');
      const member = keyOf(cx, key ?? child);
      if (member !== null) cx.bind('member', member, value ? cx.lower(value) : cx.unknown(child), cx.range(child));
    }
  });
};

/** `namespace A.B { … }`; `declare module 'm'` holds types only and is transparent. */
const namespace: StatementHandler = (cx, node) => {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  const symbol = name && name.type !== 'string' ? cx.source(name).replace(/\s+/g, '') : null;
  cx.within(symbol, () => cx.visitAll([body]));
};

export const classExpressions: readonly (readonly [string, ExpressionHandler])[] = [['class', classExpression]];

export const classStatements: readonly (readonly [string, StatementHandler])[] = [
  ['class_declaration', classStatement],
  ['abstract_class_declaration', classStatement],
  ['decorator', decorator],
  ['enum_declaration', enumDeclaration],
  ['internal_module', namespace],
  ['module', namespace],
];
