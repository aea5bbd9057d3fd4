import type { Value } from '../../model';
import type { Lowering } from './typescript-context';
import { childOf, type Syntax } from './parse-tree';
import { bindPattern } from './typescript-patterns';

/**
 * Binds the parameters of a function, each by its name and with its default, unknown where it has none. A parameter that
 * is taken apart (`({ model = 'x' })`) is itself bound by its position (`0`), and the names in it are variables that take
 * parts of that. Parameters of a transparent function are variables of the function around it.
 */
export function bindParameters(cx: Lowering, fn: Syntax): void {
  const single = childOf(fn, 'parameter');
  const list = single ? [single] : (childOf(fn, 'parameters')?.children ?? []);
  const nodes = list.filter((node) => childOf(node, 'pattern')?.type !== 'this');
  nodes.forEach((node, at) => bindParameter(cx, node, at));
}

function bindParameter(cx: Lowering, node: Syntax, at: number): void {
  const range = cx.range(node);
  cx.visitAll(node.children.filter((child) => child.type === 'decorator'));
  const { pattern, otherwise } = partsOf(node);
  const named = pattern.type === 'identifier';
  const value = otherwise ? cx.lower(otherwise, named ? cx.source(pattern) : null) : cx.unknown(node);
  if (named) {
    cx.bind(cx.inNamedFunction ? 'parameter' : 'variable', cx.source(pattern), value, range);
    if (isProperty(node)) bindProperty(cx, pattern, node);
  } else if (pattern.type === 'object_pattern' || pattern.type === 'array_pattern') {
    takeApart(cx, pattern, value, at);
  }
}

/** TypeScript has a node around each parameter; JavaScript has it bare, or in a pattern with its default. */
function partsOf(node: Syntax): { pattern: Syntax; otherwise: Syntax | undefined } {
  const isDefaulted = node.type === 'assignment_pattern';
  const bare = childOf(node, isDefaulted ? 'left' : 'pattern') ?? node;
  const pattern = bare.type === 'rest_pattern' ? (bare.children[0] ?? bare) : bare;
  return { pattern, otherwise: childOf(node, isDefaulted ? 'right' : 'value') };
}

function takeApart(cx: Lowering, pattern: Syntax, value: Value, at: number): void {
  const range = cx.range(pattern);
  const named = cx.inNamedFunction;
  if (named) cx.bind('parameter', String(at), value, range);
  const whole: Value = named ? { kind: 'name', name: String(at), range } : value;
  bindPattern(cx, pattern, whole, { kind: 'variable', range });
}

/** `constructor(private model = 'x')` declares a property too. */
function isProperty(node: Syntax): boolean {
  return node.children.some(
    (child) =>
      child.type === 'accessibility_modifier' || child.type === 'readonly' || child.type === 'override_modifier',
  );
}

function bindProperty(cx: Lowering, pattern: Syntax, node: Syntax): void {
  const name = cx.source(pattern);
  cx.bind('member', name, { kind: 'name', name, range: cx.range(pattern) }, cx.range(node), `${cx.owner}.${name}`);
}
