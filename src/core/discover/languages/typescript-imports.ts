import { unwrap, type Lowering, type StatementHandler } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { packageOf } from './typescript-modules';
import { literalText } from './typescript-text';

/** A module that code asks for by `require('m')` or `import('m')`, and what it takes of it. */
interface Required {
  readonly call: Syntax;
  readonly module: string;
  /** `require('m').a` → `a`; `*` for the namespace that `import()` gives; null for what `require` gives. */
  readonly name: string | null;
}

/** The module whose exports `value` is, null where it is anything else. */
export function requiredModule(cx: Lowering, value: Syntax): Required | null {
  const inner = unwrap(value);
  if (inner.type === 'call_expression') return requiredByCall(cx, inner);
  const object = inner.type === 'member_expression' ? childOf(inner, 'object') : undefined;
  const property = childOf(inner, 'property');
  const whole = object && unwrap(object).type === 'call_expression' ? requiredModule(cx, object) : null;
  return whole && property ? { ...whole, name: cx.source(property) } : null;
}

function requiredByCall(cx: Lowering, call: Syntax): Required | null {
  const callee = childOf(call, 'function');
  const argument = childOf(call, 'arguments')?.children[0];
  const word = callee && (callee.type === 'identifier' || callee.type === 'import') ? cx.source(callee) : '';
  if ((word !== 'require' && word !== 'import') || !argument) return null;
  const module = literalText(cx, argument);
  return module === null ? null : { call, module: packageOf(module), name: word === 'import' ? '*' : null };
}

/** `require('m')` whose result goes nowhere by name: the file uses the module all the same. Local is ''. */
export function claimInline(cx: Lowering, node: Syntax): void {
  if (cx.claimed.has(node)) return;
  const required = requiredModule(cx, node);
  if (required) cx.facts.addImport({ module: required.module, name: required.name, local: '', range: cx.range(node) });
}

/** Names of `pattern` become imports of `required`: `const { a: b } = require('m')`. */
export function importInto(cx: Lowering, pattern: Syntax, required: Required): void {
  cx.claimed.add(required.call);
  const { module } = required;
  const add = (name: string | null, local: Syntax, range = local): void => {
    cx.facts.addImport({ module, name, local: cx.source(local), range: cx.range(range) });
  };
  if (pattern.type === 'identifier') {
    add(required.name, pattern);
    return;
  }
  for (const child of pattern.children) {
    const target = child.type === 'pair_pattern' ? childOf(child, 'value') : child;
    const local = target && (childOf(target, 'left') ?? target);
    const inside = child.type === 'rest_pattern' ? child.children[0] : undefined;
    const key = childOf(child, 'key');
    if (inside) add('*', inside, child);
    else if (local && isName(local))
      add(key ? (literalText(cx, key) ?? cx.source(key)) : cx.source(local), local, child);
  }
}

function isName(node: Syntax): boolean {
  return node.type === 'identifier' || node.type === 'shorthand_property_identifier_pattern';
}

/** Every form of `import … from 'm'`, `import 'm'` (local '') and `import x = require('m')`. */
const importStatement: StatementHandler = (cx, node) => {
  const requireClause = node.children.find((child) => child.type === 'import_require_clause');
  const source = childOf(requireClause ?? node, 'source');
  const written = source ? literalText(cx, source) : null;
  if (written === null) return;
  const module = packageOf(written);
  const add = (name: string | null, local: Syntax | null, range: Syntax): void => {
    cx.facts.addImport({ module, name, local: local ? cx.source(local) : '', range: cx.range(range) });
  };
  const whole = requireClause?.children.find((child) => child.type === 'identifier');
  const clause = node.children.find((child) => child.type === 'import_clause');
  if (whole) add(null, whole, node);
  else if (!clause) add(null, null, node);
  for (const child of clause?.children ?? []) {
    if (child.type === 'identifier') add('default', child, child);
    else if (child.type === 'namespace_import' && child.children[0]) add('*', child.children[0], child);
    else if (child.type === 'named_imports') for (const one of child.children) specifier(cx, one, module);
  }
};

/** `a`, `a as b`, `'a-b' as c` of an import or re-export: the local name of a re-export is the one it is exported by. */
export function specifier(cx: Lowering, node: Syntax, module: string): void {
  const name = childOf(node, 'name');
  const local = childOf(node, 'alias') ?? name;
  if (!name || !local) return;
  cx.facts.addImport({ module, name: moduleName(cx, name), local: moduleName(cx, local), range: cx.range(node) });
}

/** A name of an import or export clause, which may be written as a string. */
export function moduleName(cx: Lowering, node: Syntax): string {
  return literalText(cx, node) ?? cx.source(node);
}

/** `import y = Namespace.Y` */
const importAlias: StatementHandler = (cx, node) => {
  const [local, target] = node.children;
  if (local && target) cx.bind('variable', cx.source(local), cx.lower(target), cx.range(node));
};

export const importStatements: readonly (readonly [string, StatementHandler])[] = [
  ['import_statement', importStatement],
  ['import_alias', importAlias],
];
