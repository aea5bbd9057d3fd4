import type { Argument, Value } from '../../model';
import { anyOf } from './operators';
import { lowerArguments, lowerAs, typeName } from './csharp-creations';
import { childOf, type Syntax } from './parse-tree';
import type { Visit, Walk } from './walk';

const PLAIN =
  /^(?:String|Object|Int32|Boolean|Guid|DateTime\w*|TimeSpan|Uri|Task|ValueTask|CancellationToken|Type|Exception|T[A-Z]?\w*|var|dynamic)$/;

/** What a field or parameter without a value holds: an instance of its type, where that could be a library's or our own. */
function instanceOf(walk: Walk, type: Syntax | undefined, at: Syntax): Value {
  const inner = type?.type === 'nullable_type' ? type.children[0] : type;
  if (!inner || !/^(?:identifier|qualified_name)$/.test(inner.type)) return walk.unknown(at);
  return PLAIN.test(walk.source(inner)) ? walk.unknown(at) : typeName(walk, inner);
}

/** `using A.B;`, `using static A.B;`, `using C = A.B.C;`. */
const usingDirective: Visit = (walk, node) => {
  const alias = childOf(node, 'name');
  const path = node.children.find((child) => child !== alias);
  if (!path) return;
  const parts = walk
    .source(path)
    .replace(/<[^]*$/, '')
    .replace(/\s|global::/g, '')
    .split('.');
  const range = walk.range(node);
  if (!alias) {
    walk.facts.addImport({ module: parts.join('.'), name: '*', local: '*', range });
    return;
  }
  const last = parts.pop() ?? '';
  const module = parts.length === 0 ? last : parts.join('.');
  walk.facts.addImport({ module, name: parts.length === 0 ? null : last, local: walk.source(alias), range });
};

const typeDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinType(name ? walk.source(name) : null, () => {
    for (const child of node.children) {
      const [base] = child.type === 'base_list' ? child.children : [];
      // Names that the class does not have itself may be those of its base.
      if (base && !/^I[A-Z]/.test(walk.source(base)))
        walk.bind('member', 'super', typeName(walk, base), walk.range(base));
      if (child.type === 'parameter_list') for (const parameter of child.children) component(walk, parameter);
      else if (child.field !== 'name') walk.visit(child);
    }
  });
};

/** A parameter of a primary constructor can be used like a member. */
function component(walk: Walk, node: Syntax): void {
  const name = childOf(node, 'name');
  if (name) walk.bind('member', walk.source(name), parameterValue(walk, node), walk.range(node));
}

function parameterValue(walk: Walk, node: Syntax): Value {
  walk.visitAll(node.children.filter((child) => child.type === 'attribute_list'));
  const type = childOf(node, 'type');
  const fallback = node.children.find((child) => child.field === null && !/attribute_list|modifier/.test(child.type));
  return fallback ? lowerAs(walk, fallback, type) : instanceOf(walk, type, node);
}

/** Parameters of a named function are its own; those of a lambda are names of the function around it. */
export function bindParameters(walk: Walk, parameters: readonly Syntax[]): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const parameter of parameters) {
    const name = /^(?:implicit_parameter|identifier)$/.test(parameter.type) ? parameter : childOf(parameter, 'name');
    if (name) walk.bind(kind, walk.source(name), parameterValue(walk, parameter), walk.range(parameter));
  }
}

/** `=> value` and the body of a lambda give their value back; `=> new(…)` is of the type that is given back. */
export function lowerBody(walk: Walk, body: Syntax | undefined, type?: Syntax): void {
  if (!body) return;
  const value = body.type === 'arrow_expression_clause' ? body.children[0] : body;
  if (body.type === 'block') walk.visit(body);
  else if (value) walk.addReturn(lowerAs(walk, value, type), walk.range(value));
}

function functionNamed(symbol: (walk: Walk, node: Syntax) => string | null): Visit {
  return (walk, node) => {
    walk.withinFunction(symbol(walk, node), () => {
      walk.visitAll(node.children.filter((child) => /^(?:attribute_list|constructor_initializer)$/.test(child.type)));
      bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
      lowerBody(walk, childOf(node, 'body'), childOf(node, 'returns') ?? childOf(node, 'type'));
    });
  };
}

const method = functionNamed((walk, node) => {
  const name = childOf(node, 'name');
  return name ? walk.source(name) : null;
});

const constructorDeclaration = functionNamed(() => 'constructor');

function declaration(kind: 'member' | 'variable'): Visit {
  return (walk, node) => {
    walk.visitAll(node.children.filter((child) => child.type === 'attribute_list'));
    const variables = node.children.find((child) => child.type === 'variable_declaration');
    if (variables) declarators(walk, variables, kind, node.start);
  };
}

