import type { Argument, MapEntry, Value } from '../../model';
import { binary, constant, indexed, name, number } from './operators';
import { either } from './python-context';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import { bindParameters, bindPattern } from './rust-declarations';
import { isMessage, rustParts, rustString } from './rust-texts';
import { itemsOf } from './rust-tokens';
import type { Lower, Walk } from './walk';

/** `Self` is the type that `self` is of. */
const typeIdentifier: Lower = (walk, node) => {
  const value = name(walk, node, null);
  return value.kind === 'name' && value.name === 'Self' ? { ...value, name: 'self' } : value;
};

const KNOWN = /^(?:std|core|alloc|crate|self|super|Self|this|[A-Z].*)$/;

/** `a::b`. A path may begin with a crate that no `use` names: that is an import too. */
const scoped: Lower = (walk, node) => {
  const path = childOf(node, 'path');
  const last = childOf(node, 'name');
  if (!last) return walk.opaque(node);
  if (!path) return walk.lower(last);
  if (path.type === 'identifier') {
    const root = walk.source(path);
    if (!KNOWN.test(root)) walk.mention(root, walk.range(path));
  }
  return { kind: 'member', object: walk.lower(path), name: walk.source(last), range: walk.range(node) };
};

const fieldAccess: Lower = (walk, node) => {
  const object = childOf(node, 'value');
  const field = childOf(node, 'field');
  if (!object || !field) return walk.opaque(node);
  return { kind: 'member', object: walk.lower(object), name: walk.source(field), range: walk.range(node) };
};

/** Methods that hand on what they are called on, as text, owned, borrowed or taken out of a result. */
const SAME =
  /^(?:to_string|to_owned|into|clone|cloned|as_str|as_ref|as_deref|as_bytes|to_vec|into_boxed_str|unwrap|expect|ok|borrow|to_str|trim|trim_start|trim_end|into_iter|iter|context|with_context|map_err|ok_or|ok_or_else|unwrap_or_default)$/;
/** Methods that give something else where there is nothing. */
const OTHERWISE = /^(?:unwrap_or|unwrap_or_else|or|or_else)$/;
/** Functions that wrap what they are given. */
const WRAPS = /^(?:Some|Ok|String::from|(?:Box|Arc|Rc|Cow|Mutex|RwLock)::(?:new|from)|Cow::(?:Borrowed|Owned))$/;

const call: Lower = (walk, node) => {
  const callee = childOf(node, 'function');
  const args = childOf(node, 'arguments')?.children ?? [];
  if (!callee) return walk.opaque(node);
  const wrapped = conversion(walk, node, callee, args);
  if (wrapped) return wrapped;
  return walk.facts.call('call', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: args.map((arg) => ({ name: null, value: walk.lower(arg) })),
  }));
};

function conversion(walk: Walk, node: Syntax, callee: Syntax, args: readonly Syntax[]): Value | null {
  const [only] = args;
  if (only && args.length === 1 && WRAPS.test(walk.source(callee))) return walk.lower(only);
  const object = childOf(callee, 'value');
  const field = childOf(callee, 'field');
  if (callee.type !== 'field_expression' || !object || !field) return null;
  const method = walk.source(field);
  if (SAME.test(method)) {
    const value = walk.lower(object);
    walk.visitAll(args);
    return value;
  }
  if (!OTHERWISE.test(method) || !only) return null;
  const value = walk.lower(object);
  const other = walk.lower(only);
  return either([value, ...(other.kind === 'function' ? other.returns : [other])], walk.range(node));
}

/** `Type { field: value }` makes one, with its fields as named arguments. */
const struct: Lower = (walk, node) => {
  const type = childOf(node, 'name');
  return walk.facts.call('new', walk.range(node), () => {
    const callee = type ? walk.lower(type) : walk.unknown(node);
    const fields = childOf(node, 'body')?.children ?? [];
    return { callee, args: fields.flatMap((child) => fieldArgument(walk, callee, child)) };
  });
};

function fieldArgument(walk: Walk, callee: Value, child: Syntax): Argument[] {
  const [inner] = child.children;
  const isShort = child.type === 'shorthand_field_initializer';
  const field = isShort ? inner : childOf(child, 'field');
  const value = isShort ? inner : childOf(child, 'value');
  if (!field || !value) {
    if (inner) walk.visit(inner);
    return [];
  }
  const held = walk.lower(value);
  walk.setMember(callee, walk.source(field), held);
  return [{ name: walk.source(field), value: held }];
}

/** Texts and lists are what they say; other macros are calls. */
const macro: Lower = (walk, node) => {
  const callee = childOf(node, 'macro');
  if (!callee) return walk.unknown(node);
  const text = rustParts(walk, node);
  if (text) return textOf({ parts: text, range: walk.range(node) });
  const macroName = walk.source(callee);
  const items = itemsOf(walk, node);
  if (macroName === 'vec') return listOf(walk, node, items);
  if (/^(?:.*::)?json$/.test(macroName) && items[0]) return walk.lower(items[0]);
  // What is printed or logged is for people.
  if (isMessage(macroName)) {
    walk.visitAll(items.slice(1));
    return walk.unknown(node);
  }
  return walk.facts.call('call', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: items.map((item): Argument => {
      const left = childOf(item, 'left');
      const right = childOf(item, 'right');
      if (item.type !== 'assignment_expression' || !left || !right) return { name: null, value: walk.lower(item) };
      return { name: walk.source(left), value: walk.lower(right) };
    }),
  }));
};

