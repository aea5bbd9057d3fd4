import type { Call, Value } from '../../model';
import { scopeOf, type SourceFile } from '../resolve/source-file';

const DEEPEST = 3;
const MOST_ENTRIES = 100;

/**
 * Classes that a table keeps for a name that comes later: `SETS = {"digits": datasets.MNIST}`. What is made from one of
 * them is chosen at run time, so the place in the table stands for its making; as with a base, nothing is known of
 * arguments.
 */
export function classesInTables(file: SourceFile): readonly Call[] {
  if (file.facts.language !== 'python') return [];
  return file.facts.bindings.flatMap((binding) =>
    binding.value.kind === 'map' ? classesIn(binding.value, scopeOf(binding), DEEPEST) : [],
  );
}

function classesIn(value: Value, scope: string, depth: number): Call[] {
  if (value.kind === 'name' || value.kind === 'member')
    return /^[A-Z]\w*[a-z0-9]/.test(value.name) || /^[A-Z]{3,}\d*$/.test(value.name)
      ? [{ callee: value, args: [], scope, form: 'base', range: value.range }]
      : [];
  if (depth === 0) return [];
  const parts =
    value.kind === 'map' ? value.entries.map((entry) => entry.value) : value.kind === 'list' ? value.items : [];
  return parts.slice(0, MOST_ENTRIES).flatMap((part) => classesIn(part, scope, depth - 1));
}
