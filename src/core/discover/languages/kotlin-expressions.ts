import type { Value } from '../../model';
import { either } from './python-context';
import { call, typedCall } from './kotlin-calls';
import { bindParameters, functionBody, visitType } from './kotlin-declarations';
import { kotlinParts, kotlinString } from './kotlin-texts';
import { binary, constant, indexed, name, number } from './operators';
import { childOf, type Syntax } from './parse-tree';
import { qualified } from './qualified-names';
import type { Lower, Walk } from './walk';

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

const identifier: Lower = (walk, node, hint) => {
  const value = CONSTANTS[walk.source(node)];
  return value === undefined ? name(walk, node, hint) : constant(value)(walk, node, hint);
};

/** `a.b`, `a?.b`. */
const navigation: Lower = (walk, node) => {
  const [object, member] = node.children;
  if (!object || !member || node.children.length !== 2) return walk.opaque(node);
  return qualified(walk, {
    kind: 'member',
    object: walk.lower(object),
    name: walk.source(member),
    range: walk.range(node),
  });
};

const index: Lower = (walk, node) => {
  const [object, key] = node.children;
  if (!object || !key) return walk.opaque(node);
  const value = walk.lower(object);
  return indexed(walk, node, value, walk.lower(key));
};

/** `::ask`, `Desk::ask`. */
const reference: Lower = (walk, node) => {
  const [object, member] = node.children;
  if (!object) return walk.unknown(node);
  if (!member) return name(walk, object, null);
  return { kind: 'member', object: walk.lower(object), name: walk.source(member), range: walk.range(node) };
};

const sumOf = binary(kotlinParts, ['?:']);

const operation: Lower = (walk, node, hint) => typedCall(walk, node) ?? sumOf(walk, node, hint);

/** `"a" to b` is a pair. */
const infix: Lower = (walk, node) => {
  const [left, word, right] = node.children;
  if (!left || !right || !word || walk.source(word) !== 'to') return walk.opaque(node);
  return { kind: 'list', items: [walk.lower(left), walk.lower(right)], range: walk.range(node) };
};

const unary: Lower = (walk, node, hint) => {
  const operand = childOf(node, 'argument');
  if (!operand) return walk.opaque(node);
  if (operand.type === 'number_literal' || operand.type === 'float_literal') return number(walk, node, hint);
  const operator = childOf(node, 'operator');
  return operator && walk.source(operator) === '!!' ? walk.lower(operand, hint) : walk.opaque(node);
};

/** What a branch gives: its last expression. */
function branch(walk: Walk, node: Syntax, hint: string | null): Value[] {
  if (node.type !== 'block') return walk.isExpression(node) ? [walk.lower(node, hint)] : (walk.visit(node), []);
  return lastOf(walk, node.children, hint);
}

/** The value of the last of some statements; the others are walked for what is in them. */
function lastOf(walk: Walk, statements: readonly Syntax[], hint: string | null): Value[] {
  const last = statements.at(-1);
  walk.visitAll(statements.slice(0, -1));
  if (!last) return [];
  if (walk.isExpression(last)) return [walk.lower(last, hint)];
  walk.visit(last);
  return [];
}

/** `if (…) a else if (…) b else c`: long chains lean to the right and are walked as the list that they are. */
const condition: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  let at: Syntax | undefined = node;
  while (at?.type === 'if_expression') {
    const asked = childOf(at, 'condition');
    if (asked) walk.visit(asked);
    const [then, otherwise]: readonly Syntax[] = at.children.filter((child) => child !== asked);
    if (then) options.push(...branch(walk, then, hint));
    at = otherwise;
  }
  if (at) options.push(...branch(walk, at, hint));
  return either(options, walk.range(node));
};

const selection: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  for (const child of node.children) {
    if (child.type !== 'when_entry') walk.visit(child);
    else {
      const body = child.children.at(-1);
      walk.visitAll(child.children.slice(0, -1));
      if (body) options.push(...branch(walk, body, hint));
    }
  }
  return either(options, walk.range(node));
};

const attempt: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  for (const child of node.children) {
    if (child.type === 'block') options.push(...branch(walk, child, hint));
    else if (child.type === 'catch_block')
      options.push(...child.children.slice(-1).flatMap((body) => branch(walk, body, hint)));
    else walk.visit(child);
  }
  return either(options, walk.range(node));
};

const lambda: Lower = (walk, node, hint) => {
  const { handedTo } = walk;
  walk.handedTo = null;
  const parameters = node.children.find(({ type }) => type === 'lambda_parameters');
  const returns = walk.withinFunction(hint, () => {
    const [first, second] = parameters?.children ?? [];
    const known = first && !second && first.type === 'variable_declaration' ? first.children[0] : undefined;
    // What is handed over, only the callee knows: it goes by the path of that.
    const speaksOfIt = !parameters && /\bit\b/.test(walk.source(node));
    if (handedTo && speaksOfIt) walk.bind('variable', 'it', handedTo, walk.span(node.start, node.start + 1));
    else if (handedTo && known) walk.bind('variable', walk.source(known), handedTo, walk.range(known));
    else bindParameters(walk, parameters?.children ?? []);
    const body = node.children.filter((child) => child !== parameters);
    for (const value of lastOf(walk, body, null)) walk.addReturn(value, value.range);
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

const anonymous: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    functionBody(walk, node);
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

/** `object : Base() { … }`: its members belong to where it stands. */
const objectLiteral: Lower = (walk, node) => {
  visitType(walk, node, null);
  return walk.unknown(node);
};

const list: Lower = (walk, node) => ({
  kind: 'list',
  items: node.children.map((child) => walk.lower(child)),
  range: walk.range(node),
});

export const kotlinExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['identifier', identifier],
  ['this_expression', name],
  ['super_expression', name],
  ['navigation_expression', navigation],
  ['index_expression', index],
  ['call_expression', call],
  ['callable_reference', reference],
  ['binary_expression', operation],
  ['infix_expression', infix],
  ['unary_expression', unary],
  ['if_expression', condition],
  ['when_expression', selection],
  ['try_expression', attempt],
  ['lambda_literal', lambda],
  ['anonymous_function', anonymous],
  ['object_literal', objectLiteral],
  ['collection_literal', list],
  ['string_literal', kotlinString],
  ['multiline_string_literal', kotlinString],
  ['character_literal', kotlinString],
  ['number_literal', number],
  ['float_literal', number],
]);
