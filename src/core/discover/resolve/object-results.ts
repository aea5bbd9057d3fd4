import { isText, type Result } from './call-arguments';
import { allEntries, entriesNamed } from './entries';
import type { SourceFile } from './source-file';

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
