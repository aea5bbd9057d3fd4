import type { Argument, Value } from '../../model';
import { anyOf } from './operators';
import { annotations, bindParameters, recordAnnotation } from './java-parameters';
import { instanceOf, typeName } from './java-types';
import { childOf, type Syntax } from './parse-tree';
import type { Visit, Walk } from './walk';

/** `import a.b.C`, `import a.b.*`, `import static a.b.C.NAME`. */
const importDeclaration: Visit = (walk, node) => {
  const path = node.children.find((child) => /identifier$/.test(child.type));
  if (!path) return;
  const range = walk.range(node);
  const parts = walk.source(path).replace(/\s/g, '').split('.');
  if (node.children.some((child) => child.type === 'asterisk')) {
    walk.facts.addImport({ module: parts.join('.'), name: '*', local: '*', range });
    return;
  }
  const last = parts.pop() ?? '';
  walk.facts.addImport({ module: parts.join('.'), name: last, local: last, range });
};

const typeDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinType(name ? walk.source(name) : null, () => {
    annotations(walk, node);
    const parameters = childOf(node, 'parameters');
    for (const parameter of parameters?.children ?? []) component(walk, parameter);
    const base = childOf(node, 'superclass')?.children[0];
    // Names that the class does not have itself may be those of its base.
    if (base) walk.bind('member', 'super', typeName(walk, base), walk.range(base));
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** A component of a record is a member of it. */
function component(walk: Walk, node: Syntax): void {
  annotations(walk, node);
  const name = childOf(node, 'name');
  if (name) walk.bind('member', walk.source(name), instanceOf(walk, childOf(node, 'type'), node), walk.range(node));
}

const field: Visit = (walk, node) => {
  declarators(walk, node, 'member', annotations(walk, node));
};

const local: Visit = (walk, node) => {
  declarators(walk, node, 'variable', annotations(walk, node));
};

function declarators(walk: Walk, node: Syntax, kind: 'member' | 'variable', fallback: Value | null): void {
  let { start } = node;
  for (const child of node.children) {
    if (child.type !== 'variable_declarator') continue;
    const name = childOf(child, 'name');
    const value = childOf(child, 'value');
    if (name) {
      const own = walk.source(name);
      const held = value ? walk.lower(value, own) : (fallback ?? instanceOf(walk, childOf(node, 'type'), child));
      walk.bind(kind, own, held, walk.span(start, child.end));
    }
    ({ start } = child);
  }
}

const method: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinFunction(name ? walk.source(name) : null, () => {
    annotations(walk, node);
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** A constructor answers to the symbol of its type and `constructor`. */
const constructorDeclaration: Visit = (walk, node) => {
  walk.withinFunction('constructor', () => {
    annotations(walk, node);
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** `GPT_4("gpt-4")`: an instance of the enum, its arguments named as its constructor names them. */
const enumBody: Visit = (walk, node) => {
  const members = node.children.find((child) => child.type === 'enum_body_declarations');
  const made = members?.children.find((child) => child.type === 'constructor_declaration');
  const names = (made ? (childOf(made, 'parameters')?.children ?? []) : []).map((parameter) => {
    const name = childOf(parameter, 'name');
    return name ? walk.source(name) : null;
  });
  for (const constant of node.children) if (constant.type === 'enum_constant') enumConstant(walk, constant, names);
  if (members) walk.visit(members);
};

function enumConstant(walk: Walk, node: Syntax, names: readonly (string | null)[]): void {
  const name = childOf(node, 'name');
  if (!name) return;
  const { owner } = walk;
  const range = walk.range(node);
  const args = childOf(node, 'arguments')?.children ?? [];
  const value = walk.facts.call('new', range, () => ({
    callee: { kind: 'name', name: owner.slice(owner.lastIndexOf('.') + 1), range: walk.range(name) },
    args: args.map((arg, at): Argument => ({ name: names[at] ?? null, value: walk.lower(arg) })),
  }));
  walk.bind('member', walk.source(name), value, range);
  walk.visitAll(node.children.filter((child) => child.type === 'class_body'));
}

const assignment: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator');
  if (!left || !right) return;
  const plain = operator !== undefined && walk.source(operator) === '=';
  const target = walk.unwrap(left);
  const value = walk.lower(right, plain && target.type === 'identifier' ? walk.source(target) : null);
  // What is added to a text makes it longer; its beginning still says what it is.
  if (!plain) return;
  if (target.type === 'identifier') walk.assign(walk.source(target), value, walk.range(node));
  else walk.assignMember(walk.lower(target), value, walk.range(node));
};

const loop: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (name && value) walk.bind('variable', walk.source(name), anyOf(walk, value), walk.span(node.start, value.end));
  walk.visitAll([childOf(node, 'body')]);
};

const resource: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (!name || !value) walk.visitAll(node.children);
  else walk.bind('variable', walk.source(name), walk.lower(value), walk.range(node));
};

const returns: Visit = (walk, node) => {
  const [value] = node.children;
  if (value) walk.addReturn(walk.lower(value), walk.range(node));
};

const annotation: Visit = (walk, node) => {
  recordAnnotation(walk, node);
};

const nothing: Visit = () => undefined;

export const javaStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['package_declaration', nothing],
  ['import_declaration', importDeclaration],
  ['class_declaration', typeDeclaration],
  ['interface_declaration', typeDeclaration],
  ['enum_declaration', typeDeclaration],
  ['record_declaration', typeDeclaration],
  ['annotation_type_declaration', typeDeclaration],
  ['enum_body', enumBody],
  ['field_declaration', field],
  ['constant_declaration', field],
  ['local_variable_declaration', local],
  ['method_declaration', method],
  ['constructor_declaration', constructorDeclaration],
  ['compact_constructor_declaration', constructorDeclaration],
  ['assignment_expression', assignment],
  ['enhanced_for_statement', loop],
  ['resource', resource],
  ['return_statement', returns],
  ['annotation', annotation],
  ['marker_annotation', annotation],
]);
