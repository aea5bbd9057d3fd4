import type { Argument, MapEntry, Value } from '../../model';
import { binary, constant, indexed, name, number } from './operators';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import { goParts, goString } from './go-texts';
import { bindParameters, typeName } from './go-types';
import type { Lower, Walk } from './walk';

const selector: Lower = (walk, node) => {
  const operand = childOf(node, 'operand') ?? childOf(node, 'package');
  const field = childOf(node, 'field') ?? childOf(node, 'name');
  if (!operand || !field) return walk.opaque(node);
  return { kind: 'member', object: walk.lower(operand), name: walk.source(field), range: walk.range(node) };
};

/** A call; `fmt.Sprintf` of a literal is a text, and `string(x)` is x. */
const call: Lower = (walk, node) => {
  const callee = childOf(node, 'function');
  const args = childOf(node, 'arguments');
  if (!callee) return walk.opaque(node);
  const text = goParts(walk, node);
  if (text) return textOf({ parts: text, range: walk.range(node) });
  const [only] = args?.children ?? [];
  if (only && walk.source(callee) === 'string') return walk.lower(only);
  return walk.facts.call('call', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: (args?.children ?? []).map((arg): Argument => {
      const [inner] = arg.children;
      if (arg.type !== 'variadic_argument' || !inner) return { name: null, value: walk.lower(arg) };
      return { name: null, value: walk.lower(inner), spread: true };
    }),
  }));
};

/** `Type{…}`: slices are lists, maps are maps, structs are made by their type with their fields as named arguments. */
const composite: Lower = (walk, node) => {
  const type = childOf(node, 'type');
  const body = childOf(node, 'body');
  if (!type || !body) return walk.opaque(node);
  if (/^(?:slice|array|implicit_length_array)_type$/.test(type.type))
    return {
      kind: 'list',
      items: body.children.map((item) => element(walk, item, childOf(type, 'element'))),
      range: walk.range(node),
    };
  if (type.type === 'map_type')
    return { kind: 'map', entries: entries(walk, body, childOf(type, 'value')), range: walk.range(node) };
  if (type.type === 'struct_type') return { kind: 'map', entries: entries(walk, body), range: walk.range(node) };
  return struct(walk, node, type, body);
};

function struct(walk: Walk, node: Syntax, type: Syntax, body: Syntax): Value {
  return walk.facts.call('new', walk.range(node), () => {
    const callee = typeName(walk, type);
    const args = body.children.map((child): Argument => {
      const key = childOf(child, 'key');
      const value = childOf(child, 'value');
      if (child.type !== 'keyed_element' || !key || !value) return { name: null, value: element(walk, child) };
      const name = walk.source(key);
      const held = element(walk, value);
      walk.setMember(callee, name, held);
      return { name, value: held };
    });
    return { callee, args };
  });
}

function entries(walk: Walk, body: Syntax, type?: Syntax): MapEntry[] {
  return body.children.flatMap((child): MapEntry[] => {
    const key = childOf(child, 'key');
    const value = childOf(child, 'value');
    if (child.type !== 'keyed_element' || !key || !value) {
      walk.visit(child);
      return [];
    }
    return [{ key: keyOf(walk, key), value: element(walk, value, type), range: walk.range(key) }];
  });
}

function keyOf(walk: Walk, node: Syntax): string | null {
  const inner = walk.unwrap(node);
  const parts = goParts(walk, inner);
  if (parts?.length === 1 && typeof parts[0] === 'string') return parts[0];
  if (inner.type === 'identifier') return walk.source(inner);
  walk.visit(inner);
  return null;
}

/** One element; a bare `{…}` is of the type that the list or map is made of. */
function element(walk: Walk, node: Syntax, type?: Syntax): Value {
  const inner = walk.unwrap(node);
  if (inner.type === 'keyed_element') {
    const value = childOf(inner, 'value');
    return value ? element(walk, value, type) : walk.opaque(inner);
  }
  if (inner.type !== 'literal_value') return walk.lower(inner);
  const named = type && /^(?:qualified_type|type_identifier|pointer_type|generic_type)$/.test(type.type);
  if (named) return struct(walk, inner, type, inner);
  if (inner.children.some((child) => child.type === 'keyed_element'))
    return { kind: 'map', entries: entries(walk, inner, type && childOf(type, 'value')), range: walk.range(inner) };
  const of = type && childOf(type, 'element');
  return { kind: 'list', items: inner.children.map((child) => element(walk, child, of)), range: walk.range(inner) };
}

const index: Lower = (walk, node) => {
  const operand = childOf(node, 'operand');
  const key = childOf(node, 'index');
  if (!operand || !key) return walk.opaque(node);
  const object = walk.lower(operand);
  return indexed(walk, node, object, walk.lower(key));
};

/** `&x` and `*x` are x. */
const unary: Lower = (walk, node) => {
  const operand = childOf(node, 'operand');
  const operator = childOf(node, 'operator');
  if (!operand || !operator) return walk.opaque(node);
  if (/^[&*]$/.test(walk.source(operator))) return walk.lower(operand);
  return operand.type.endsWith('_literal') ? number(walk, node, null) : walk.opaque(node);
};

const functionLiteral: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    bindParameters(walk, childOf(node, 'parameters'));
    walk.visitAll([childOf(node, 'body')]);
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

const operand: Lower = (walk, node) => {
  const inner = childOf(node, 'operand');
  return inner ? walk.lower(inner) : walk.opaque(node);
};

export const goExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['identifier', name],
  ['type_identifier', name],
  ['package_identifier', name],
  ['field_identifier', name],
  ['selector_expression', selector],
  ['qualified_type', selector],
  ['call_expression', call],
  ['composite_literal', composite],
  ['func_literal', functionLiteral],
  ['interpreted_string_literal', goString],
  ['raw_string_literal', goString],
  ['binary_expression', binary(goParts)],
  ['unary_expression', unary],
  ['index_expression', index],
  ['type_conversion_expression', operand],
  ['type_assertion_expression', operand],
  ['int_literal', number],
  ['float_literal', number],
  ['true', constant(true)],
  ['false', constant(false)],
  ['nil', constant(null)],
]);
