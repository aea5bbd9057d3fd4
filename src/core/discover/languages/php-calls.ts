import type { Argument, MapEntry, Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import { argumentsOf } from './php-arguments';
import { bindBase, bindParameters } from './php-declarations';
import { classNamed, plainName } from './php-names';
import { phpParts } from './php-texts';
import { textOf } from './python-strings';
import type { Lower, Walk } from './walk';

const functionCall: Lower = (walk, node) => {
  const callee = childOf(node, 'function');
  if (!callee) return walk.opaque(node);
  const text = phpParts(walk, node);
  if (text) return textOf({ parts: text, range: walk.range(node) });
  const called = walk.facts.call('call', walk.range(node), () => {
    const isName = /^(?:name|qualified_name|relative_name)$/.test(callee.type);
    const value = isName ? plainName(walk, callee, null) : walk.lower(callee);
    return { callee: value, args: argumentsOf(walk, childOf(node, 'arguments')) };
  });
  const call = called.kind === 'call' ? walk.facts.callAt(called.call) : undefined;
  if (/^\\?define$/i.test(walk.source(callee))) define(walk, call?.args ?? [], node);
  return called;
};

/** `define('A', 'x')` makes a constant of the whole program. */
function define(walk: Walk, args: readonly Argument[], node: Syntax): void {
  const [name, value] = args;
  if (name?.value.kind === 'text' && name.value.holes.length === 0 && value)
    walk.facts.bind('variable', name.value.text, value.value, walk.range(node), name.value.text);
}

/** The name behind `->` or `::`; one that is worked out says nothing. */
function member(walk: Walk, node: Syntax, object: Value): Value {
  const name = childOf(node, 'name');
  const range = walk.span(node.start, name?.end ?? node.end);
  if (name?.type === 'name' || name?.type === 'variable_name')
    return { kind: 'member', object, name: walk.source(name).replace(/^\$/, ''), range };
  if (name) walk.visit(name);
  return { kind: 'unknown', range };
}

const methodCall: Lower = (walk, node) => {
  const object = childOf(node, 'object');
  if (!object) return walk.opaque(node);
  return walk.facts.call('call', walk.range(node), () => ({
    callee: member(walk, node, walk.lower(object)),
    args: argumentsOf(walk, childOf(node, 'arguments')),
  }));
};

function scopeValue(walk: Walk, scope: Syntax): Value {
  return /^(?:name|qualified_name|relative_name|relative_scope)$/.test(scope.type)
    ? classNamed(walk, scope)
    : walk.lower(scope);
}

const staticCall: Lower = (walk, node) => {
  const scope = childOf(node, 'scope');
  if (!scope) return walk.opaque(node);
  return walk.facts.call('call', walk.range(node), () => ({
    callee: member(walk, node, scopeValue(walk, scope)),
    args: argumentsOf(walk, childOf(node, 'arguments')),
  }));
};

const memberAccess: Lower = (walk, node) => {
  const object = childOf(node, 'object');
  return object ? member(walk, node, walk.lower(object)) : walk.opaque(node);
};

const staticProperty: Lower = (walk, node) => {
  const scope = childOf(node, 'scope');
  return scope ? member(walk, node, scopeValue(walk, scope)) : walk.opaque(node);
};

/** `Model::FAST`; `Model::class` is the class. */
const classConstant: Lower = (walk, node) => {
  const [scope, name] = node.children;
  if (!scope || !name) return walk.opaque(node);
  const object = scopeValue(walk, scope);
  const word = walk.source(name);
  if (word === 'class') return object;
  return name.type === 'name' ? { kind: 'member', object, name: word, range: walk.range(node) } : walk.unknown(node);
};

/** `new Client($key)`, `new class extends Base { … }`. */
const creation: Lower = (walk, node) => {
  const made = node.children.find(({ type }) => type === 'anonymous_class');
  const args = (made ?? node).children.find(({ type }) => type === 'arguments');
  if (made) {
    walk.withinType(null, () => {
      bindBase(walk, made);
      walk.visitAll([args, childOf(made, 'body')]);
    });
    return walk.unknown(node);
  }
  const [type] = node.children;
  if (!type || type === args) return walk.opaque(node);
  return walk.facts.call('new', walk.range(node), () => ({
    callee: scopeValue(walk, type),
    args: argumentsOf(walk, args),
  }));
};

/** `['a' => 1, ...$more]` is a map, `[1, 2]` a list. */
const array: Lower = (walk, node) => {
  const range = walk.range(node);
  const items = node.children.filter(({ type }) => type === 'array_element_initializer');
  if (!items.some((item) => item.children.length === 2)) return { kind: 'list', items: itemsOf(walk, items), range };
  const entries = items.map((item): MapEntry => {
    const [first, second] = item.children;
    const at = walk.range(first ?? item);
    if (!first) return { key: null, value: walk.unknown(item), range: at };
    if (second) return { key: keyOf(walk, first), value: walk.lower(second), range: at };
    const spread = first.type === 'variadic_unpacking';
    return {
      key: null,
      value: walk.lower(spread ? (first.children[0] ?? first) : first),
      range: at,
      ...(spread ? { spread } : {}),
    };
  });
  return { kind: 'map', entries, range };
};

function itemsOf(walk: Walk, items: readonly Syntax[]): Value[] {
  return items.flatMap((item): Value[] => {
    const [value] = item.children;
    if (!value) return [];
    const range = walk.range(value);
    if (value.type !== 'variadic_unpacking') return [walk.lower(value)];
    const object = value.children[0] ? walk.lower(value.children[0]) : walk.unknown(value);
    return [{ kind: 'index', object, key: { kind: 'unknown', range }, range }];
  });
}

/** A key that is a constant of its own goes by the last of its names. */
function keyOf(walk: Walk, node: Syntax): string | null {
  const value = walk.lower(node);
  if (value.kind === 'text') return value.holes.length === 0 ? value.text : null;
  if (value.kind === 'literal') return String(value.value);
  return value.kind === 'member' ? value.name : null;
}

/** `function ($x) use ($y) { … }`, `fn ($x) => …`. */
const closure: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    const body = childOf(node, 'body');
    if (body?.type === 'compound_statement') walk.visit(body);
    else if (body) walk.addReturn(walk.lower(body), walk.range(body));
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

export const phpCalls: readonly (readonly [string, Lower])[] = [
  ['function_call_expression', functionCall],
  ['member_call_expression', methodCall],
  ['nullsafe_member_call_expression', methodCall],
  ['scoped_call_expression', staticCall],
  ['member_access_expression', memberAccess],
  ['nullsafe_member_access_expression', memberAccess],
  ['scoped_property_access_expression', staticProperty],
  ['class_constant_access_expression', classConstant],
  ['object_creation_expression', creation],
  ['array_creation_expression', array],
  ['anonymous_function', closure],
  ['anonymous_function_creation_expression', closure],
  ['arrow_function', closure],
];
