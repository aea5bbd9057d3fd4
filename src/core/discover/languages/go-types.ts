import type { Value } from '../../model';
import { childOf, type Syntax } from './parse-tree';
import type { Walk } from './walk';

/** `*pkg.Type[T]` as a name. */
export function typeName(walk: Walk, node: Syntax): Value {
  const range = walk.range(node);
  if (node.type === 'pointer_type' && node.children[0]) return typeName(walk, node.children[0]);
  if (node.type === 'generic_type') {
    const type = childOf(node, 'type');
    return type ? typeName(walk, type) : { kind: 'unknown', range };
  }
  return node.type === 'qualified_type' || node.type === 'type_identifier'
    ? walk.lower(node)
    : { kind: 'unknown', range };
}

const PLAIN = /^(?:u?int\d*|float\d+|complex\d+|string|bool|byte|rune|error|any|uintptr)$/;

/** What a field or parameter holds: an instance of its type, where that could be a library's or our own. */
export function instanceOf(walk: Walk, type: Syntax | undefined, at: Syntax): Value {
  if (!type || PLAIN.test(walk.source(type))) return walk.unknown(at);
  const value = typeName(walk, type);
  return value.kind === 'unknown' ? walk.unknown(at) : value;
}

/** Parameters of a named function are its own; those of a function literal are names of the function around it. */
export function bindParameters(walk: Walk, parameters: Syntax | undefined): void {
  const kind = walk.inNamedFunction ? 'parameter' : 'variable';
  for (const parameter of parameters?.children ?? []) {
    const value = instanceOf(walk, childOf(parameter, 'type'), parameter);
    for (const child of parameter.children) {
      if (child.field !== 'name' || child.type !== 'identifier') continue;
      const held: Value = parameter.type.startsWith('variadic') ? walk.unknown(parameter) : value;
      walk.bind(kind, walk.source(child), held, walk.range(child));
    }
  }
}
