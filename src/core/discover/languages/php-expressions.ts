import type { Value } from '../../model';
import { either } from './python-context';
import { binary, constant, indexed, number, operatorOf } from './operators';
import { childOf, type Syntax } from './parse-tree';
import { phpCalls } from './php-calls';
import { variableOf } from './php-declarations';
import { plainName } from './php-names';
import { phpParts, phpString } from './php-texts';
import type { Lower, Walk } from './walk';

/** `$model`; `$this` is the object. */
const variable: Lower = (walk, node) => {
  const name = variableOf(walk, node);
  return /^\w+$/.test(name) ? { kind: 'name', name, range: walk.range(node) } : walk.opaque(node);
};

/** `${model}` in a text. */
const braced: Lower = (walk, node) => {
  const name = /^\$\{(\w+)\}$/.exec(walk.source(node))?.[1];
  return name === undefined ? walk.opaque(node) : { kind: 'name', name, range: walk.range(node) };
};

const subscript: Lower = (walk, node) => {
  const [object, key] = node.children;
  if (!object || !key) return walk.opaque(node);
  const value = walk.lower(object);
  return indexed(walk, node, value, walk.lower(key));
};

/** `c ? a : b` and `a ?: b`; not recursive along its last branch. */
const conditional: Lower = (walk, node, hint) => {
  const options: Value[] = [];
  let at: Syntax | undefined = node;
  while (at?.type === 'conditional_expression') {
    const condition = childOf(at, 'condition');
    const body = childOf(at, 'body');
    if (condition && body) walk.visit(condition);
    const given = body ?? condition;
    if (given) options.push(walk.lower(given, hint));
    const alternative = childOf(at, 'alternative');
    at = alternative && walk.unwrap(alternative);
  }
  if (at) options.push(walk.lower(at, hint));
  return either(options, walk.range(node));
};

const match: Lower = (walk, node, hint) => {
  const condition = childOf(node, 'condition');
  if (condition) walk.visit(condition);
  const options = (childOf(node, 'body')?.children ?? []).flatMap((arm) => {
    const asked = childOf(arm, 'conditional_expressions');
    const value = childOf(arm, 'return_expression');
    if (asked) walk.visit(asked);
    return value ? [walk.lower(value, hint)] : [];
  });
  return either(options, walk.range(node));
};

/** The lists that `$list[] = …` still adds to, by where they belong and how they are written. */
const lists = new WeakMap<Walk, Map<string, Value[]>>();
const MOST_ADDED = 1_000;

function listsOf(walk: Walk): Map<string, Value[]> {
  const known = lists.get(walk) ?? new Map<string, Value[]>();
  lists.set(walk, known);
  return known;
}

function placeOf(walk: Walk, node: Syntax): string {
  return `${node.type === 'variable_name' ? walk.facts.scope : walk.owner} ${walk.source(node)}`;
}

/** Gives a variable or property its value. A list is one that can grow. */
function give(walk: Walk, target: Syntax, value: Value, node: Syntax): void {
  const items = value.kind === 'list' ? [...value.items] : null;
  const place = placeOf(walk, target);
  if (items) listsOf(walk).set(place, items);
  else listsOf(walk).delete(place);
  const held: Value = items ? { kind: 'list', items, range: value.range } : value;
  if (target.type === 'variable_name') walk.bind('variable', variableOf(walk, target), held, walk.range(node));
  else walk.assignMember(walk.lower(target), held, walk.range(node));
}

/** `$a[] = $b`: the list holds one more. */
function append(walk: Walk, list: Syntax, value: Value, node: Syntax): void {
  const known = listsOf(walk).get(placeOf(walk, list));
  if (!known) give(walk, list, { kind: 'list', items: [value], range: value.range }, node);
  else if (known.length < MOST_ADDED) known.push(value);
}

/** Variables belong to the function that they stand in, whatever goes by the same name outside. */
const assignment: Lower = (walk, node, hint) => {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (!left || !right) return walk.opaque(node);
  const name = left.type === 'variable_name' ? variableOf(walk, left) : null;
  const value = walk.lower(right, name ?? hint);
  const operator = operatorOf(walk, node);
  // What is added to a text makes it longer; its beginning still says what it is.
  if (operator !== '' && operator !== '??=') return walk.unknown(node);
  const [grown] = left.type === 'subscript_expression' && left.children.length === 1 ? left.children : [];
  if (left.type === 'list_literal') takeApart(walk, left, value);
  else if (grown) append(walk, grown, value, node);
  else give(walk, left, value, node);
  return value;
};

/** `[$a, 'k' => $b] = …`. */
export function takeApart(walk: Walk, pattern: Syntax, value: Value): void {
  let key: string | null = null;
  let at = 0;
  for (const child of pattern.children) {
    const arrow = /^\s*=>/.test(walk.text.slice(child.end, child.end + 20));
    if (arrow) {
      const parts = phpParts(walk, child);
      key = typeof parts?.[0] === 'string' ? parts[0] : null;
      continue;
    }
    if (child.type === 'variable_name')
      walk.bind('variable', variableOf(walk, child), partOf(value, key ?? String(at)), walk.range(child));
    key = null;
    at += 1;
  }
}

function partOf(value: Value, name: string): Value {
  const { range } = value;
  if (value.kind === 'list') return value.items[Number(name)] ?? { kind: 'unknown', range };
  return value.kind === 'unknown' ? value : { kind: 'member', object: value, name, range };
}

const negative: Lower = (walk, node) =>
  /^-\s*\d/.test(walk.source(node)) ? number(walk, node, null) : walk.opaque(node);

const boolean: Lower = (walk, node) => constant(/^true$/i.test(walk.source(node)))(walk, node, null);

/** `require 'prompts.php'` gives what that file gives back. */
const include: Lower = (walk, node) => {
  const [path] = node.children;
  if (!path) return walk.unknown(node);
  return walk.facts.call('call', walk.range(node), () => ({
    callee: { kind: 'name', name: 'require', range: walk.range(node) },
    args: [{ name: null, value: walk.lower(path) }],
  }));
};

export const phpExpressions: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ...phpCalls,
  ['variable_name', variable],
  ['dynamic_variable_name', braced],
  ['name', plainName],
  ['qualified_name', plainName],
  ['relative_name', plainName],
  ['subscript_expression', subscript],
  ['string', phpString],
  ['encapsed_string', phpString],
  ['heredoc', phpString],
  ['nowdoc', phpString],
  ['binary_expression', binary(phpParts, ['??', '||', 'or'], '.')],
  ['conditional_expression', conditional],
  ['match_expression', match],
  ['assignment_expression', assignment],
  ['augmented_assignment_expression', assignment],
  ['reference_assignment_expression', assignment],
  ['unary_op_expression', negative],
  ['include_expression', include],
  ['include_once_expression', include],
  ['require_expression', include],
  ['require_once_expression', include],
  ['integer', number],
  ['float', number],
  ['boolean', boolean],
  ['null', constant(null)],
]);
