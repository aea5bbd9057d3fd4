import type { Argument, Value } from '../../model';
import { argumentsOf } from './php-arguments';
import { classNamed, instanceOf } from './php-names';
import { childOf, type Syntax } from './parse-tree';
import type { Visit, Walk } from './walk';

/** Name of a `$variable` without its sign. */
export function variableOf(walk: Walk, node: Syntax): string {
  return walk.source(node).replace(/^[&.]*\$/, '');
}

export const typeDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinType(name ? walk.source(name) : null, () => {
    visitAttributes(walk, node);
    bindBase(walk, node);
    const around = methods.get(walk);
    const own: Argument[] = [];
    methods.set(walk, own);
    walk.visitAll([childOf(node, 'body')]);
    methods.set(walk, around ?? []);
    madeFrom(walk, node, own);
  });
};

/** What the methods of the class around give back. */
const methods = new WeakMap<Walk, Argument[]>();
const MOST_METHODS = 40;

/** What a class is made from calls the methods that it knows of: whoever it belongs to takes what they give back. */
function madeFrom(walk: Walk, node: Syntax, args: readonly Argument[]): void {
  if (args.length === 0) return;
  const used = (childOf(node, 'body')?.children ?? []).filter(({ type }) => type === 'use_declaration');
  const clauses = node.children.filter(({ type }) => /^(?:base_clause|class_interface_clause)$/.test(type));
  for (const base of [...clauses, ...used].flatMap(({ children }) => children)) {
    if (/name$/.test(base.type))
      walk.facts.call('base', walk.range(base), () => ({ callee: classNamed(walk, base), args }));
  }
}

/** Names that a class does not have itself may be those of its base, or of the first trait that it uses. */
export function bindBase(walk: Walk, node: Syntax): void {
  const base = node.children.find((child) => child.type === 'base_clause')?.children[0];
  if (base) walk.bind('member', 'super', classNamed(walk, base), walk.range(base));
}

export const traits: Visit = (walk, node) => {
  for (const name of node.children.filter((child) => /name$/.test(child.type)))
    walk.bind('member', 'super', classNamed(walk, name), walk.range(name));
};

function visitAttributes(walk: Walk, node: Syntax): void {
  walk.visitAll([childOf(node, 'attributes')]);
}

/** `#[Name('…', key: '…')]`. */
export const attribute: Visit = (walk, node) => {
  const [callee] = node.children;
  if (!callee) return;
  walk.facts.call('annotation', walk.range(node), () => ({
    callee: classNamed(walk, callee),
    args: argumentsOf(walk, childOf(node, 'parameters')),
  }));
};

/** `__construct` answers to the symbol of its class and `constructor`. */
export const functionDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const own = name ? walk.source(name) : null;
  const returns = walk.withinFunction(own?.toLowerCase() === '__construct' ? 'constructor' : own, () => {
    visitAttributes(walk, node);
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    walk.visitAll([childOf(node, 'body')]);
  });
  const known = methods.get(walk);
  if (node.type !== 'method_declaration' || returns.length === 0 || !known || known.length >= MOST_METHODS) return;
  known.push({ name: own, value: { kind: 'function', returns, range: walk.range(node) } });
};

/** Parameters of a named function are its own; those of a closure are names of the function around it. */
export function bindParameters(walk: Walk, parameters: readonly Syntax[]): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const node of parameters) {
    const name = childOf(node, 'name');
    if (!name) continue;
    visitAttributes(walk, node);
    const own = variableOf(walk, name);
    const range = walk.range(node);
    walk.bind(kind, own, held(walk, node, childOf(node, 'default_value')), range);
    // `private string $x` of a constructor is a property too.
    if (node.type === 'property_promotion_parameter') {
      const object: Value = { kind: 'name', name: 'this', range };
      walk.assignMember({ kind: 'member', object, name: own, range }, { kind: 'name', name: own, range }, range);
    }
  }
}

/** What is written, or else an instance of the type. */
function held(walk: Walk, node: Syntax, value: Syntax | undefined): Value {
  const type = instanceOf(walk, childOf(node, 'type'));
  const given = value && value.type !== 'null' ? walk.lower(value) : null;
  return given ?? type ?? walk.unknown(node);
}

export const property: Visit = (walk, node) => {
  visitAttributes(walk, node);
  for (const element of node.children) {
    const name = element.type === 'property_element' ? childOf(element, 'name') : undefined;
    if (!name) continue;
    const value = childOf(element, 'default_value');
    const type = instanceOf(walk, childOf(node, 'type'));
    const given = value && value.type !== 'null' ? walk.lower(value, variableOf(walk, name)) : null;
    const range = walk.span(node.start, element.end);
    const values = [...hooked(walk, node), ...(given ? [given] : [])];
    if (values.length === 0) values.push(type ?? walk.unknown(element));
    for (const one of values) walk.bind('member', variableOf(walk, name), one, range);
  }
};

/** What the getter of a property gives back: `{ get => 'x'; }`. */
function hooked(walk: Walk, node: Syntax): Value[] {
  const hooks = node.children.find((child) => child.type === 'property_hook_list')?.children ?? [];
  return hooks.flatMap((hook) => {
    const body = childOf(hook, 'body');
    const isGetter = /^(?:final\s+)?&?get\b/.test(walk.source(hook));
    const given = walk.withinFunction(null, () => {
      if (body?.type === 'compound_statement') walk.visit(body);
      else if (body) walk.addReturn(walk.lower(body), walk.range(body));
    });
    return isGetter ? [...given] : [];
  });
}

/** `const A = 'x', B = 'y';` of a file or class. */
export const constants: Visit = (walk, node) => {
  visitAttributes(walk, node);
  const isMember = walk.owner !== '' && walk.owner === walk.facts.scope;
  for (const element of node.children.filter((child) => child.type === 'const_element')) {
    const [name, value] = element.children;
    if (name && value)
      walk.bind(
        isMember ? 'member' : 'variable',
        walk.source(name),
        walk.lower(value, walk.source(name)),
        walk.span(node.start, element.end),
      );
  }
};

export const enumCase: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  visitAttributes(walk, node);
  if (name) walk.bind('member', walk.source(name), value ? walk.lower(value) : walk.unknown(node), walk.range(node));
};

/** Parameters of what nobody has closed yet: the parser shows them alone. */
export const looseParameters: Visit = (walk, node) => {
  bindParameters(walk, node.children);
};
