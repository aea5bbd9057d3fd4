import type { Binding, Range, Value } from '../../model';
import { either, unwrap, type Lowering } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { keyOf, literalText } from './typescript-text';

/** How the names of a pattern get their values. */
interface Target {
  readonly kind: Binding['kind'];
  readonly range: Range;
  /** Names exist already: they are bound where they were declared. */
  readonly assigns?: boolean;
}

/** Binds the names in `pattern` to the parts of `value` that they take. Anything but a pattern is walked. */
export function bindPattern(cx: Lowering, pattern: Syntax, value: Value, target: Target): void {
  switch (pattern.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      bindName(cx, cx.source(pattern), value, target);
      break;
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      bindDefaulted(cx, pattern, value, target);
      break;
    case 'object_pattern':
      cx.deeper(() => {
        for (const child of pattern.children) bindProperty(cx, child, value, target);
      });
      break;
    case 'array_pattern':
      cx.deeper(() => bindItems(cx, pattern, value, target));
      break;
    case 'rest_pattern': {
      const inside = pattern.children[0];
      if (inside) bindPattern(cx, inside, value, target);
      break;
    }
    case 'member_expression':
    case 'subscript_expression':
      bindMember(cx, pattern, value, target.range);
      break;
    default:
      cx.visit(pattern);
  }
}

function bindName(cx: Lowering, name: string, value: Value, target: Target): void {
  if (target.assigns) cx.assign(name, value, target.range);
  else cx.bind(target.kind, name, value, target.range);
}

function bindDefaulted(cx: Lowering, pattern: Syntax, value: Value, target: Target): void {
  const left = childOf(pattern, 'left');
  const right = childOf(pattern, 'right');
  if (!left || !right) return;
  const otherwise = cx.lower(right, left.type.includes('identifier') ? cx.source(left) : null);
  bindPattern(cx, left, orElse(value, otherwise, cx.range(pattern)), { ...target, range: cx.range(pattern) });
}

function bindProperty(cx: Lowering, node: Syntax, value: Value, target: Target): void {
  const key = childOf(node, 'key');
  const inside = childOf(node, 'value');
  if (node.type === 'pair_pattern' && key && inside) {
    bindPattern(cx, inside, part(value, keyOf(cx, key), cx.range(node)), target);
    return;
  }
  // The rest of an object has its properties.
  if (node.type === 'rest_pattern') {
    bindPattern(cx, node, value, target);
    return;
  }
  const name = childOf(node, 'left') ?? node;
  bindPattern(cx, node, part(value, cx.source(name), cx.range(node)), target);
}

function bindItems(cx: Lowering, pattern: Syntax, value: Value, target: Target): void {
  let at = 0;
  let from = pattern.start + 1;
  for (const child of pattern.children) {
    at += commas(cx.text.slice(from, child.start));
    from = child.end;
    const item = child.type === 'rest_pattern' ? unknownAt(cx.range(child)) : part(value, String(at), cx.range(child));
    bindPattern(cx, child, item, target);
  }
}

/** `this.x = …` gives the class a member, `Bot.prototype.x = …` and `bot.x = …` give it to what `Bot` and `bot` mean. */
function bindMember(cx: Lowering, node: Syntax, value: Value, range: Range): void {
  const object = childOf(node, 'object');
  const property = childOf(node, 'property');
  const index = childOf(node, 'index');
  const name = property ? cx.source(property) : index ? literalText(cx, index) : null;
  const holder = object && holderOf(cx, object);
  if (name !== null && holder?.type === 'this') {
    if (cx.owner !== '') cx.bind('member', name, value, range, `${cx.owner}.${name}`);
  } else if (name !== null && holder?.type === 'identifier') {
    const symbol = cx.source(holder);
    cx.bind('member', name, value, range, `${cx.symbolOf(symbol) ?? symbol}.${name}`);
  } else {
    cx.visitAll(node.children);
  }
}

/** What `object` stands for when it gets a property: `Bot` for `Bot.prototype` too. */
export function holderOf(cx: Lowering, object: Syntax): Syntax | undefined {
  const inner = unwrap(object);
  const property = inner.type === 'member_expression' ? childOf(inner, 'property') : undefined;
  return property && cx.source(property) === 'prototype' ? childOf(inner, 'object') : inner;
}

function commas(text: string): number {
  return text.split(',').length - 1;
}

/** `value` unless it is missing: what cannot be told leaves the default. */
function orElse(value: Value, otherwise: Value, range: Range): Value {
  return value.kind === 'unknown' ? otherwise : either([value, otherwise], range);
}

/** The property or item `key` of a value, taken out of it where it is written there. */
function part(value: Value, key: string | null, range: Range): Value {
  if (key === null || value.kind === 'unknown') return unknownAt(range);
  if (value.kind === 'list') return value.items[Number(key)] ?? unknownAt(range);
  if (value.kind !== 'map') return { kind: 'member', object: value, name: key, range };
  const entry = value.entries.findLast((one) => one.key === key);
  if (entry) return entry.value;
  const spread = value.entries.filter((one) => one.spread);
  return either(
    spread.map((one): Value => ({ kind: 'member', object: one.value, name: key, range })),
    range,
  );
}

function unknownAt(range: Range): Value {
  return { kind: 'unknown', range };
}
