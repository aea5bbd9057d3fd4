import type { Value } from '../../model';
import type { Walk } from './walk';

/** What names of packages begin with; names of variables hardly ever do. */
const FIRST = /^(?:com|org|net|io|dev|ai|de|co|me|edu|java|javax|jakarta|kotlin|software)$/;
const CLASS = /^[A-Z]\w*[a-z]/;

/** `value` as it is; a class written with its whole package (`dev.lib.service.Desk`) counts as imported from there. */
export function qualified(walk: Walk, value: Value): Value {
  if (value.kind !== 'member' || !CLASS.test(value.name)) return value;
  const path: string[] = [];
  let object: Value = value.object;
  while (object.kind === 'member') {
    path.unshift(object.name);
    object = object.object;
  }
  if (object.kind !== 'name' || path.length === 0 || !FIRST.test(object.name) || walk.knows(object.name)) return value;
  if (path.every((part) => /^[a-z]\w*$/.test(part))) walk.mention([object.name, ...path].join('.'), value.range);
  return value;
}
