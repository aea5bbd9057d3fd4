import type { Argument, MapEntry, Value } from '../../model';
import { either } from './python-context';
import { binary, constant, indexed, name, number, ternary } from './operators';
import { childOf, type Syntax } from './parse-tree';
import { bindParameters, lastOf, mention } from './ruby-declarations';
import { rubyParts, rubyString } from './ruby-texts';
import { textOf } from './python-strings';
import type { Lower, Walk } from './walk';

/** Methods that give back the text they are called on. */
const SAME =
  /^(?:freeze|strip|chomp|lstrip|rstrip|squish|strip_heredoc|to_s|to_str|dup|html_safe|to_sym|deep_dup|presence)$/;

/** `receiver.method(…)`; without anything given it may be an attribute as well, and is taken for one. */
const call: Lower = (walk, node) => {
  const receiver = childOf(node, 'receiver');
  const method = childOf(node, 'method');
  if (!method) return walk.opaque(node);
  const word = walk.source(method);
  const given = childOf(node, 'arguments');
  const block = childOf(node, 'block');
  const range = walk.range(node);
  if (receiver && word === 'new') {
    return walk.facts.call('new', range, () => ({ callee: walk.lower(receiver), args: args(walk, given, block) }));
  }
  if (receiver && SAME.test(word) && !block) return walk.lower(receiver);
  const calleeRange = walk.span(node.start, method.end);
  if (receiver && !given && !block)
    return { kind: 'member', object: walk.lower(receiver), name: word, range: calleeRange };
  return walk.facts.call('call', range, () => {
    const callee: Value = receiver
      ? { kind: 'member', object: walk.lower(receiver), name: word, range: calleeRange }
      : { kind: 'name', name: word, range: walk.range(method) };
    return { callee, args: args(walk, given, block) };
  });
};

function args(walk: Walk, node: Syntax | undefined, block: Syntax | undefined): Argument[] {
  const given = (node?.children ?? []).map((child): Argument => {
    if (child.type === 'pair') {
      const entry = entryOf(walk, child);
      return { name: entry.key, value: entry.value };
    }
    const spread = child.type === 'splat_argument' || child.type === 'hash_splat_argument';
    const inner = spread ? child.children[0] : child;
    return { name: null, value: inner ? walk.lower(inner) : walk.unknown(child), ...(spread ? { spread } : {}) };
  });
  return block ? [...given, { name: null, value: walk.lower(block) }] : given;
}

function entryOf(walk: Walk, node: Syntax): MapEntry {
  const key = childOf(node, 'key');
  const value = childOf(node, 'value');
  const known = key ? keyOf(walk, key) : null;
  const range = walk.range(key ?? node);
  if (value) return { key: known, value: walk.lower(value), range };
  // `{ model: }` is `{ model: model }`.
  return { key: known, value: known === null ? walk.unknown(node) : { kind: 'name', name: known, range }, range };
}

function keyOf(walk: Walk, node: Syntax): string | null {
  if (node.type === 'hash_key_symbol') return walk.source(node);
  const parts = rubyParts(walk, node);
  const [only, second] = parts ?? [];
  return typeof only === 'string' && second === undefined ? only : null;
}

const hash: Lower = (walk, node) => ({
  kind: 'map',
  entries: node.children.map((child): MapEntry => {
    if (child.type === 'pair') return entryOf(walk, child);
    const inner = child.children[0];
    const value = inner ? walk.lower(inner) : walk.unknown(child);
    return { key: null, value, range: walk.range(child), spread: true };
  }),
  range: walk.range(node),
});

const list: Lower = (walk, node) => ({
  kind: 'list',
  items: node.children.map((child) => walk.lower(child)),
  range: walk.range(node),
});

/** `A::B`; the first name of such a path may be that of a library. */
const scoped: Lower = (walk, node) => {
  const scope = childOf(node, 'scope');
  const last = childOf(node, 'name');
  if (!last) return walk.opaque(node);
  if (!scope) return constantName(walk, last, null);
  return { kind: 'member', object: walk.lower(scope), name: walk.source(last), range: walk.range(node) };
};

const constantName: Lower = (walk, node, hint) => {
  mention(walk, node);
  return name(walk, node, hint);
};

/** `@model` is a member of the object. */
const instanceVariable: Lower = (walk, node) => {
  const range = walk.range(node);
  return {
    kind: 'member',
    object: { kind: 'name', name: 'self', range },
    name: walk.source(node).replace(/^@+/, ''),
    range,
  };
};

const element: Lower = (walk, node) => {
  const object = childOf(node, 'object');
  const [key] = node.children.filter((child) => child !== object);
  if (!object || !key) return walk.opaque(node);
  const value = walk.lower(object);
  return indexed(walk, node, value, walk.lower(key));
};

/** `if`, `unless` and `case` give the last value of the branch that is taken. */
const branches: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  const open: Syntax[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    const asked = childOf(at, 'condition') ?? childOf(at, 'value');
    if (asked) walk.visit(asked);
    for (const child of at.children.filter((each) => each !== asked)) {
      if (/^(?:elsif|else|when)$/.test(child.type) && child.children.some(({ type }) => type === 'then'))
        open.push(child);
      else if (child.type === 'then' || child.type === 'else') options.push(...lastOf(walk, child.children, hint));
      else if (child.type === 'when' || child.type === 'elsif') open.push(child);
      else walk.visit(child);
    }
  }
  return either(options, walk.range(node));
};

/** `{ |x| … }`, `do |x| … end`, `->(x) { … }`. */
const block: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    const body = childOf(node, 'body');
    const inner = body && /^(?:block|do_block)$/.test(body.type) ? childOf(body, 'body') : body;
    for (const value of lastOf(walk, inner?.children ?? [], null)) walk.addReturn(value, value.range);
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

const words: Lower = (walk, node) => ({
  kind: 'list',
  items: node.children.map((child): Value => textOf({ parts: [walk.source(child)], range: walk.range(child) })),
  range: walk.range(node),
});

export const rubyExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['identifier', name],
  ['self', name],
  ['constant', constantName],
  ['scope_resolution', scoped],
  ['instance_variable', instanceVariable],
  ['class_variable', instanceVariable],
  ['call', call],
  ['element_reference', element],
  ['hash', hash],
  ['array', list],
  ['string_array', words],
  ['symbol_array', words],
  ['string', rubyString],
  ['chained_string', rubyString],
  ['heredoc_beginning', rubyString],
  ['simple_symbol', rubyString],
  ['delimited_symbol', rubyString],
  ['binary', binary(rubyParts, ['||', 'or'])],
  ['conditional', ternary],
  ['if', branches],
  ['unless', branches],
  ['case', branches],
  ['block', block],
  ['do_block', block],
  ['lambda', block],
  ['integer', number],
  ['float', number],
  ['true', constant(true)],
  ['false', constant(false)],
  ['nil', constant(null)],
]);
