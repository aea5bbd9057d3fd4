import type { Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import { noteHeredocs } from './ruby-texts';
import type { Visit, Walk } from './walk';

/** Names of the file's own classes and modules, and of the modules it spoke of so far. */
const known = new WeakMap<Walk, Set<string>>();

/** The root of a tree, which is an error as a whole where something is not closed yet. */
const program: Visit = (walk, node) => {
  if (!known.has(walk)) {
    noteHeredocs(walk, node);
    known.set(walk, new Set(typesIn(walk, node)));
  }
  walk.visitAll(node.children);
};

function typesIn(walk: Walk, root: Syntax): string[] {
  const found: string[] = [];
  const open: Syntax[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const name = /^(?:class|module)$/.test(node.type) ? childOf(node, 'name') : undefined;
    if (name) found.push(walk.source(name).split('::', 1)[0] ?? '');
    open.push(...node.children);
  }
  return found;
}

/** A constant that the file does not define may be a library's own module: Ruby loads most of them without a word. */
export function mention(walk: Walk, node: Syntax): void {
  const name = walk.source(node);
  const names = known.get(walk);
  if (!names || names.has(name) || !/[a-z]/.test(name)) return;
  names.add(name);
  walk.facts.addImport({ module: name, name: null, local: '', range: walk.range(node) });
}

const typeDeclaration: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  walk.withinType(name ? walk.source(name).replaceAll('::', '.') : null, () => {
    const base = childOf(node, 'superclass')?.children[0];
    if (base) walk.bind('member', 'super', walk.lower(base), walk.range(base));
    walk.visitAll([childOf(node, 'body')]);
  });
};

/** `initialize` answers to the symbol of its class and `constructor`. The last value is what a method returns. */
const method: Visit = (walk, node) => {
  const name = childOf(node, 'name');
  const own = name ? walk.source(name) : null;
  walk.withinFunction(own === 'initialize' ? 'constructor' : own, () => {
    bindParameters(walk, childOf(node, 'parameters')?.children ?? []);
    const body = childOf(node, 'body');
    if (!body) return;
    const statements = body.type === 'body_statement' ? body.children : [body];
    const values = lastOf(walk, statements, null);
    if (own !== 'initialize') for (const value of values) walk.addReturn(value, value.range);
  });
};

/** The value of the last of some statements; the others are walked for what is in them. */
export function lastOf(walk: Walk, statements: readonly Syntax[], hint: string | null): Value[] {
  const visible = statements.filter(({ type }) => type !== 'heredoc_body');
  const last = visible.at(-1);
  walk.visitAll(visible.slice(0, -1));
  if (!last) return [];
  if (walk.isExpression(last)) return [walk.lower(last, hint)];
  walk.visit(last);
  return [];
}

export function bindParameters(walk: Walk, nodes: readonly Syntax[]): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const node of nodes) {
    const name = node.type === 'identifier' ? node : childOf(node, 'name');
    const value = childOf(node, 'value');
    if (name) walk.bind(kind, walk.source(name), value ? walk.lower(value) : walk.unknown(node), walk.range(node));
  }
}

const assignment: Visit = (walk, node) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  const operator = childOf(node, 'operator');
  if (!left || !right) return;
  const isName = left.type === 'identifier' || left.type === 'constant';
  const value = walk.lower(right, isName ? walk.source(left) : null);
  // What is added to a text makes it longer; its beginning still says what it is.
  if (operator && walk.source(operator) !== '||=') return;
  const whole = walk.range(node);
  const range = value.kind === 'text' && value.range.endLine > whole.endLine ? { ...whole, ...endOf(value) } : whole;
  if (isName && walk.owner !== '' && walk.owner === walk.facts.scope)
    walk.bind('member', walk.source(left), value, range);
  else if (isName) walk.assign(walk.source(left), value, range);
  else walk.assignMember(walk.lower(left), value, range);
};

/** A heredoc ends below the statement that it stands in. */
function endOf({ range: { endLine, endColumn } }: Value): { endLine: number; endColumn: number } {
  return { endLine, endColumn };
}

const returns: Visit = (walk, node) => {
  const [value] = node.children[0]?.children ?? [];
  if (value) walk.addReturn(walk.lower(value), walk.range(node));
};

/** Parameters of what nobody has closed yet: the parser shows them alone. */
const looseParameters: Visit = (walk, node) => {
  bindParameters(walk, node.children);
};

export const rubyStatements: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['program', program],
  ['ERROR', program],
  ['class', typeDeclaration],
  ['module', typeDeclaration],
  ['method', method],
  ['singleton_method', method],
  ['assignment', assignment],
  ['operator_assignment', assignment],
  ['return', returns],
  ['method_parameters', looseParameters],
  ['block_parameters', looseParameters],
]);
