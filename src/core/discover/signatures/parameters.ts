import type { Reference, Target } from '../resolve/resolving';
import type { Placed, SourceFile } from '../resolve/source-file';
import type { CallSite } from './places';

/** Place of a parameter among those that a caller gives by position. */
export function positionOf(file: SourceFile, owner: string, name: string): number {
  const names = file.parametersOf(owner).map((parameter) => parameter.name);
  const given = names[0] === 'self' || names[0] === 'cls' ? names.slice(1) : names;
  const at = given.indexOf(name);
  // Functions of one name follow one another: where a name comes again, another one begins.
  const before = given.slice(0, Math.max(0, at));
  return at - before.reduce((begin, each, index) => (before.indexOf(each, begin) < index ? index : begin), 0);
}

/**
 * The arguments of a call whose keyword, or whose parameter where the project's own code answers the call, has a name that
 * is `wanted`; each with that name.
 */
export function argumentsNamed(
  { call, file }: CallSite,
  references: readonly Reference[],
  wanted: (name: string) => boolean,
): (readonly [Placed, string])[] {
  const target = references.find((reference) => reference.target !== null)?.target;
  const parameters = target ? givenParameters(target) : [];
  const named: (readonly [Placed, string])[] = [];
  let position = 0;
  for (const argument of call.args) {
    const name = argument.name ?? parameters[position];
    if (argument.name === null) position += 1;
    if (name !== undefined && argument.spread !== true && wanted(name))
      named.push([{ value: argument.value, file, scope: call.scope }, name]);
  }
  return named;
}

function givenParameters({ file, symbol }: Target): string[] {
  for (const owner of [symbol, `${symbol}.__init__`, `${symbol}.constructor`]) {
    const names = file.parametersOf(owner).map((parameter) => parameter.name);
    if (names.length > 0) return names[0] === 'self' || names[0] === 'cls' ? names.slice(1) : names;
  }
  return [];
}