function listOf(walk: Walk, node: Syntax, items: readonly Syntax[]): Value {
  return { kind: 'list', items: items.map((item) => walk.lower(item)), range: walk.range(node) };
}

const list: Lower = (walk, node) =>
  listOf(
    walk,
    node,
    node.children.filter((child) => child.field !== 'length'),
  );

/** `{"key": value}` of `json!`. */
const jsonObject: Lower = (walk, node) => ({
  kind: 'map',
  entries: node.children.flatMap((pair): MapEntry[] => {
    const [left, right] = pair.children;
    if (pair.type !== 'json_pair' || !left || !right) return [];
    const parts = rustParts(walk, left);
    const key = parts?.length === 1 && typeof parts[0] === 'string' ? parts[0] : null;
    return [{ key: key ?? walk.source(left), value: walk.lower(right), range: walk.range(left) }];
  }),
  range: walk.range(node),
});

const index: Lower = (walk, node) => {
  const [object, key] = node.children;
  if (!object || !key) return walk.opaque(node);
  const lowered = walk.lower(object);
  return indexed(walk, node, lowered, walk.lower(key));
};

const closure: Lower = (walk, node, hint) => {
  const returns = walk.withinFunction(hint, () => {
    bindParameters(walk, childOf(node, 'parameters'));
    const body = childOf(node, 'body');
    if (body) walk.addReturn(walk.lower(body), walk.range(body));
  });
  return { kind: 'function', returns, range: walk.range(node) };
};

/** A block is what its last expression is, unless a semicolon follows that. */
const block: Lower = (walk, node) => {
  const last = node.children.at(-1);
  walk.visitAll(node.children.slice(0, -1));
  if (!last) return walk.unknown(node);
  const inner = last.type === 'expression_statement' && !walk.source(last).endsWith(';') ? last.children[0] : last;
  if (inner && walk.isExpression(inner)) return walk.lower(inner);
  walk.visit(last);
  return walk.unknown(node);
};

/** `if` … `else if` … `else`: any of what the branches give. */
const condition: Lower = (walk, node) => {
  const options: Value[] = [];
  let at: Syntax | undefined = node;
  while (at?.type === 'if_expression') {
    walk.visitAll([childOf(at, 'condition')]);
    const consequence = childOf(at, 'consequence');
    if (consequence) options.push(walk.lower(consequence));
    const otherwise: Syntax | undefined = childOf(at, 'alternative');
    at = otherwise?.type === 'else_clause' ? otherwise.children[0] : otherwise;
  }
  if (at) options.push(walk.lower(at));
  return either(
    options.filter((option) => option.kind !== 'unknown'),
    walk.range(node),
  );
};

const match: Lower = (walk, node) => {
  const subject = childOf(node, 'value');
  const matched = subject ? walk.lower(subject) : walk.unknown(node);
  const options: Value[] = [];
  for (const arm of childOf(node, 'body')?.children ?? []) {
    const pattern = childOf(arm, 'pattern');
    const value = childOf(arm, 'value');
    if (pattern) bindPattern(walk, pattern, matched, walk.range(arm));
    if (value) options.push(walk.lower(value));
  }
  return either(
    options.filter((option) => option.kind !== 'unknown'),
    walk.range(node),
  );
};

const boolean: Lower = (walk, node) => constant(walk.source(node) === 'true')(walk, node, null);

const negative: Lower = (walk, node) =>
  node.children[0]?.type.endsWith('_literal') === true ? number(walk, node, null) : walk.opaque(node);

/** `*x` is x. */
const unary: Lower = (walk, node) => {
  const [operand] = node.children;
  return operand && walk.text.charAt(node.start) === '*' ? walk.lower(operand) : negative(walk, node, null);
};

export const rustExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['identifier', name],
  ['self', name],
  ['crate', name],
  ['super', name],
  ['field_identifier', name],
  ['type_identifier', typeIdentifier],
  ['scoped_identifier', scoped],
  ['scoped_type_identifier', scoped],
  ['field_expression', fieldAccess],
  ['call_expression', call],
  ['struct_expression', struct],
  ['macro_invocation', macro],
  ['array_expression', list],
  ['tuple_expression', list],
  ['json_object', jsonObject],
  ['index_expression', index],
  ['closure_expression', closure],
  ['block', block],
  ['if_expression', condition],
  ['match_expression', match],
  ['string_literal', rustString],
  ['raw_string_literal', rustString],
  ['binary_expression', binary(rustParts)],
  ['unary_expression', unary],
  ['integer_literal', number],
  ['float_literal', number],
  ['boolean_literal', boolean],
]);
