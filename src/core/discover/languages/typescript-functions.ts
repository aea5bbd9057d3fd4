import type { Value } from '../../model';
import { unwrap, type ExpressionHandler, type Lowering, type StatementHandler } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { bindParameters } from './typescript-parameters';

/**
 * Walks a function and gives it as a value. Its symbol is `name`, the variable or property that holds it, else its own
 * name. A function without either is transparent: its names belong to the function around it.
 */
export function lowerFunction(cx: Lowering, node: Syntax, name: string | null): Value {
  const own = node.type === 'method_definition' ? undefined : childOf(node, 'name');
  const symbol = name ?? (own ? cx.source(own) : null);
  const returns = cx.withinFunction(symbol, () => {
    bindParameters(cx, node);
    const body = childOf(node, 'body');
    if (body?.type === 'statement_block') cx.visit(body);
    else if (body) cx.addReturn(cx.lower(body), cx.range(unwrap(body)));
  });
  return { kind: 'function', returns, range: cx.range(node) };
}

const declaration: StatementHandler = (cx, node) => {
  lowerFunction(cx, node, null);
};

const returnStatement: StatementHandler = (cx, node) => {
  const value = node.children[0];
  if (value) cx.addReturn(cx.lower(value), cx.range(node));
};

export const functionExpressions: readonly (readonly [string, ExpressionHandler])[] = [
  ['arrow_function', lowerFunction],
  ['function_expression', lowerFunction],
  ['generator_function', lowerFunction],
];

export const functionStatements: readonly (readonly [string, StatementHandler])[] = [
  ['function_declaration', declaration],
  ['generator_function_declaration', declaration],
  ['return_statement', returnStatement],
];
