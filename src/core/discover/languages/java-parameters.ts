import type { Call, Value } from '../../model';
import { defaultIn } from './annotation-defaults';
import { instanceOf } from './java-types';
import { textOf } from './python-strings';
import { childOf, type Syntax } from './parse-tree';
import type { Walk } from './walk';

/** `@Name("…")`, `@Name(key = "…")`. An array of texts is one text, line by line, as libraries read it. */
export function recordAnnotation(walk: Walk, node: Syntax): Value | null {
  const callee = childOf(node, 'name');
  if (!callee) return null;
  const form: Call['form'] = 'annotation';
  const recorded = walk.facts.call(form, walk.range(node), () => ({
    callee: walk.lower(callee),
    args: (childOf(node, 'arguments')?.children ?? []).map((child) => {
      const key = childOf(child, 'key');
      const value = childOf(child, 'value');
      if (child.type !== 'element_value_pair' || !key || !value) return { name: null, value: lines(walk.lower(child)) };
      return { name: walk.source(key), value: lines(walk.lower(value)) };
    }),
  }));
  return recorded.kind === 'call' ? defaultIn(walk.facts.callAt(recorded.call)) : null;
}

/** An array of texts as one text, line by line. */
export function lines(value: Value): Value {
  if (value.kind !== 'list' || value.items.length === 0) return value;
  const parts = value.items.flatMap((item, at) =>
    item.kind === 'text' && item.holes.length === 0 ? [...(at === 0 ? [] : ['\n']), item.text] : [],
  );
  const all = parts.length === value.items.length * 2 - 1;
  return all ? textOf({ parts, range: value.range }) : value;
}

/** Records the annotations of a declaration; gives the value that one of them sets where nothing else does. */
export function annotations(walk: Walk, node: Syntax): Value | null {
  let fallback: Value | null = null;
  for (const modifiers of node.children) {
    if (modifiers.type !== 'modifiers') continue;
    for (const child of modifiers.children) {
      const given = child.type.endsWith('annotation') ? recordAnnotation(walk, child) : null;
      fallback ??= given;
    }
  }
  return fallback;
}

/** Parameters of a named function are its own; those of a lambda are names of the function around it. */
export function bindParameters(walk: Walk, parameters: readonly Syntax[]): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const parameter of parameters) {
    const fallback = annotations(walk, parameter);
    const declarator = parameter.children.find((child) => child.type === 'variable_declarator');
    const name = parameter.type === 'identifier' ? parameter : childOf(declarator ?? parameter, 'name');
    if (!name) continue;
    const value = fallback ?? instanceOf(walk, childOf(parameter, 'type'), parameter);
    walk.bind(kind, walk.source(name), value, walk.range(parameter));
  }
}
