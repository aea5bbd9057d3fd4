import type { Argument, Call, Value } from '../../model';
import { defaultIn } from './annotation-defaults';
import { lines } from './java-parameters';
import { PLAIN, typeName } from './java-types';
import { noteSetting } from './kotlin-calls';
import { anyOf } from './operators';
import { either } from './python-context';
import { childOf, type Syntax } from './parse-tree';
import type { Visit, Walk } from './walk';

/** `import a.b.C`, `import a.b.*`, `import a.b.C as D`. */
const importHeader: Visit = (walk, node) => {
  const [path, alias] = node.children;
  if (!path) return;
  const range = walk.range(node);
  const parts = walk.source(path).replace(/[\s`]/g, '').split('.');
  if (/\.\s*\*\s*$/.test(walk.source(node))) {
    walk.facts.addImport({ module: parts.join('.'), name: '*', local: '*', range });
    return;
  }
  const last = parts.pop() ?? '';
  const local = alias?.type === 'identifier' ? walk.source(alias) : last;
  walk.facts.addImport({ module: parts.join('.'), name: last, local, range });
};

const typeDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  visitType(walk, node, name ? walk.source(name) : null);
};

/** A class, object or interface; one without a name leaves its members to what is around it. */
export function visitType(walk: Walk, node: Syntax, name: string | null): void {
  walk.withinType(name, () => {
    annotations(walk, node);
    const parameters = descend(node, 'primary_constructor', 'class_parameters');
    if (parameters) primaryConstructor(walk, parameters.children);
    for (const specifier of descend(node, 'delegation_specifiers')?.children ?? [])
      supertype(walk, specifier, name !== null);
    const body = node.children.find(({ type }) => /^(?:enum_)?class_body$/.test(type));
    if (body?.type === 'enum_class_body') enumBody(walk, body, parameters?.children ?? []);
    else if (body) walk.visit(body);
  });
}

function descend(node: Syntax, ...types: readonly string[]): Syntax | undefined {
  return types.reduce<Syntax | undefined>((at, type) => at?.children.find((child) => child.type === type), node);
}

/** Each parameter is one of `constructor`, and a member that holds it. */
function primaryConstructor(walk: Walk, parameters: readonly Syntax[]): void {
  walk.withinFunction('constructor', () => {
    for (const parameter of parameters) {
      const { name, value } = declared(walk, parameter);
      if (!name) continue;
      const range = walk.range(parameter);
      walk.bind('parameter', walk.source(name), value, range);
      const self: Value = { kind: 'name', name: 'this', range };
      const held: Value = { kind: 'name', name: walk.source(name), range: walk.range(name) };
      walk.assignMember({ kind: 'member', object: self, name: walk.source(name), range }, held, range);
    }
  });
}

/** Names that the class does not have itself may be those of its base. */
function supertype(walk: Walk, specifier: Syntax, named: boolean): void {
  const [base] = specifier.children;
  if (base?.type !== 'constructor_invocation') return;
  const [type] = base.children;
  if (type && named) walk.bind('member', 'super', typeName(walk, type), walk.range(base));
  recordInvocation(walk, base, 'new');
}

/** `GPT_4("gpt-4")`: an instance of the enum, its arguments named as its constructor names them. */
function enumBody(walk: Walk, body: Syntax, parameters: readonly Syntax[]): void {
  const names = parameters.map((parameter) => nameIn(parameter)).map((name) => (name ? walk.source(name) : null));
  const { owner } = walk;
  for (const entry of body.children) {
    const [name] = entry.children.filter(({ type }) => type === 'identifier');
    if (entry.type !== 'enum_entry' || !name) {
      walk.visit(entry);
      continue;
    }
    const args = descend(entry, 'value_arguments')?.children ?? [];
    const value = walk.facts.call('new', walk.range(entry), () => ({
      callee: { kind: 'name', name: owner.slice(owner.lastIndexOf('.') + 1), range: walk.range(name) },
      args: lowered(walk, args).map((arg, at): Argument => ({ ...arg, name: arg.name ?? names[at] ?? null })),
    }));
    walk.bind('member', walk.source(name), value, walk.range(entry));
    walk.visitAll(entry.children.filter(({ type }) => type === 'class_body'));
  }
}

/** A parameter, of a function or class, with what it holds where nobody gives it anything. */
function declared(walk: Walk, node: Syntax): { readonly name: Syntax | undefined; readonly value: Value } {
  const fallback = annotations(walk, node);
  const name = nameIn(node);
  const given = node.children.find((child) => child !== name && isValue(walk, child));
  const type = node.children.find((child) => isType(child));
  const value = given ? walk.lower(given) : (fallback ?? instanceOf(walk, type, node));
  return { name, value };
}

function nameIn(node: Syntax): Syntax | undefined {
  const holder = node.children.find(({ type }) => type === 'variable_declaration') ?? node;
  return holder.children.find(({ type }) => type === 'identifier');
}

function isType({ type }: Syntax): boolean {
  return type === 'user_type' || type === 'nullable_type';
}

function isValue(walk: Walk, node: Syntax): boolean {
  return !isType(node) && node.type !== 'modifiers' && walk.isExpression(node);
}

/** Those of Kotlin. */
const PLAIN_TOO = /^(?:Any|Int|Short|Byte|Char|Unit|Nothing|Array|Pair|Sequence|Mutable\w+)$/;

function instanceOf(walk: Walk, type: Syntax | undefined, at: Syntax): Value {
  const inner = type?.type === 'nullable_type' ? type.children[0] : type;
  if (!inner || inner.type !== 'user_type') return walk.unknown(at);
  const plain = walk
    .source(inner)
    .replace(/<[^]*$/, '')
    .trim();
  return PLAIN.test(plain) || PLAIN_TOO.test(plain) ? walk.unknown(at) : typeName(walk, inner);
}

/** Parameters of a named function are its own; those of a lambda are names of the function around it. */
export function bindParameters(walk: Walk, nodes: readonly Syntax[]): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  nodes.forEach((node, at) => {
    if (!/^(?:class_)?parameter$|^variable_declaration$/.test(node.type)) return;
    const name = nameIn(node) ?? node;
    const next = nodes[at + 1];
    const before = nodes[at - 1];
    const modifiers = before?.type === 'parameter_modifiers' ? [before] : [];
    const children = node.type === 'variable_declaration' ? [node] : node.children;
    const { value } = declared(walk, { ...node, children: [...modifiers, ...children] });
    const given = next && node.type === 'parameter' && walk.isExpression(next) ? walk.lower(next) : value;
    walk.bind(kind, walk.source(name), given, walk.range(node));
  });
}

const functionDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinFunction(name ? walk.source(name) : null, () => {
    annotations(walk, node);
    functionBody(walk, node);
  });
};

/** Parameters and body; a body that is an expression is what the function returns. */
export function functionBody(walk: Walk, node: Syntax): void {
  const parameters = descend(node, 'function_value_parameters');
  bindParameters(walk, parameters?.children ?? []);
  const body = descend(node, 'function_body') ?? descend(node, 'block');
  const [inner] = body?.type === 'function_body' ? body.children : [body];
  if (!inner) return;
  if (inner.type === 'block') walk.visitAll(inner.children);
  else walk.addReturn(walk.lower(inner), walk.range(inner));
}

const secondaryConstructor: Visit = (walk, node) => {
  walk.withinFunction('constructor', () => {
    functionBody(walk, node);
    walk.visitAll([descend(node, 'constructor_delegation_call')]);
  });
};

const property: Visit = (walk, node) => {
  const fallback = annotations(walk, node);
  const holder = node.children.find(({ type }) => type === 'variable_declaration');
  const name = nameIn(node);
  if (!holder || !name) {
    walk.visitAll(node.children);
    return;
  }
  const own = walk.source(name);
  const after = node.children.slice(node.children.indexOf(holder) + 1);
  const given = after.find((child) => isValue(walk, child));
  const value = given ? walk.lower(given, own) : computed(walk, after);
  const type = holder.children.find((child) => isType(child));
  const kind = walk.owner !== '' && walk.owner === walk.facts.scope ? 'member' : 'variable';
  walk.bind(kind, own, value ?? fallback ?? instanceOf(walk, type, node), walk.range(node));
};

/** What `by lazy { … }` makes, or a getter gives. */
function computed(walk: Walk, nodes: readonly Syntax[]): Value | null {
  const delegate = nodes.find(({ type }) => type === 'property_delegate')?.children[0];
  if (delegate) {
    const value = walk.lower(delegate);
    const made = value.kind === 'call' ? walk.facts.callAt(value.call)?.args.at(-1)?.value : undefined;
    return made?.kind === 'function' ? either(made.returns, made.range) : value;
  }
  const getter = nodes.find(({ type }) => type === 'getter');
  if (!getter) return null;
  const returns = walk.withinFunction(null, () => {
    functionBody(walk, getter);
  });
  return either(returns, walk.range(getter));
}

const assignment: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator');
  if (!left || !right) return;
  const target = walk.unwrap(left);
  const isName = target.type === 'identifier';
  const value = walk.lower(right, isName ? walk.source(target) : null);
  // What is added to a text makes it longer; its beginning still says what it is.
  if (!operator || walk.source(operator) !== '=') return;
  if (!isName) walk.assignMember(walk.lower(target), value, walk.range(node));
  else if (!noteSetting(walk, walk.source(target), value)) walk.assign(walk.source(target), value, walk.range(node));
};

const loop: Visit = (walk, node) => {
  const [target, value, ...body] = node.children;
  const name = target?.type === 'variable_declaration' ? target.children[0] : undefined;
  if (name && value) walk.bind('variable', walk.source(name), anyOf(walk, value), walk.span(node.start, value.end));
  else if (value) walk.visit(value);
  walk.visitAll(body);
};

const returns: Visit = (walk, node) => {
  const value = node.children.find(({ field }) => field !== 'label');
  if (value) walk.addReturn(walk.lower(value), walk.range(node));
};

/** Records the annotations of a declaration; gives the value that one of them sets where nothing else does. */
function annotations(walk: Walk, node: Syntax): Value | null {
  let fallback: Value | null = null;
  for (const modifiers of node.children) {
    if (modifiers.type !== 'modifiers' && modifiers.type !== 'parameter_modifiers') continue;
    for (const child of modifiers.children) {
      if (child.type === 'annotation') fallback ??= annotation(walk, child);
    }
  }
  return fallback;
}

function annotation(walk: Walk, node: Syntax): Value | null {
  const made = node.children.find(({ type }) => type === 'constructor_invocation' || type === 'user_type');
  if (!made) return null;
  const recorded = recordInvocation(walk, made, 'annotation');
  return recorded.kind === 'call' ? defaultIn(walk.facts.callAt(recorded.call)) : null;
}

/** `Name(…)` where a type stands: an annotation, or the base of a class. */
function recordInvocation(walk: Walk, node: Syntax, form: Call['form']): Value {
  const type = node.type === 'user_type' ? node : node.children[0];
  return walk.facts.call(form, walk.range(node), () => ({
    callee: type ? typeName(walk, type) : walk.unknown(node),
    args: lowered(walk, descend(node, 'value_arguments')?.children ?? []).map((arg) =>
      form === 'annotation' ? { ...arg, value: lines(arg.value) } : arg,
    ),
  }));
}

function lowered(walk: Walk, args: readonly Syntax[]): Argument[] {
  return args.flatMap((arg): Argument[] => {
    const [first, second] = arg.children;
    const value = second ?? first;
    return value ? [{ name: first && second ? walk.source(first) : null, value: walk.lower(value) }] : [];
  });
}

/** Parameters of what nobody has closed yet: the parser shows them alone. */
const looseParameters: Visit = (walk, node) => {
  bindParameters(walk, node.children);
};

const nothing: Visit = () => undefined;

export const kotlinStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['import', importHeader],
  ['class_declaration', typeDeclaration],
  ['object_declaration', typeDeclaration],
  ['function_declaration', functionDeclaration],
  ['secondary_constructor', secondaryConstructor],
  ['property_declaration', property],
  ['assignment', assignment],
  ['for_statement', loop],
  ['return_expression', returns],
  ['function_value_parameters', looseParameters],
  ['class_parameters', looseParameters],
  ['modifiers', nothing],
]);
