import type { Argument, MapEntry, Value } from '../../model';
import { kotlinParts } from './kotlin-texts';
import { textOf } from './python-strings';
import type { Syntax } from './parse-tree';
import type { Lower, Walk } from './walk';

const MAPS = /^(?:mapOf|mutableMapOf|hashMapOf|linkedMapOf|buildMap)$/;
const LISTS = /^(?:listOf|mutableListOf|arrayListOf|arrayOf|setOf|mutableSetOf|listOfNotNull|sequenceOf)$/;
/** Functions that give their lambda the object they are called on: as `this`, or as its parameter. */
const ON_SELF = /^(?:apply|run)$/;
const ON_IT = /^(?:let|also|takeIf|takeUnless)$/;

/** The objects whose members a lambda may call by their plain name, innermost last. */
const receivers = new WeakMap<Walk, Value[]>();

/** `f(a, b = c) { … }`, `object.f { … }`, `Type(…)`. */
export const call: Lower = (walk, node) => {
  const text = kotlinParts(walk, node);
  const range = walk.range(node);
  if (text) return textOf({ parts: text, range });
  const { callee, args, lambdas } = partsOf(node);
  if (!callee) return walk.opaque(node);
  const name = callee.type === 'identifier' ? walk.source(callee) : '';
  if (MAPS.test(name) && lambdas.length === 0) return mapOf(walk, args, node);
  if (LISTS.test(name) && lambdas.length === 0)
    return { kind: 'list', items: args.map((arg) => walk.lower(valueOf(arg))), range };
  const form = isType(walk, callee) ? 'new' : 'call';
  return walk.facts.call(form, range, () => {
    const lowered = calleeOf(walk, callee);
    const values = args.flatMap((arg) => argument(walk, arg, lowered));
    return { callee: lowered, args: [...values, ...lambdas.flatMap((each) => handed(walk, each, lowered))] };
  });
};

interface CallParts {
  readonly callee: Syntax | undefined;
  readonly args: readonly Syntax[];
  readonly lambdas: readonly Syntax[];
}

/** A lambda behind the parentheses is an argument like those in them; the parser nests the two. */
function partsOf(node: Syntax): CallParts {
  const [callee, ...rest] = node.children;
  const lambdas = rest.filter(({ type }) => type === 'annotated_lambda').flatMap((each) => each.children.slice(-1));
  const args = rest.find(({ type }) => type === 'value_arguments')?.children;
  if (args !== undefined || callee?.type !== 'call_expression') return { callee, args: args ?? [], lambdas };
  const inside = partsOf(callee);
  return inside.lambdas.length > 0 ? { callee, args: [], lambdas } : { ...inside, lambdas };
}

/** `foo<Type>("x")`, which the parser takes for two comparisons. */
export function typedCall(walk: Walk, node: Syntax): Value | null {
  const [left, operator, right] = node.children;
  if (!left || !right || left.type !== 'binary_expression' || walk.source(operator ?? node) !== '>') return null;
  const [callee, less] = left.children;
  if (!callee || walk.source(less ?? left) !== '<' || right.type !== 'parenthesized_expression') return null;
  const form = isType(walk, callee) ? 'new' : 'call';
  return walk.facts.call(form, walk.range(node), () => ({
    callee: calleeOf(walk, callee),
    args: right.children.map((child) => ({ name: null, value: walk.lower(child) })),
  }));
}

/** A call of a type makes one of it. */
function isType(walk: Walk, callee: Syntax): boolean {
  const last = callee.type === 'navigation_expression' ? callee.children.at(-1) : callee;
  return last !== undefined && /^[A-Z]\w*[a-z]/.test(walk.source(last));
}

/** A plain name inside `x.apply { … }` may be a function of `x`. */
function calleeOf(walk: Walk, callee: Syntax): Value {
  const value = walk.lower(callee);
  const receiver = receivers.get(walk)?.at(-1);
  if (value.kind !== 'name' || !receiver || !/^[a-z]/.test(value.name) || walk.facts.imports(value.name)) return value;
  return { kind: 'member', object: receiver, name: value.name, range: value.range };
}

function valueOf(arg: Syntax): Syntax {
  return arg.children.at(-1) ?? arg;
}

function argument(walk: Walk, arg: Syntax, callee: Value): Argument[] {
  const [first, second] = arg.children;
  const name = first && second ? walk.source(first) : null;
  const value = valueOf(arg);
  const spread = value.type === 'spread_expression' ? { spread: true } : {};
  if (walk.unwrap(value).type === 'lambda_literal')
    return handed(walk, value, callee).map((each, at) => (at === 0 ? { ...each, name } : each));
  return [{ name, value: walk.lower(value), ...spread }];
}

/**
 * A lambda knows by its callee what its parameter, or its `this`, is. What a builder's lambda sets goes to the callee too,
 * by name: `request { model = id }`.
 */
function handed(walk: Walk, lambda: Syntax, callee: Value): Argument[] {
  const [object, name] = callee.kind === 'member' ? [callee.object, callee.name] : [null, ''];
  const stack = receivers.get(walk) ?? [];
  receivers.set(walk, stack);
  const self = object !== null && ON_SELF.test(name) ? object : null;
  walk.handedTo = object !== null && ON_IT.test(name) ? object : callee;
  const open = settings.get(walk) ?? [];
  settings.set(walk, open);
  const set: Argument[] = [];
  if (self) stack.push(self);
  open.push(set);
  const value = walk.lower(lambda);
  open.pop();
  if (self) stack.pop();
  walk.handedTo = null;
  return [{ name: null, value }, ...set];
}

/** What the lambdas that are walked set on what they build, innermost last. */
const settings = new WeakMap<Walk, Argument[][]>();

/** True where the name is set in a lambda and nothing declares it: a property of what that lambda builds. */
export function noteSetting(walk: Walk, name: string, value: Value): boolean {
  const set = settings.get(walk)?.at(-1);
  if (!set || walk.knows(name)) return false;
  set.push({ name, value });
  return true;
}

function mapOf(walk: Walk, args: readonly Syntax[], node: Syntax): Value {
  const entries = args.map((arg): MapEntry => {
    const pair = walk.unwrap(valueOf(arg));
    const [key, word, value] = pair.children;
    if (pair.type !== 'infix_expression' || !key || !value || walk.source(word ?? pair) !== 'to')
      return { key: null, value: walk.lower(pair), range: walk.range(pair), spread: true };
    const lowered = walk.lower(key);
    const known = lowered.kind === 'text' && lowered.holes.length === 0 ? lowered.text : null;
    return { key: known, value: walk.lower(value), range: walk.range(key) };
  });
  return { kind: 'map', entries, range: walk.range(node) };
}
