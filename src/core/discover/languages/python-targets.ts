import type { Call, Range, Value } from '../../model';
import type { Syntax } from './parse-tree';
import { either, unknown, type Python } from './python-context';

/** Binds what stands left of `=`, after `as` or between `for` and `in` to `value`. */
export function bindTarget(py: Python, target: Syntax, value: Value, range: Range): void {
  switch (target.type) {
    case 'identifier':
      return bindName(py, py.source(target), value, range);
    case 'attribute':
    case 'subscript':
      return bindMember(py, target, value, range);
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
      return bindEach(py, target.children, value, range);
    case 'as_pattern_target':
    case 'parenthesized_expression':
      for (const child of target.children) bindTarget(py, child, value, range);
      return;
    case 'list_splat_pattern':
    case 'list_splat':
      for (const child of target.children) bindTarget(py, child, unknown(range), range);
      return;
    default:
      py.value(target);
  }
}

export function bindName(py: Python, name: string, value: Value, range: Range): void {
  if (name === '') return;
  if (py.frame.globals.has(name)) py.facts.bind('variable', name, value, range, name);
  else py.facts.bind(py.frame.kind === 'class' ? 'member' : 'variable', name, value, range);
}

/**
 * `self.x = …` gives the class its member; `settings.x = …` and `settings["x"] = …` give one to the name they begin with.
 */
function bindMember(py: Python, target: Syntax, value: Value, range: Range): void {
  const lowered = py.value(target);
  const path = lowered.kind === 'member' ? pathOf(lowered) : null;
  const [first = '', ...rest] = path ?? [];
  const name = rest.at(-1);
  if (name === undefined) return;
  const { self } = py.frame;
  const owner = self?.name === first ? self.owner : py.facts.scope === '' ? first : `${py.facts.scope}.${first}`;
  py.facts.bind('member', name, value, range, [owner, ...rest].join('.'));
}

/** `["a", "b", "c"]` for `a.b["c"]`; null where anything but names is in it. */
function pathOf(value: Value): string[] | null {
  const path: string[] = [];
  let current = value;
  while (current.kind === 'member') {
    if (!/^[\w-]{1,100}$/u.test(current.name)) return null;
    path.unshift(current.name);
    current = current.object;
  }
  return current.kind === 'name' ? [current.name, ...path] : null;
}

function bindEach(py: Python, targets: readonly Syntax[], value: Value, range: Range): void {
  const starred = targets.findIndex((target) => target.type.startsWith('list_splat'));
  targets.forEach((target, index) => {
    const known = starred < 0 || index < starred;
    bindTarget(py, target, known ? partOf(value, index, starred < 0 ? targets.length : -1) : unknown(range), range);
  });
}

/** Item `index` of a value that is taken apart into `count` (-1: at least one more). */
function partOf(value: Value, index: number, count: number): Value {
  const { range } = value;
  if (value.kind === 'either')
    return either(
      value.options.map((option) => partOf(option, index, count)),
      range,
    );
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'list') return { kind: 'member', object: value, name: String(index), range };
  const fits = count < 0 || value.items.length === count;
  return (fits ? value.items[index] : undefined) ?? unknown(range);
}

/** What a loop variable holds when a loop runs over `value`. */
export function elementOf(py: Python, value: Value): Value {
  const { range } = value;
  switch (value.kind) {
    case 'list':
      return either(value.items, range);
    case 'map':
      return either(
        value.entries.map((entry): Value => (entry.key === null ? unknown(range) : text(entry.key, entry.range))),
        range,
      );
    case 'name':
    case 'member':
    case 'index':
      return { kind: 'index', object: value, key: unknown(range), range };
    case 'call':
      return elementOfCall(py, value);
    default:
      return unknown(range);
  }
}

/** `enumerate(x)`, `zip(x, y)`, `reversed(x)`, `x.values()`, `x.items()`; other calls give any item of their result. */
function elementOfCall(py: Python, value: Value & { kind: 'call' }): Value {
  const { range } = value;
  const call: Call | undefined = py.facts.callAt(value.call);
  const items = call?.args.filter((argument) => argument.name === null).map((argument) => argument.value) ?? [];
  const callee = call?.callee;
  const [first] = items;
  if (callee?.kind === 'name' && first) {
    if (callee.name === 'enumerate') return { kind: 'list', items: [unknown(range), elementOf(py, first)], range };
    if (callee.name === 'zip') return { kind: 'list', items: items.map((item) => elementOf(py, item)), range };
    if (['reversed', 'sorted', 'list', 'tuple', 'set', 'tqdm'].includes(callee.name)) return elementOf(py, first);
  }
  if (callee?.kind === 'member' && items.length === 0) {
    const entry = entryOf(callee.object);
    if (callee.name === 'values') return entry;
    if (callee.name === 'items') return { kind: 'list', items: [unknown(range), entry], range };
  }
  return { kind: 'index', object: value, key: unknown(range), range };
}

function entryOf(object: Value): Value {
  const { range } = object;
  if (object.kind === 'map')
    return either(
      object.entries.map((entry) => entry.value),
      range,
    );
  return { kind: 'index', object, key: unknown(range), range };
}

function text(content: string, range: Range): Value {
  return { kind: 'text', text: content, holes: [], range };
}
