import type { Argument, Call, Hole, TextValue, Value } from '../../model';
import type { Found, Holder, Resolving } from './resolving';
import type { Placed } from './source-file';

/** A call whose result is asked for. */
export interface Asked {
  readonly resolving: Resolving;
  readonly placed: Placed<Value & { kind: 'call' }>;
  readonly call: Call;
  readonly holder: Holder | null;
}

/** What calls of one name give back. */
export type Result = (asked: Asked) => Found[];

export function argumentAt(asked: Asked, position: number): Found[] {
  return expandArgument(asked, asked.call.args.filter((argument) => argument.name === null)[position]);
}

export function argumentNamed(asked: Asked, ...names: string[]): Found[] {
  return expandArgument(
    asked,
    asked.call.args.find((argument) => argument.name !== null && names.includes(argument.name)),
  );
}

function expandArgument({ resolving, placed, call, holder }: Asked, argument: Argument | undefined): Found[] {
  if (!argument) return [];
  return resolving.expand({ ...placed, value: argument.value, scope: call.scope }, holder);
}

export function textOf(parts: readonly Value[], glue: string, range: TextValue['range']): TextValue {
  const holes: Hole[] = [];
  const texts = parts.map((part) => {
    if (part.kind === 'text' && part.holes.length === 0) return part.text;
    holes.push({ source: part.kind === 'name' ? part.name : '…', value: part });
    return `{${holes.length - 1}}`;
  });
  return { kind: 'text', text: texts.join(glue), holes, range };
}

export function isText(found: Found): boolean {
  return found.value.kind === 'text';
}
