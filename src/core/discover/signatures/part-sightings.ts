import { partKinds, type PartArgument } from '../../catalogue';
import type { AssetKind, Call, Range, Sighting, Value } from '../../model';
import { siteIn } from '../sighting-parts';
import type { Resolving } from '../resolve/resolving';
import type { SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import type { Match } from './library';
import { valuesAt, type CallSite } from './places';

/** Longer texts are no names. */
const LONGEST = 100;
const MOST = 48;
const DEEPEST = 6;

type PartKey = keyof typeof partKinds;
const KEYS = Object.keys(partKinds) as PartKey[];

/** Agents, tools, indexes and the like that a call makes, or that its arguments define. */
export function partsMadeBy(resolving: Resolving, site: CallSite, match: Match): Sighting[] {
  return KEYS.flatMap((key) => {
    const part = match.row[key];
    return part ? ofPart(resolving, site, match, { kind: partKinds[key], part }) : [];
  });
}

interface Part {
  readonly kind: AssetKind;
  readonly part: PartArgument;
}

function ofPart(resolving: Resolving, site: CallSite, match: Match, { kind, part }: Part): Sighting[] {
  const { call, file } = site;
  const names = namesAt(resolving, site, part.at ?? []);
  if (part.each) return names.slice(0, MOST).map((name) => made(match, name.file, kind, name));
  const [name] = names;
  if (name) return [made(match, file, kind, name.file === file ? name : { ...name, range: call.callee.range })];
  const symbol = holderOf(site);
  if (symbol === null) return [];
  return [{ ...made(match, file, kind, { name: lastOf(symbol), range: call.callee.range }), symbol }];
}

interface Named {
  readonly name: string;
  readonly range: Range;
}

function namesAt(resolving: Resolving, site: CallSite, at: readonly string[]): (Named & { file: SourceFile })[] {
  return valuesAt(resolving, site, at).flatMap((value) =>
    textsOf(resolving, value).flatMap(({ text, holes, found }) => {
      const name = text.trim();
      if (holes.length > 0 || name === '' || name.length > LONGEST || /[\n\r\t]/.test(name)) return [];
      return [{ name, range: found.value.range, file: found.file }];
    }),
  );
}

function made({ file: library, row }: Match, file: SourceFile, kind: AssetKind, { name, range }: Named): Sighting {
  const provider = row.provider === undefined ? library.provider : row.provider;
  return {
    ...siteIn(file, range, 'definition', { signature: row.id, provider }),
    kind,
    name,
    pin: 'not-applicable',
    confidence: 'high',
  };
}

/** Qualified symbol of what holds the result of a call: what it decorates, a name, a key of options, a function. */
function holderOf({ call, file }: CallSite): string | null {
  if (call.decorates !== undefined) return call.decorates;
  if (call.form === 'annotation') return call.scope === '' ? null : call.scope;
  const holder = holdersIn(file).get(call);
  if (holder !== undefined) return holder;
  return call.scope === '' ? null : call.scope;
}

function lastOf(symbol: string): string {
  return symbol.slice(symbol.lastIndexOf('.') + 1);
}

const held = new WeakMap<SourceFile, ReadonlyMap<Call, string>>();

/** For each call whose result is kept: the name, or the key in a map, that it is kept under. */
function holdersIn(file: SourceFile): ReadonlyMap<Call, string> {
  const known = held.get(file);
  if (known) return known;
  const holders = new Map<Call, string>();
  for (const { symbol, value, kind } of file.facts.bindings)
    if (kind !== 'parameter') keep(file, holders, symbol, value);
  for (const call of file.facts.calls) {
    for (const { value } of call.args) if (value.kind === 'map') keep(file, holders, call.scope, value);
  }
  held.set(file, holders);
  return holders;
}

function keep(file: SourceFile, holders: Map<Call, string>, symbol: string, value: Value, depth = DEEPEST): void {
  if (depth === 0) return;
  if (value.kind === 'map') {
    for (const { key, value: inner } of value.entries) {
      if (key !== null) keep(file, holders, symbol === '' ? key : `${symbol}.${key}`, inner, depth - 1);
    }
  }
  for (let call = value.kind === 'call' ? file.callOf(value) : undefined; call !== undefined;) {
    if (symbol !== '' && !holders.has(call)) holders.set(call, symbol);
    // The calls of a builder's chain are kept under one name.
    const { callee }: Call = call;
    const object: Value | null = callee.kind === 'member' ? callee.object : null;
    call = object?.kind === 'call' ? file.callOf(object) : undefined;
  }
}
