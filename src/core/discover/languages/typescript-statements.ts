import type { Value } from '../../model';
import { unwrap, type Lowering, type StatementHandler } from './typescript-context';
import { lowerClass } from './typescript-classes';
import { importInto, moduleName, requiredModule, specifier } from './typescript-imports';
import { anyOf } from './typescript-objects';
import { childOf, type Syntax } from './parse-tree';
import { bindPattern } from './typescript-patterns';

/**
 * `const a = 1, b = 2`. The range of the first binding begins with its statement (`from`, which is before `export`), as
 * indentation tells what stands in a branch.
 */
function declareVariables(cx: Lowering, node: Syntax, from: number): void {
  let start = from;
  for (const child of node.children) {
    if (child.type === 'variable_declarator') {
      declareVariable(cx, child, start);
      start = -1;
    } else {
      cx.visit(child);
    }
  }
}

function declareVariable(cx: Lowering, node: Syntax, from: number): void {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (!name) return;
  const named = name.type === 'identifier';
  if (!value) {
    if (named) cx.declare(cx.source(name));
    return;
  }
  if (named) cx.declare(cx.source(name));
  const required = requiredModule(cx, value);
  if (required) {
    importInto(cx, name, required);
    cx.lower(value);
    return;
  }
  const lowered = cx.lower(value, named ? cx.source(name) : null);
  // A class is known by its members.
  if (unwrap(value).type === 'class') return;
  const range = cx.span(from < 0 ? node.start : from, node.end);
  bindPattern(cx, name, lowered, { kind: 'variable', range });
}

const variables: StatementHandler = (cx, node) => declareVariables(cx, node, node.start);

/** What a loop goes through: of `[i, text] of texts.entries()` the second is any of the texts. */
function itemOf(cx: Lowering, left: Syntax, right: Syntax): Value {
  const callee = right.type === 'call_expression' ? childOf(right, 'function') : undefined;
  const [object, property] = [callee && childOf(callee, 'object'), callee && childOf(callee, 'property')];
  const isNumbered =
    left.type === 'array_pattern' &&
    object !== undefined &&
    property !== undefined &&
    cx.source(property) === 'entries' &&
    childOf(right, 'arguments')?.children.length === 0;
  if (!isNumbered) return anyOf(cx, right);
  return { kind: 'list', items: [cx.unknown(right), anyOf(cx, object)], range: cx.range(right) };
}

/** The name of each round of `for (const x of xs)` is any item of xs. */
const forIn: StatementHandler = (cx, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const isOf = left && right && /\bof\s*$/.test(cx.text.slice(left.end, right.start));
  if (left && right && isOf) {
    const assigns = childOf(node, 'kind') === undefined;
    bindPattern(cx, left, itemOf(cx, left, right), { kind: 'variable', range: cx.range(left), assigns });
  } else if (right) {
    cx.visit(right);
  }
  cx.visitAll([childOf(node, 'body')]);
};

/** `else if` hangs below `else`, level by level; a long chain is walked as the list that it is. */
const ifStatement: StatementHandler = (cx, node) => {
  let at: Syntax | undefined = node;
  while (at?.type === 'if_statement') {
    cx.visitAll([childOf(at, 'condition'), childOf(at, 'consequence')]);
    const otherwise: Syntax | undefined = childOf(at, 'alternative');
    at = otherwise?.type === 'else_clause' ? otherwise.children[0] : otherwise;
  }
  if (at) cx.visit(at);
};

const exportStatement: StatementHandler = (cx, node) => {
  cx.visitAll(node.children.filter((child) => child.type === 'decorator'));
  const source = childOf(node, 'source');
  const declaration = childOf(node, 'declaration');
  const value = childOf(node, 'value');
  if (source) reexport(cx, node, moduleName(cx, source));
  else if (declaration) exportDeclaration(cx, node, declaration);
  else if (value) bindDefault(cx, node, value);
  else {
    for (const child of node.children) {
      if (child.type === 'export_clause') for (const one of child.children) exportSpecifier(cx, one);
      // `export = value`
      else if (child.type !== 'decorator') bindDefault(cx, node, child);
    }
  }
};

function exportDeclaration(cx: Lowering, node: Syntax, declaration: Syntax): void {
  const variables = declaration.type === 'lexical_declaration' || declaration.type === 'variable_declaration';
  const name = childOf(declaration, 'name');
  const isDefault = !variables && /\bdefault\b/.test(cx.text.slice(node.start, declaration.start));
  if (variables) declareVariables(cx, declaration, node.start);
  else if (isDefault && !name && declaration.type.includes('class')) lowerClass(cx, declaration, 'default');
  else cx.visit(declaration);
  if (isDefault && name) cx.bind('variable', 'default', cx.lower(name), cx.range(node));
}

function bindDefault(cx: Lowering, node: Syntax, value: Syntax): void {
  const lowered = cx.lower(value, 'default');
  if (unwrap(value).type !== 'class') cx.bind('variable', 'default', lowered, cx.range(node));
}

/** `export { a as b }`: others know a as b. */
function exportSpecifier(cx: Lowering, node: Syntax): void {
  const name = childOf(node, 'name');
  const alias = childOf(node, 'alias');
  if (name && alias) cx.bind('variable', moduleName(cx, alias), cx.lower(name), cx.range(node));
}

/** `export { a as b } from 'm'` is import a as b; `export * from 'm'` has the name and local `*`, `* as ns` local ns. */
function reexport(cx: Lowering, node: Syntax, module: string): void {
  const [what] = node.children.filter((child) => child.type === 'export_clause' || child.type === 'namespace_export');
  if (what?.type === 'export_clause') {
    for (const child of what.children) specifier(cx, child, module);
    return;
  }
  const local = what?.children[0] ? moduleName(cx, what.children[0]) : '*';
  cx.facts.addImport({ module, name: '*', local, range: cx.range(node) });
}

export const plainStatements: readonly (readonly [string, StatementHandler])[] = [
  ['lexical_declaration', variables],
  ['variable_declaration', variables],
  ['for_in_statement', forIn],
  ['if_statement', ifStatement],
  ['export_statement', exportStatement],
];
