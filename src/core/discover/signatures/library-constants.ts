import type { Range } from '../../model';
import type { Resolving } from '../resolve/resolving';
import type { Placed } from '../resolve/source-file';
import { idOfConstant } from './constant-names';
import { ecosystemOf, type SignatureLibrary } from './library';

/** The id that a constant of a library stands for: as the signatures say, else as its name says; null where neither does. */
export function idOf(library: SignatureLibrary, constant: string): string | null {
  return library.constants.get(constant) ?? idOfConstant(constant, library.families);
}

/** A constant of a library that stands for a model: its name, the id, and where it stands. */
export interface LibraryConstant {
  readonly id: string;
  readonly name: string;
  readonly range: Range;
}

/** The constant that a value is, of a library that works with models; null where it is none. */
export function constantAt(resolving: Resolving, library: SignatureLibrary, placed: Placed): LibraryConstant | null {
  const value = unwrapped(placed);
  if (value.kind !== 'member') return null;
  const id = idOf(library, value.name);
  if (id === null) return null;
  const ecosystem = ecosystemOf(placed.file.facts.language);
  const isOfLibrary = resolving
    .references({ ...placed, value })
    .some(({ module, path }) => module !== null && path.at(-1) === value.name && library.isAi(module, ecosystem));
  return isOfLibrary ? { id, name: value.name, range: value.range } : null;
}

/** The name itself, else the names of the things of libraries that it stands for. */
export function constantsIn(
  resolving: Resolving,
  library: SignatureLibrary,
  placed: Placed,
): { readonly name: string; readonly sure: boolean }[] {
  const { value, file } = placed;
  if (value.kind === 'member') return [{ name: value.name, sure: true }];
  const behind = resolving
    .references(placed)
    .flatMap(({ module, path }) => (module === null ? [] : path.slice(-1).map((name) => ({ name, module }))))
    .map(({ name, module }) => ({ name, sure: library.isAi(module, ecosystemOf(file.facts.language)) }));
  if (value.kind !== 'name') return behind;
  const own = { name: value.name, sure: behind.some(({ name, sure }) => sure && name === value.name) };
  return [own, ...behind.filter(({ name }) => name !== value.name)];
}

/** The constant in `Model.FAST.getValue()`, `Model.FAST.value` and `openai.F(model)`: what only hands it on. */
export function unwrapped({ value, file }: Placed): Placed['value'] {
  if (value.kind === 'member' && value.object.kind === 'member' && /^(?:value|id|Value|Id)$/.test(value.name))
    return value.object;
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  if (call?.form !== 'call') return value;
  const [only] = call.args;
  if (only) return call.args.length === 1 ? only.value : value;
  const hands =
    call.callee.kind === 'member' &&
    /^(?:get\w*|value|name|id|\w*toString|ToString|as_str|to_string)$/.test(call.callee.name);
  return hands && call.callee.kind === 'member' ? call.callee.object : value;
}