function declarators(walk: Walk, node: Syntax, kind: 'member' | 'variable', from: number): void {
  const type = childOf(node, 'type');
  let start = from;
  for (const child of node.children) {
    if (child.type !== 'variable_declarator') continue;
    const name = childOf(child, 'name');
    const value = child.children.find((part) => part !== name && !/bracketed|tuple_pattern/.test(part.type));
    const pattern = child.children.find((part) => part.type === 'tuple_pattern');
    const own = name ? walk.source(name) : null;
    const range = walk.span(start, child.end);
    const held = value ? lowerAs(walk, value, type, own) : instanceOf(walk, type, child);
    if (own !== null) walk.bind(kind, own, held, range);
    pattern?.children.forEach((part, at) => {
      walk.bind(kind, walk.source(part), partOf(held, at), range);
    });
    ({ start } = child);
  }
}

function partOf(value: Value, at: number): Value {
  const { range } = value;
  if (value.kind === 'list') return value.items[at] ?? { kind: 'unknown', range };
  return value.kind === 'unknown' ? value : { kind: 'member', object: value, name: String(at), range };
}

/** A property holds what it is set to, and what its getter returns. */
const property: Visit = (walk, node) => {
  walk.visitAll(node.children.filter((child) => child.type === 'attribute_list'));
  const name = childOf(node, 'name');
  if (!name) return;
  const own = walk.source(name);
  const type = childOf(node, 'type');
  const value = childOf(node, 'value');
  const inner = value?.type === 'arrow_expression_clause' ? value.children[0] : value;
  const given = inner ? [lowerAs(walk, inner, type, own)] : [];
  const returns = walk.withinFunction(null, () => {
    for (const accessor of childOf(node, 'accessors')?.children ?? []) {
      const kind = childOf(accessor, 'name');
      const body = childOf(accessor, 'body');
      if (kind && walk.source(kind) === 'get') lowerBody(walk, body);
      else if (body) walk.visit(body);
    }
  });
  const values = [...given, ...returns];
  if (values.length === 0) values.push(instanceOf(walk, type, node));
  for (const one of values) walk.bind('member', own, one, walk.range(node));
};

const enumMember: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  walk.visitAll(node.children.filter((child) => child.type === 'attribute_list'));
  if (name) walk.bind('member', walk.source(name), value ? walk.lower(value) : walk.unknown(node), walk.range(node));
};

/** `[Name("…", Key = "…")]`. */
const attribute: Visit = (walk, node) => {
  const callee = childOf(node, 'name');
  const list = node.children.find((child) => child.type === 'attribute_argument_list');
  if (!callee) return;
  walk.facts.call('annotation', walk.range(node), () => ({
    callee: walk.lower(callee),
    args: (list?.children ?? []).flatMap((arg): Argument[] => {
      const value = arg.children.at(-1);
      if (!value) return [];
      const left = value.type === 'assignment_expression' ? childOf(value, 'left') : arg.children.at(-2);
      const right = value.type === 'assignment_expression' ? childOf(value, 'right') : value;
      return right ? [{ name: left ? walk.source(left) : null, value: walk.lower(right) }] : [];
    }),
  }));
};

const assignment: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator');
  if (!left || !right) return;
  const target = walk.unwrap(left);
  const value = walk.lower(right, target.type === 'identifier' ? walk.source(target) : null);
  if (!operator || !/^(?:\?\?)?=$/.test(walk.source(operator))) return;
  const range = walk.range(node);
  if (target.type === 'identifier') walk.assign(walk.source(target), value, range);
  else if (target.type === 'tuple_expression') {
    lowerArguments(walk, target).forEach((part, at) => {
      if (part.value.kind === 'name') walk.assign(part.value.name, partOf(value, at), range);
    });
  } else walk.assignMember(walk.lower(target), value, range);
};

const loop: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (left?.type === 'identifier' && right)
    walk.bind('variable', walk.source(left), anyOf(walk, right), walk.span(node.start, right.end));
  else walk.visitAll([right]);
  walk.visitAll([childOf(node, 'body')]);
};

const returns: Visit = (walk, node) => {
  const [value] = node.children;
  if (value) walk.addReturn(walk.lower(value), walk.range(node));
};

const variables: Visit = (walk, node) => declarators(walk, node, 'variable', node.start);

export const csharpStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['using_directive', usingDirective],
  ...['class', 'interface', 'struct', 'record', 'record_struct', 'enum'].map(
    (kind) => [`${kind}_declaration`, typeDeclaration] as const,
  ),
  ['enum_member_declaration', enumMember],
  ['attribute', attribute],
  ['field_declaration', declaration('member')],
  ['event_field_declaration', () => undefined],
  ['local_declaration_statement', declaration('variable')],
  ['variable_declaration', variables],
  ['property_declaration', property],
  ['method_declaration', method],
  ['local_function_statement', method],
  ['constructor_declaration', constructorDeclaration],
  ['assignment_expression', assignment],
  ['foreach_statement', loop],
  ['return_statement', returns],
  ['yield_statement', returns],
]);
