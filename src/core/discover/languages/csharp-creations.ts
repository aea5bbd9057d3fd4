import type { Argument, MapEntry, Value } from '../../model';
import { csharpParts } from './csharp-texts';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

/** `f(a, name: b, out var c)`. */
export function lowerArguments(walk: Walk, node: Syntax | undefined): Argument[] {
  return (node?.children ?? []).flatMap((arg): Argument[] => {
    const value = arg.children.at(-1);
    const name = arg.children.length > 1 && arg.children[0]?.field === 'name' ? arg.children[0] : undefined;
    if (!value || value.start === value.end) return [];
    return [{ name: name ? walk.source(name) : null, value: walk.lower(value) }];
  });
}

/** A type as a name, without its parameters. */
export function typeName(walk: Walk, node: Syntax): Value {
  const range = walk.range(node);
  const source = walk
    .source(node)
    .replace(/<[^]*$/, '')
    .replace(/[\s?]/g, '')
    .replace(/^global::/, '');
  const [first = '', ...rest] = source.split('.');
  if (!/^\w+$/.test(first)) return { kind: 'unknown', range };
  return rest.reduce<Value>((object, name) => ({ kind: 'member', object, name, range }), {
    kind: 'name',
    name: first,
    range,
  });
}

/** The type of the items of `List<T>`, `T[]`. */
function itemType(type: Syntax | undefined): Syntax | undefined {
  if (type?.type === 'nullable_type') return itemType(type.children[0]);
  if (type?.type === 'array_type') return childOf(type, 'type');
  return type?.type === 'generic_name'
    ? type.children.find((child) => child.type === 'type_argument_list')?.children.at(-1)
    : undefined;
}

/** A value whose declared type is known: `new(…)` makes one of it, a collection of them is a list. */
export function lowerAs(walk: Walk, node: Syntax, type: Syntax | undefined, hint: string | null = null): Value {
  const inner = walk.unwrap(node);
  if (inner.type === 'implicit_object_creation_expression' && type) return creation(walk, inner, type);
  if (inner.type === 'element_binding_expression') return collection(walk, inner, itemType(type));
  if (inner.type === 'initializer_expression') return initialised(walk, inner, type);
  return walk.lower(inner, hint);
}

/** `new Type(…) { A = 1 }`: what the braces set is among the named arguments; lists and dictionaries are what they hold. */
function creation(walk: Walk, node: Syntax, type: Syntax | undefined): Value {
  const args = childOf(node, 'arguments') ?? node.children.find((child) => child.type === 'argument_list');
  const braces = node.children.find((child) => child.type === 'initializer_expression');
  if (type?.type === 'generic_name' && braces && (args?.children.length ?? 0) === 0)
    return initialised(walk, braces, type);
  return walk.facts.call('new', walk.range(node), () => ({
    callee: type ? typeName(walk, type) : walk.unknown(node),
    args: [...lowerArguments(walk, args), ...(braces ? settings(walk, braces) : [])],
  }));
}

/** What stands in the braces after `new Type`: members by name; plain items together as `items`. */
function settings(walk: Walk, braces: Syntax): Argument[] {
  const value = initialised(walk, braces, undefined);
  if (value.kind !== 'map') return [{ name: 'items', value }];
  return value.entries.flatMap((entry) => (entry.key === null ? [] : [{ name: entry.key, value: entry.value }]));
}

/** `{ A = 1, ["b"] = 2, { "c", 3 } }` is a map, `{ x, y }` a list. */
function initialised(walk: Walk, node: Syntax, type: Syntax | undefined): Value {
  const range = walk.range(node);
  const of = itemType(type);
  const isMap = node.children.some(
    (child) => child.type === 'assignment_expression' || child.type === 'initializer_expression',
  );
  if (!isMap) return { kind: 'list', items: node.children.map((child) => lowerAs(walk, child, of)), range };
  const entries = node.children.flatMap((child): MapEntry[] => {
    const [left, right] =
      child.type === 'assignment_expression' ? [childOf(child, 'left'), childOf(child, 'right')] : child.children;
    if (!left || !right) {
      walk.visit(child);
      return [];
    }
    return [{ key: keyOf(walk, left), value: lowerAs(walk, right, of), range: walk.range(left) }];
  });
  return { kind: 'map', entries, range };
}

function keyOf(walk: Walk, node: Syntax): string | null {
  if (node.type === 'identifier') return walk.source(node);
  const key = node.type === 'element_binding_expression' ? node.children[0]?.children[0] : node;
  const parts = key ? csharpParts(walk, key) : null;
  if (parts?.length === 1 && typeof parts[0] === 'string') return parts[0];
  // A key that is a name or constant of its own: the last of its names says what it is.
  const value = key ? walk.lower(key) : null;
  return value?.kind === 'member' || value?.kind === 'name' ? value.name : null;
}

/** `[a, b, ..more]`. */
function collection(walk: Walk, node: Syntax, of: Syntax | undefined): Value {
  const items = node.children.flatMap((arg): Value[] => {
    const item = arg.children.at(-1);
    if (!item || item.start === item.end) return [];
    const spread = item.type === 'range_expression' ? item.children[0] : undefined;
    if (!spread) return [lowerAs(walk, item, of)];
    const range = walk.range(spread);
    return [{ kind: 'index', object: walk.lower(spread), key: { kind: 'unknown', range }, range }];
  });
  return { kind: 'list', items, range: walk.range(node) };
}

const objectCreation: Lower = (walk, node) => creation(walk, node, childOf(node, 'type'));

const implicitCreation: Lower = (walk, node) => creation(walk, node, undefined);

const arrayCreation: Lower = (walk, node) => {
  const braces = node.children.find((child) => child.type === 'initializer_expression');
  return braces ? initialised(walk, braces, childOf(node, 'type')) : walk.opaque(node);
};

/** `new { model = "x", other.Name }`. */
const anonymous: Lower = (walk, node) => {
  const entries: MapEntry[] = [];
  for (let at = 0; at < node.children.length; at += 1) {
    const [first, second] = node.children.slice(at, at + 2);
    if (!first) break;
    const named = second !== undefined && /^\s*=\s*$/.test(walk.text.slice(first.end, second.start));
    const value = walk.lower(named ? second : first);
    const key = named ? walk.source(first) : value.kind === 'member' || value.kind === 'name' ? value.name : null;
    entries.push({ key, value, range: walk.range(first) });
    if (named) at += 1;
  }
  return { kind: 'map', entries, range: walk.range(node) };
};

export const csharpCreations: readonly (readonly [string, Lower])[] = [
  ['object_creation_expression', objectCreation],
  ['implicit_object_creation_expression', implicitCreation],
  ['array_creation_expression', arrayCreation],
  ['implicit_array_creation_expression', arrayCreation],
  ['anonymous_object_creation_expression', anonymous],
  ['element_binding_expression', (walk, node) => collection(walk, node, undefined)],
  ['collection_expression', (walk, node) => collection(walk, node, undefined)],
  ['initializer_expression', (walk, node) => initialised(walk, node, undefined)],
];
