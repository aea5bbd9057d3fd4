import { calleeName, type Found, type Resolving } from './resolving';
import type { SourceFile } from './source-file';

const FAN_OUT = 32;

/** What stands under `name` in a map, in a list by number, or in the arguments that made an object. */
export function entriesNamed(resolving: Resolving, found: Found, name: string): Found[] {
  const { value, holder } = found;
  if (value.kind === 'map') {
    const own = value.entries.filter((entry) => entry.key === name);
    const from = own.length > 0 ? own.slice(-1) : value.entries.filter((entry) => entry.spread === true);
    return from.flatMap((entry) => {
      const inner = resolving.expand({ ...found, value: entry.value }, holder);
      return entry.spread === true ? inner.flatMap((spread) => entriesNamed(resolving, spread, name)) : inner;
    });
  }
  if (value.kind === 'list') {
    const item = /^-?\d+$/.test(name) ? value.items.at(Number(name)) : undefined;
    return item ? resolving.expand({ ...found, value: item }, holder) : [];
  }
  if (value.kind === 'call') {
    const call = found.file.callOf(value);
    const argument = call?.args.find((candidate) => candidate.name === name);
    if (argument) return resolving.expand({ ...found, value: argument.value }, holder);
    return call && PARSES.test(calleeName(call)) ? optionDefault(resolving, found.file, name) : [];
  }
  return isSameText(found, name) ? [found] : [];
}

/** `Model.FAST.value` of an enum member whose value is a text; `file.absolutePath` of a path. */
function isSameText({ value, file }: Found, name: string): boolean {
  if (value.kind !== 'text') return false;
  return name === 'value' || name === 'template' || (file.facts.language === 'kotlin' && PATHS.test(name));
}

/** Other forms of the path of a file. */
const PATHS = /^(?:absolutePath|canonicalPath|path|absoluteFile)$/;

const PARSES = /^parse_(?:known_)?args$/;

/** `add_argument("--model-name", default="…")` for `args.model_name`, wherever in the file the option is defined. */
export function optionDefault(resolving: Resolving, file: SourceFile, name: string): Found[] {
  return file.facts.calls.flatMap((call) => {
    if (calleeName(call) !== 'add_argument') return [];
    const named = call.args.some(
      ({ value, name: keyword }) =>
        value.kind === 'text' && (keyword === null || keyword === 'dest') && optionName(value.text) === name,
    );
    const fallback = call.args.find((argument) => argument.name === 'default');
    return named && fallback ? resolving.expand({ value: fallback.value, file, scope: call.scope }) : [];
  });
}

function optionName(flag: string): string {
  return flag.replace(/^-+/, '').replace(/-/g, '_');
}

/** Every entry of a map, every item of a list. */
export function allEntries(resolving: Resolving, found: Found): Found[] {
  const { value, holder } = found;
  if (value.kind === 'list') {
    return value.items.slice(0, FAN_OUT).flatMap((item) => resolving.expand({ ...found, value: item }, holder));
  }
  if (value.kind !== 'map') return [];
  return value.entries.slice(0, FAN_OUT).flatMap((entry) => {
    const inner = resolving.expand({ ...found, value: entry.value }, holder);
    return entry.spread === true ? inner.flatMap((spread) => allEntries(resolving, spread)) : inner;
  });
}
