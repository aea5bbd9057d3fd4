import type { Value } from '../../model';
import { isText, type Asked, type Result } from './call-arguments';
import { allEntries, entriesNamed } from './entries';
import type { Found } from './resolving';
import type { SourceFile } from './source-file';

export type ListValue = Value & { readonly kind: 'list' };

const MOST_ADDED = 40;

/** `ModelIds.SMALL.id()`, `MODEL.getName()`: what the object was made with under that name. */
export const givenAtMaking: Result = ({ resolving, placed, call }) => {
  const { callee, args } = call;
  if (args.length > 0 || callee.kind !== 'member' || !/^(?:java|kotlin)$/.test(placed.file.facts.language)) return [];
  const name = callee.name.replace(/^get(?=[A-Z])/, '');
  const field = name === callee.name ? name : name.charAt(0).toLowerCase() + name.slice(1);
  return resolving
    .expand({ ...placed, value: callee.object, scope: call.scope })
    .flatMap((found) => (found.value.kind === 'call' ? entriesNamed(resolving, found, field) : []))
    .filter(isText);
};

/** `personas.find((each) => …)`: any of the list. */
export const anyItem: Result = ({ resolving, placed, call }) =>
  call.callee.kind === 'member' && isJavaScript(placed.file)
    ? resolving
        .expand({ ...placed, value: call.callee.object, scope: call.scope })
        .flatMap((found) => (found.value.kind === 'list' ? allEntries(resolving, found) : []))
    : [];

/** `[a, b].filter(Boolean)`: the list without some. */
export const someItems: Result = ({ resolving, placed, call }) =>
  call.callee.kind === 'member' && isJavaScript(placed.file)
    ? resolving
        .expand({ ...placed, value: call.callee.object, scope: call.scope })
        .filter((found) => found.value.kind === 'list')
    : [];

function isJavaScript({ facts }: SourceFile): boolean {
  return facts.language === 'typescript' || facts.language === 'javascript';
}

/** A list with what the same function adds to it: `parts.push('…')`, `lines.append("…")`. */
export function withAdded({ value, file, holder }: Found<ListValue>, { placed, call }: Asked): ListValue {
  const name = holder?.binding.name;
  if (name === undefined || file !== placed.file || value.items.length > 1) return value;
  const added = file.facts.calls
    .filter(({ callee, scope }) => scope === call.scope && isAddingTo(callee, name))
    .slice(0, MOST_ADDED)
    .flatMap(({ args }) => args.map((argument) => argument.value));
  const [start, end] = [added[0]?.range, added.at(-1)?.range];
  if (!start || !end) return value;
  const range = { ...start, endLine: end.endLine, endColumn: end.endColumn };
  return { ...value, items: [...value.items, ...added], range };
}

function isAddingTo(callee: Value, name: string): boolean {
  if (callee.kind !== 'member' || !/^(?:push|append|add)$/.test(callee.name)) return false;
  return callee.object.kind === 'name' && callee.object.name === name;
}
