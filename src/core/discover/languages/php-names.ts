import type { Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Lower, Visit, Walk } from './walk';

/** Names of the file's own classes, and of the library classes it spoke of so far. */
const known = new WeakMap<Walk, Set<string>>();
const TYPES = /^(?:class|interface|trait|enum)_declaration$/;
/** Types that say nothing of what a parameter or property holds. */
const PLAIN =
  /^(?:self|static|parent|mixed|object|callable|iterable|Closure|DateTime\w*|Throwable|Exception|stdClass|Stringable|Traversable|Generator)$/;

/** The root of a tree, which is an error as a whole where something is not closed yet. */
export const program: Visit = (walk, node) => {
  if (!known.has(walk)) known.set(walk, new Set(typesIn(walk, node)));
  walk.visitAll(node.children);
};

function typesIn(walk: Walk, root: Syntax): string[] {
  const found: string[] = [];
  const open: Syntax[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const name = TYPES.test(node.type) ? childOf(node, 'name') : undefined;
    if (name) found.push(walk.source(name));
    open.push(...node.children);
  }
  return found;
}

/** `A\B\C` as it is written, without a leading backslash: `["A", "B", "C"]`. */
function partsOfName(walk: Walk, node: Syntax): string[] {
  return walk
    .source(node)
    .replace(/\s+/g, '')
    .replace(/^(?:namespace)?\\/, '')
    .split('\\')
    .filter((part) => part !== '');
}

/** A class that is spoken of without `use`: of the file's own namespace, or a library's by its whole name. */
export function classNamed(walk: Walk, node: Syntax): Value {
  const range = walk.range(node);
  const [first, ...rest] = partsOfName(walk, node);
  if (first === undefined) return { kind: 'unknown', range };
  const word = first.toLowerCase();
  // What belongs to the class answers to `self`, what belongs to its base to `super`.
  if (rest.length === 0 && (word === 'self' || word === 'static')) return { kind: 'name', name: 'self', range };
  if (rest.length === 0 && word === 'parent') return { kind: 'name', name: 'super', range };
  mention(walk, [first, ...rest], node);
  return rest.reduce<Value>((object, name) => ({ kind: 'member', object, name, range }), {
    kind: 'name',
    name: first,
    range,
  });
}

function mention(walk: Walk, parts: readonly string[], node: Syntax): void {
  const [first = ''] = parts;
  const names = known.get(walk);
  const whole = parts.join('.');
  if (!names || names.has(first) || names.has(whole) || !/^[A-Z]/.test(first) || walk.facts.imports(first)) return;
  names.add(whole);
  const module = parts.length === 1 ? first : parts.slice(0, -1).join('.');
  const name = parts.length === 1 ? null : (parts.at(-1) ?? null);
  walk.facts.addImport({ module, name, local: '', range: walk.range(node) });
}

/** `use A\B;`, `use A\B as C, D;`, `use A\{B, C\D as E};`, `use function A\f;`. */
export const useDeclaration: Visit = (walk, node) => {
  const group = childOf(node, 'body');
  const prefix = group ? node.children.find((child) => child.type === 'namespace_name') : undefined;
  const before = prefix ? partsOfName(walk, prefix) : [];
  for (const clause of (group ?? node).children) {
    if (clause.type !== 'namespace_use_clause') continue;
    const alias = childOf(clause, 'alias');
    const path = clause.children.find((child) => child.field !== 'alias' && child.field !== 'type');
    const parts = [...before, ...(path ? partsOfName(walk, path) : [])];
    const last = parts.at(-1);
    if (last === undefined) continue;
    const module = parts.slice(0, -1).join('.');
    const local = alias ? walk.source(alias) : last;
    const range = walk.range(group ? clause : node);
    // A class without a namespace is a module of its own.
    if (module === '') walk.facts.addImport({ module: last, name: null, local, range });
    else walk.facts.addImport({ module, name: last, local, range });
  }
};

/** `PROMPT`, `__DIR__`, the name of a function. */
export const plainName: Lower = (walk, node) => {
  const parts = partsOfName(walk, node);
  const [first = '', ...rest] = parts;
  const range = walk.range(node);
  if (first === '' || /^__\w+__$/.test(first)) return walk.unknown(node);
  if (rest.length > 0 && walk.facts.imports(first)) return classNamed(walk, node);
  // A constant or function of another namespace: its own name says which.
  return { kind: 'name', name: parts.at(-1) ?? first, range };
};

/** What a parameter or property of that type holds: an instance of it, where that could be a library's or our own. */
export function instanceOf(walk: Walk, type: Syntax | undefined): Value | null {
  const inner = type?.type === 'optional_type' ? type.children[0] : type;
  const name = inner?.type === 'named_type' ? inner.children[0] : undefined;
  return name && !PLAIN.test(walk.source(name)) ? classNamed(walk, name) : null;
}
