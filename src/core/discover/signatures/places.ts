import type { Argument, Call } from '../../model';
import { allEntries, entriesNamed } from '../resolve/entries';
import type { Found, Resolving } from '../resolve/resolving';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';

/** A call with the file it stands in. */
export interface CallSite {
  readonly call: Call;
  readonly file: SourceFile;
}

/** What stands at the first of `places` that is present, unresolved: `model`, `0`, `0.model`, `messages.*.content`, `callee`. */
export function valuesAt(resolving: Resolving, site: CallSite, places: readonly string[]): Placed[] {
  for (const place of places) {
    const values = valuesAtPlace(resolving, site, place.split('.'));
    if (values.length > 0) return values;
  }
  return [];
}

function valuesAtPlace(resolving: Resolving, site: CallSite, [first = '', ...rest]: string[]): Placed[] {
  const { call, file } = site;
  const placed = (value: Argument['value']): Placed => ({ value, file, scope: call.scope });
  if (first === 'callee')
    return call.callee.kind === 'member' ? inside(resolving, [placed(call.callee.object)], rest) : [];
  if (first === 'docstring') return docstringOf(site);
  if (first === 'returns') return inside(resolving, returnsOf(site), rest);
  const own = argumentsAt(call, first).map(({ value }) => placed(value));
  return inside(resolving, own.length > 0 ? own : fromSpreads(resolving, site, first), rest);
}

function docstringOf({ call, file }: CallSite): Placed[] {
  return call.docstring ? [{ value: call.docstring, file, scope: call.decorates ?? call.scope }] : [];
}

/** What the decorated function returns. */
function returnsOf({ call, file }: CallSite): Placed[] {
  if (call.decorates === undefined) return [];
  return file.facts.bindings
    .filter(({ kind, symbol }) => kind === 'return' && symbol === call.decorates)
    .map((binding) => ({ value: binding.value, file, scope: scopeOf(binding) }));
}

function argumentsAt({ args }: Call, place: string): readonly Argument[] {
  if (/^\d+$/.test(place)) {
    const positional = args.filter((argument) => argument.name === null);
    const at = Number(place);
    // Behind `*args` nobody knows which argument is which.
    if (positional.slice(0, at + 1).some((argument) => argument.spread === true)) return [];
    const found = positional[at];
    return found ? [found] : [];
  }
  if (place === '*') return args.filter((argument) => argument.spread !== true);
  return args.filter((argument) => argument.name === place).slice(0, 1);
}

/** `create(**options)`: the keyword may come from a map. */
function fromSpreads(resolving: Resolving, { call, file }: CallSite, name: string): Placed[] {
  if (/^\d+$/.test(name)) return [];
  return call.args
    .filter((argument) => argument.spread === true)
    .flatMap(({ value }) => resolving.expand({ value, file, scope: call.scope }))
    .flatMap((found) => (found.value.kind === 'map' ? entriesNamed(resolving, found, name) : []));
}

function inside(resolving: Resolving, values: Placed[], path: readonly string[]): Placed[] {
  const [name, ...rest] = path;
  if (name === undefined) return values;
  const within = values.flatMap((placed): Placed[] => {
    const direct = name === 'returns' ? null : directEntry(placed, name);
    if (name === 'returns' && placed.value.kind === 'function')
      return placed.value.returns.map((value) => ({ ...placed, value }));
    if (direct) return [direct];
    return resolving
      .expand(placed)
      .flatMap((found): Found[] => (name === '*' ? allEntries(resolving, found) : structured(resolving, found, name)));
  });
  return inside(resolving, within, rest);
}

/** An entry of a map written right here, with what it says unresolved: a use through a variable keeps its own place. */
function directEntry({ value, file, scope }: Placed, name: string): Placed | null {
  if (value.kind !== 'map') return null;
  const entry = value.entries.find((candidate) => candidate.key === name);
  return entry ? { value: entry.value, file, scope } : null;
}

function structured(resolving: Resolving, found: Found, name: string): Found[] {
  const { kind } = found.value;
  if (found.value.kind === 'call' && /^\d+$/.test(name)) {
    const call = found.file.callOf(found.value);
    return call ? argumentsAt(call, name).flatMap(({ value }) => resolving.expand({ ...found, value })) : [];
  }
  return kind === 'map' || kind === 'list' || kind === 'call' ? entriesNamed(resolving, found, name) : [];
}
