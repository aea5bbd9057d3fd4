import type { Argument, Value } from '../../model';
import { binary, constant, indexed, name, number, ternary } from './operators';
import { either } from './python-context';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import { javaParts, javaString } from './java-texts';
import { bindParameters } from './java-parameters';
import { typeName } from './java-types';
import { qualified } from './qualified-names';
import type { Lower, Walk } from './walk';

/** `a.b`, `Model.GPT`. */
const fieldAccess: Lower = (walk, node) => {
  const object = childOf(node, 'object') ?? childOf(node, 'scope');
  const field = childOf(node, 'field') ?? childOf(node, 'name');
  if (!object || !field) return walk.opaque(node);
  return qualified(walk, {
    kind: 'member',
    object: walk.lower(object),
    name: walk.source(field),
    range: walk.range(node),
  });
};

/** `object.method(…)`, `method(…)`; formats of literals are texts. */
const invocation: Lower = (walk, node) => {
  const method = childOf(node, 'name');
  if (!method) return walk.opaque(node);
  const text = javaParts(walk, node);
  if (text) return textOf({ parts: text, range: walk.range(node) });
  return walk.facts.call('call', walk.range(node), () => {
    const object = childOf(node, 'object');
    const range = walk.span(node.start, method.end);
    const callee: Value = object
      ? { kind: 'member', object: walk.lower(object), name: walk.source(method), range }
      : { kind: 'name', name: walk.source(method), range };
    return { callee, args: lowerArguments(walk, childOf(node, 'arguments'), callee) };
  });
};

/** `new Type(…)`; the members of an anonymous class belong to where it stands. */
const creation: Lower = (walk, node) => {
  const type = childOf(node, 'type');
  const value = walk.facts.call('new', walk.range(node), () => ({
    callee: type ? typeName(walk, type) : walk.unknown(node),
    args: lowerArguments(walk, childOf(node, 'arguments')),
  }));
  walk.visitAll(node.children.filter((child) => child.type === 'class_body'));
  return value;
};

/** `super(…)`, `this(…)`. */
const delegation: Lower = (walk, node) => {
  const callee = childOf(node, 'constructor');
  return walk.facts.call('call', walk.range(node), () => ({
    callee: callee ? walk.lower(callee) : walk.unknown(node),
    args: lowerArguments(walk, childOf(node, 'arguments')),
  }));
};

function lowerArguments(walk: Walk, node: Syntax | undefined, callee: Value | null = null): Argument[] {
  return (node?.children ?? []).map((child) => {
    walk.handedTo = walk.unwrap(child).type === 'lambda_expression' ? callee : null;
    return { name: null, value: walk.lower(child) };
  });
}

const list: Lower = (walk, node) => ({
  kind: 'list',
  items: node.children.map((child) => walk.lower(child)),
  range: walk.range(node),
});

const arrayCreation: Lower = (walk, node) => {
  const value = childOf(node, 'value');
  return value ? walk.lower(value) : walk.opaque(node);
};

const arrayAccess: Lower = (walk, node) => {
  const array = childOf(node, 'array');
  const index = childOf(node, 'index');
  if (!array || !index) return walk.opaque(node);
  const object = walk.lower(array);
  return indexed(walk, node, object, walk.lower(index));
};

const lambda: Lower = (walk, node, hint) => {
  const body = childOf(node, 'body');
  const { handedTo } = walk;
  walk.handedTo = null;
  const returns = walk.withinFunction(hint, () => {
    const parameters = childOf(node, 'parameters');
    // `user(u -> u.text("…"))`: what `u` is, `user` knows; it goes by the path of that.
    if (parameters?.type === 'identifier' && handedTo)
      walk.bind('variable', walk.source(parameters), handedTo, walk.range(parameters));
    else if (parameters) bindParameters(walk, parameters.type === 'identifier' ? [parameters] : parameters.children);
    if (body?.type === 'block') walk.visit(body);
    else if (body) walk.addReturn(walk.lower(body), walk.range(body));
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

/** `Type::method` is that method. */
const reference: Lower = (walk, node) => {
  const [object, method] = node.children;
  if (!object || !method || node.children.length !== 2) return walk.opaque(node);
  return { kind: 'member', object: walk.lower(object), name: walk.source(method), range: walk.range(node) };
};

/** `switch` that gives a value: that of any of its branches. */
const switchExpression: Lower = (walk, node) => {
  const condition = childOf(node, 'condition');
  if (condition) walk.visit(condition);
  const options: Value[] = [];
  for (const rule of childOf(node, 'body')?.children ?? []) {
    const [last] = rule.children.slice(-1);
    const inner = last?.type === 'expression_statement' ? last.children[0] : undefined;
    if (rule.type !== 'switch_rule') walk.visit(rule);
    else if (inner && rule.children.length > 1) options.push(walk.lower(inner));
    else if (last?.type === 'block') options.push(...yields(walk, last));
    else if (last) walk.visit(last);
  }
  return either(options, walk.range(node));
};

/** What `yield` gives in the block of a branch. */
function yields(walk: Walk, block: Syntax): Value[] {
  const values: Value[] = [];
  for (const child of block.children) {
    const [value] = child.children;
    if (child.type === 'yield_statement' && value) values.push(walk.lower(value));
    else walk.visit(child);
  }
  return values;
}

const negative: Lower = (walk, node) => {
  const operand = childOf(node, 'operand');
  return operand?.type.endsWith('_literal') === true ? number(walk, node, null) : walk.opaque(node);
};

export const javaExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['identifier', name],
  ['type_identifier', name],
  ['this', name],
  ['super', name],
  ['scoped_identifier', fieldAccess],
  ['scoped_type_identifier', typeName],
  ['generic_type', typeName],
  ['field_access', fieldAccess],
  ['method_invocation', invocation],
  ['object_creation_expression', creation],
  ['explicit_constructor_invocation', delegation],
  ['method_reference', reference],
  ['lambda_expression', lambda],
  ['string_literal', javaString],
  ['character_literal', javaString],
  ['binary_expression', binary(javaParts)],
  ['ternary_expression', ternary],
  ['switch_expression', switchExpression],
  ['unary_expression', negative],
  ['array_initializer', list],
  ['element_value_array_initializer', list],
  ['array_creation_expression', arrayCreation],
  ['array_access', arrayAccess],
  ['decimal_integer_literal', number],
  ['hex_integer_literal', number],
  ['decimal_floating_point_literal', number],
  ['true', constant(true)],
  ['false', constant(false)],
  ['null_literal', constant(null)],
]);
