import type { Value } from '../../model';
import type { Syntax } from './parse-tree';
import { qualified } from './qualified-names';
import type { Walk } from './walk';

/** A type as a name: `Map.Entry` without its parameters. */
export function typeName(walk: Walk, node: Syntax): Value {
  const range = walk.range(node);
  const source = walk
    .source(node)
    .replace(/<[^]*$/, '')
    .replace(/@\w+\s+/g, '')
    .replace(/\s/g, '');
  const [first = '', ...rest] = source.split('.');
  if (!/^[\w$]+$/.test(first)) return { kind: 'unknown', range };
  const whole = rest.reduce<Value>((object, part) => ({ kind: 'member', object, name: part, range }), {
    kind: 'name',
    name: first,
    range,
  });
  return qualified(walk, whole);
}

/** Types whose values say something themselves; of other types, the name stands for an instance that nobody makes here. */
export const PLAIN =
  /^(?:[a-z]\w*|String|Integer|Long|Double|Float|Boolean|Object|Character|CharSequence|Optional|List|Set|Map|Collection|Iterable|Stream|Path|File|T)$/;

/** What a field or parameter without a value holds: an instance of its type, where that could be a library's or our own. */
export function instanceOf(walk: Walk, type: Syntax | undefined, at: Syntax): Value {
  if (!type || !/^(?:type_identifier|scoped_type_identifier|generic_type)$/.test(type.type)) return walk.unknown(at);
  const plain = walk
    .source(type)
    .replace(/<[^]*$/, '')
    .trim();
  return PLAIN.test(plain) ? walk.unknown(at) : typeName(walk, type);
}
