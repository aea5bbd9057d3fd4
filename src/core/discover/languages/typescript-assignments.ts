import type { Range, Value } from '../../model';
import { either, unwrap, type ExpressionHandler, type Lowering } from './typescript-context';
import { importInto, requiredModule } from './typescript-imports';
import { childOf, type Syntax } from './parse-tree';
import { bindPattern, holderOf } from './typescript-patterns';
import { addedParts, assemble, operatorOf } from './typescript-text';

const assignment: ExpressionHandler = (cx, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (!left || !right) {
    cx.visitAll(node.children);
    return cx.unknown(node);
  }
  return assign(cx, unwrap(left), right, cx.range(node));
};

function assign(cx: Lowering, left: Syntax, right: Syntax, range: Range): Value {
  const required = requiredModule(cx, right);
  if (required && (left.type === 'identifier' || left.type === 'object_pattern')) {
    importInto(cx, left, required);
    return cx.lower(right);
  }
  const exported = exportedName(cx, left);
  if (exported === 'default' && required) {
    cx.claimed.add(required.call);
    cx.facts.addImport({ module: required.module, name: '*', local: '*', range });
    return cx.lower(right);
  }
  const hint = exported === 'default' ? defaultHint(right) : (exported ?? hintOf(cx, left));
  const value = cx.lower(right, hint);
  if (exported !== null) bindExport(cx, exported, value, range);
  else bindPattern(cx, left, value, { kind: 'variable', range, assigns: true });
  return value;
}

/** The name that an export by assignment gives: `exports.x`, `module.exports.x` → x, `module.exports` → default. */
function exportedName(cx: Lowering, left: Syntax): string | null {
  if (left.type !== 'member_expression') return null;
  const object = childOf(left, 'object');
  const property = childOf(left, 'property');
  if (!object || !property) return null;
  const [whole, name] = [cx.source(object), cx.source(property)];
  if (whole === 'module' && name === 'exports') return 'default';
  return whole === 'exports' || whole === 'module.exports' ? name : null;
}

/** Functions in `module.exports = { f() {} }` go by their own names. */
function defaultHint(right: Syntax): string | null {
  return unwrap(right).type === 'object' ? null : 'default';
}

/** An export by assignment is a name of the module, and so are the entries of `module.exports = { … }`. */
function bindExport(cx: Lowering, name: string, value: Value, range: Range): void {
  if (value.kind === 'name' && value.name === name) return;
  cx.bind('variable', name, value, range, cx.facts.scope === '' ? undefined : name);
  if (name !== 'default' || value.kind !== 'map') return;
  for (const entry of value.entries) {
    if (entry.key !== null && entry.key !== 'default') bindExport(cx, entry.key, entry.value, entry.range);
  }
}

/** The name that a function goes by when it is assigned to `left`: `x`, `Bot.say` for `Bot.prototype.say`, or the property. */
function hintOf(cx: Lowering, left: Syntax): string | null {
  if (left.type === 'identifier') return cx.source(left);
  const object = childOf(left, 'object');
  const property = childOf(left, 'property');
  if (left.type !== 'member_expression' || !object || !property) return null;
  const holder = holderOf(cx, object);
  return holder?.type === 'identifier' ? `${cx.source(holder)}.${cx.source(property)}` : cx.source(property);
}

/** `x += '…'` makes x longer; `x ??= y` gives it a value that it may have; all else is arithmetic. */
const augmented: ExpressionHandler = (cx, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = operatorOf(cx, node) || (left && right ? cx.text.slice(left.end, right.start).trim() : '');
  if (!left || !right || left.type !== 'identifier' || !['+=', '??=', '||='].includes(operator)) {
    cx.visitAll(node.children);
    return cx.unknown(node);
  }
  const range = cx.range(node);
  const before = cx.lower(left);
  if (operator !== '+=') {
    const value = either([before, cx.lower(right, cx.source(left))], range);
    cx.assign(cx.source(left), value, range);
    return value;
  }
  const parts = addedParts(cx, right);
  if (!parts) return cx.unknown(node);
  const value = assemble([{ source: cx.source(left), value: before }, ...parts], range);
  cx.assign(cx.source(left), value, range);
  return value;
};

export const assignmentExpressions: readonly (readonly [string, ExpressionHandler])[] = [
  ['assignment_expression', assignment],
  ['augmented_assignment_expression', augmented],
];
