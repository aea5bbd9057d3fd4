import type { Call, Value } from '../../model';
import type { Resolving } from '../resolve/resolving';
import type { Placed, SourceFile } from '../resolve/source-file';
import type { CallSite } from './places';

const LONGEST_CHAIN = 40;
const MOST_PARTS = 32;
const DEEPEST = 3;

const nextCalls = new WeakMap<SourceFile, ReadonlyMap<Call, Call>>();

const enclosing = new WeakMap<SourceFile, ReadonlyMap<Call, Call>>();

/** The call in whose arguments `call` is written out: `generateText(…)` of `openai("…")`; none where it is kept first. */
export function callAround({ call, file }: CallSite): Call | undefined {
  const known = enclosing.get(file) ?? around(file);
  enclosing.set(file, known);
  return known.get(call);
}

function around(file: SourceFile): ReadonlyMap<Call, Call> {
  const outer = new Map<Call, Call>();
  for (const call of file.facts.calls) {
    const open: Value[] = call.args.map(({ value }) => value);
    for (let value = open.pop(); value; value = open.pop()) {
      if (value.kind === 'map') open.push(...value.entries.map((entry) => entry.value));
      else if (value.kind === 'list') open.push(...value.items);
      const inner = value.kind === 'call' ? file.callOf(value) : undefined;
      if (inner) outer.set(inner, call);
    }
  }
  return outer;
}

/** For each call the one that is made on what it gives: `.temperature(…)` of `.modelName(…)`. */
function nextIn(file: SourceFile): ReadonlyMap<Call, Call> {
  const known = nextCalls.get(file);
  if (known) return known;
  const next = new Map<Call, Call>();
  for (const call of file.facts.calls) {
    const before = callBehind(file, call);
    if (before) next.set(before, call);
  }
  nextCalls.set(file, next);
  return next;
}

/** The call on whose result `call` is made, members in between left out. */
function callBehind(file: SourceFile, call: Call): Call | undefined {
  const root = rootOf(call.callee);
  return root?.kind === 'call' && root !== call.callee ? file.callOf(root) : undefined;
}

/** What a chain of members begins with. */
function rootOf(value: Value): Value | undefined {
  let root: Value | undefined = value;
  for (let step = 0; root?.kind === 'member' && step < LONGEST_CHAIN; step += 1) root = root.object;
  return root?.kind === 'member' ? undefined : root;
}

/** The last call of the chain that `call` is part of: what the others only prepare. */
function lastOf({ call, file }: CallSite): Call {
  const next = nextIn(file);
  let last = call;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) last = next.get(last) ?? last;
  return last;
}

/** Every call of the chain, the last first. */
export function wholeChain(site: CallSite): Call[] {
  const chain: Call[] = [];
  let call: Call | undefined = lastOf(site);
  while (call && chain.length < LONGEST_CHAIN) {
    chain.push(call);
    call = callBehind(site.file, call);
  }
  return chain;
}

/** A name for the chain that a call is part of, equal for all its calls. */
export function keyOf(site: CallSite): string {
  const { call } = site;
  const symbol = call.decorates ?? (call.form === 'annotation' ? call.scope : '');
  if (symbol !== '') return symbolKey(site.file, symbol);
  const { line, column, endLine, endColumn } = lastOf(site).range;
  return `${site.file.path}:${line}:${column}-${endLine}:${endColumn}`;
}

/** A name for a function or class of the project. */
function symbolKey({ path }: SourceFile, symbol: string): string {
  return `${path}#${symbol}`;
}

/** The calls that made what a chain begins with: `OpenAI(…)` for `client.chat.completions.create(…)`. */
export function makersOf(resolving: Resolving, chain: readonly Call[], file: SourceFile): CallSite[] {
  const first = chain.at(-1);
  if (!first) return [];
  const path: Value[] = [];
  for (let value: Value | undefined = first.callee; value && path.length < LONGEST_CHAIN;) {
    path.unshift(value);
    value = value.kind === 'member' ? value.object : undefined;
  }
  for (const value of path) {
    const made = callsIn(resolving, { value, file, scope: first.scope }).filter(({ call }) => call !== first);
    if (made.length > 0) return made;
  }
  return [];
}

/** Keys of the functions and classes of the project that a call is given by name: the tools of an agent. */
export function functionsGiven(resolving: Resolving, { call, file }: CallSite): string[] {
  const values = call.args.flatMap(({ value }) =>
    value.kind === 'list' ? value.items : value.kind === 'map' ? value.entries.map((entry) => entry.value) : [value],
  );
  const items = values.flatMap((value) => (value.kind === 'list' ? value.items : [value]));
  return items.slice(0, MOST_PARTS).flatMap((value) => {
    if (value.kind !== 'name' && value.kind !== 'member') return [];
    const targets = resolving.references({ value, file, scope: call.scope }).flatMap(({ target }) => target ?? []);
    return targets.map((target) => symbolKey(target.file, target.symbol));
  });
}

/** The calls whose results a call is given: directly, in lists, under the keys of its options. */
export function partsOf(resolving: Resolving, { call, file }: CallSite): CallSite[] {
  const parts: CallSite[] = [];
  const look = (placed: Placed, depth: number): void => {
    const { value } = placed;
    if (parts.length >= MOST_PARTS || depth === 0) return;
    if (value.kind === 'list')
      for (const item of value.items.slice(0, MOST_PARTS)) look({ ...placed, value: item }, depth - 1);
    else if (value.kind === 'map')
      for (const entry of value.entries.slice(0, MOST_PARTS)) look({ ...placed, value: entry.value }, depth - 1);
    else if (value.kind === 'name' || value.kind === 'member' || value.kind === 'call' || value.kind === 'either') {
      for (const found of resolving.expand(placed)) {
        if (found.value.kind === 'call') {
          const inner = callsIn(resolving, found);
          parts.push(...inner);
          for (const { call: each, file: home } of inner) options(each, home, depth - 1);
        } else if (found.value !== value) look(found, depth - 1);
      }
    }
  };
  // `New(WithModel("…"))`: what an argument is made with.
  const options = (each: Call, home: SourceFile, depth: number): void => {
    for (const { value } of each.args) {
      if (value.kind === 'call' || value.kind === 'list') look({ value, file: home, scope: each.scope }, depth);
    }
  };
  for (const { value } of call.args) look({ value, file, scope: call.scope }, DEEPEST);
  return parts.slice(0, MOST_PARTS);
}

function callsIn(resolving: Resolving, placed: Placed): CallSite[] {
  const found = placed.value.kind === 'call' ? [placed] : resolving.expand(placed);
  return found.flatMap(({ value, file }) => {
    const call = value.kind === 'call' ? file.callOf(value) : undefined;
    return call ? [{ call, file }] : [];
  });
}
