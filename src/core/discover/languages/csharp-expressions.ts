import type { Value } from '../../model';
import { csharpCreations, lowerArguments, typeName } from './csharp-creations';
import { bindParameters, lowerBody } from './csharp-declarations';
import { csharpParts, csharpString } from './csharp-texts';
import { binary, constant, indexed, name, number, ternary } from './operators';
import { either } from './python-context';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

const memberAccess: Lower = (walk, node) => {
  const object = childOf(node, 'expression') ?? childOf(node, 'qualifier');
  const member = childOf(node, 'name');
  if (!object || !member) return walk.opaque(node);
  return { kind: 'member', object: walk.lower(object), name: plainName(walk, member), range: walk.range(node) };
};

/** `Get<T>` without its type. */
function plainName(walk: Walk, node: Syntax): string {
  return walk.source(node.type === 'generic_name' ? (node.children[0] ?? node) : node);
}

/** `a?.b`, `a?["k"]`. */
const conditionalAccess: Lower = (walk, node) => {
  const object = childOf(node, 'condition');
  const what = node.children.at(-1);
  const member = what && childOf(what, 'name');
  if (!object || !what) return walk.opaque(node);
  if (what.type === 'member_binding_expression' && member)
    return { kind: 'member', object: walk.lower(object), name: plainName(walk, member), range: walk.range(node) };
  const key = what.type === 'element_binding_expression' ? what.children[0]?.children.at(-1) : undefined;
  if (!key) return walk.opaque(node);
  const lowered = walk.lower(object);
  return indexed(walk, node, lowered, walk.lower(key));
};

const elementAccess: Lower = (walk, node) => {
  const object = childOf(node, 'expression');
  const key = childOf(node, 'subscript')?.children[0]?.children.at(-1);
  if (!object || !key) return walk.opaque(node);
  const lowered = walk.lower(object);
  return indexed(walk, node, lowered, walk.lower(key));
};

const invocation: Lower = (walk, node) => {
  const callee = childOf(node, 'function');
  if (!callee) return walk.opaque(node);
  const text = csharpParts(walk, node);
  if (text) return textOf({ parts: text, range: walk.range(node) });
  return walk.facts.call('call', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: lowerArguments(walk, childOf(node, 'arguments')),
  }));
};

/** `: base(…)`, `: this(…)`. */
const delegation: Lower = (walk, node) =>
  walk.facts.call('call', walk.range(node), () => ({
    callee: { kind: 'name', name: /\bthis\b/.test(walk.source(node)) ? 'this' : 'base', range: walk.range(node) },
    args: lowerArguments(
      walk,
      node.children.find((child) => child.type === 'argument_list'),
    ),
  }));

const lambda: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    const parameters = childOf(node, 'parameters');
    if (parameters) bindParameters(walk, parameters.type === 'parameter_list' ? parameters.children : [parameters]);
    lowerBody(walk, childOf(node, 'body') ?? node.children.find((child) => child.type === 'block'));
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

const switchExpression: Lower = (walk, node) => {
  const options: Value[] = [];
  for (const child of node.children) {
    const value = child.children.at(-1);
    if (child.type !== 'switch_expression_arm' || !value) walk.visit(child);
    else options.push(walk.lower(value));
  }
  return either(options, walk.range(node));
};

const tuple: Lower = (walk, node) => ({
  kind: 'list',
  items: lowerArguments(walk, node).map((argument) => argument.value),
  range: walk.range(node),
});

const negative: Lower = (walk, node) =>
  node.children[0]?.type.endsWith('_literal') === true ? number(walk, node, null) : walk.opaque(node);

const boolean: Lower = (walk, node) => constant(walk.source(node) === 'true')(walk, node, null);

const generic: Lower = (walk, node) => typeName(walk, node);

export const csharpExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ...csharpCreations,
  ['identifier', name],
  ['predefined_type', name],
  ['this', name],
  ['base', name],
  ['generic_name', generic],
  ['qualified_name', memberAccess],
  ['member_access_expression', memberAccess],
  ['conditional_access_expression', conditionalAccess],
  ['element_access_expression', elementAccess],
  ['invocation_expression', invocation],
  ['constructor_initializer', delegation],
  ['lambda_expression', lambda],
  ['anonymous_method_expression', lambda],
  ['switch_expression', switchExpression],
  ['tuple_expression', tuple],
  ['string_literal', csharpString],
  ['character_literal', csharpString],
  ['verbatim_string_literal', csharpString],
  ['raw_string_literal', csharpString],
  ['interpolated_string_expression', csharpString],
  ['binary_expression', binary(csharpParts, ['??'])],
  ['conditional_expression', ternary],
  ['prefix_unary_expression', negative],
  ['integer_literal', number],
  ['real_literal', number],
  ['boolean_literal', boolean],
  ['null_literal', constant(null)],
]);
